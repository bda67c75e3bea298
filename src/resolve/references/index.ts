/** Cross-references as `ref[@target]`: to notes, documents, pages and other volumes. */

import type { Diagnostic } from '../../diagnostic.js';
import type { VolumeMemory } from '../../memory.js';
import { type LinearModel, loadModel, sigmoid, weightMap } from '../../model.js';
import { packed } from '../../packed.js';
import { overlap, type TextRange } from '../../text-range.js';
import type { Decision, Document, Mark } from '../../tree.js';
import { isLate, type Series, seriesOfDocument } from '../profile.js';
import { type Region, regionsOf } from '../regions.js';
import { type Candidate, candidates } from './candidates.js';
import { type Citation, readCitations } from './grammar.js';
import { type Scored, wholeLists } from './lists.js';
import { type NumberingModel, noteShift } from './numbering.js';
import { partsOfVolume } from './parted.js';
import { Follower, type Origin } from './targets.js';
import { dangles, volumeIndex } from './volume.js';

/** What the references of a document are read with. */
export interface ReferenceContext extends Origin {
  readonly series: Series;
  /** A page of the document. */
  readonly page?: number;
  /** What is to be added to printed numbers of the volume's notes (`noteShift`). */
  readonly shift: number;
}

/** `ceilings`: of links of a kind that the weights were sure of, the share that were right on volumes not trained on. */
export interface ReferenceModel extends LinearModel {
  readonly ceilings: Readonly<Record<string, number>>;
  readonly numbering: NumberingModel;
}

/** Candidates of all regions, in order: regions must come in the document's order. */
export function referenceCandidates(
  regions: readonly Region[],
  context: ReferenceContext,
): { region: Region; citation: Citation; group: Candidate[] }[] {
  const follower = new Follower(context);
  const late = isLate(context.volume);
  const { series, page, shift } = context;
  return regions.flatMap((region) => {
    const place = region.source ? 'source' : region.note !== undefined ? 'note' : region.type;
    const around = { series, late, place, shift, ...(page !== undefined && { page }) };
    return readCitations(region.text).map((citation) => ({
      region,
      citation,
      group: candidates(region.text, citation, follower, around),
    }));
  });
}

const THRESHOLD = 0.5;

/** *supra* beside a footnote points to the document before, whether or not older encodings say so. */
const BESIDE = 0.94;

/** Less likely ones are never taken. */
const LEAST = 0.25;

/** Whether a candidate is likelier than that nothing is linked where it stands: editors link the words that it shares with others in some way. */
function isLikelier({ candidate, p }: Scored, scored: readonly Scored[]): boolean {
  if (p < LEAST) return false;
  const any = scored.reduce((sum, other) => (overlap(other.candidate, candidate) ? sum + other.p : sum), 0);
  return p > 1 - any;
}

/** The best candidates that don't overlap; *supra* and *infra* after a footnote are links of their own. */
function choose(scored: readonly Scored[], citation: Citation): Scored[] {
  const best: Scored[] = [];
  const ranked = [...scored].sort((a, b) => b.p - a.p);
  for (const one of ranked) {
    const isFree = !best.some((other) => overlap(other.candidate, one.candidate));
    if (isFree && (one.p >= THRESHOLD || isLikelier(one, scored))) best.push(one);
  }
  const taken = wholeLists(best, ranked, citation.locators);
  const where = scored.find(({ candidate }) => candidate.kind === 'supra' || candidate.kind === 'infra');
  const beside = where && taken.some(({ candidate }) => candidate.kind.endsWith('footnote'));
  if (beside && !taken.some((other) => overlap(other.candidate, where.candidate))) {
    taken.push({ candidate: where.candidate, p: Math.max(where.p, BESIDE) });
  }
  return taken;
}

function decisionOf(
  { candidate, p: own }: Scored,
  scored: readonly Scored[],
  context: ReferenceContext,
  ceiling: number,
): Decision {
  const p = Math.min(own, ceiling);
  const alternatives = scored
    .filter((other) => other.candidate !== candidate && overlap(other.candidate, candidate) && other.p > 0.01)
    .map((other) => ({ choice: `${other.candidate.kind}: ${other.candidate.target}`, p: other.p }));
  const dangling = context.index && candidate.target.startsWith('#') && dangles(candidate.target, context.index);
  if (dangling) return { state: 'missing', p: Math.min(p, 0.5), alternatives, why: 'the volume has no such target' };
  return { state: 'found', p, alternatives };
}

/** The links of each citation that weights would make: those chosen, and all that were weighed. */
export function weigh(
  regions: readonly Region[],
  context: ReferenceContext,
  weights: LinearModel['weights'],
): { region: Region; chosen: Scored[]; scored: Scored[] }[] {
  const known = weightMap(weights);
  return packed(referenceCandidates(regions, context), ({ region, citation, group }) => {
    const scored = packed(group, (candidate) => {
      let sum = 0;
      for (const feature of candidate.features) sum += known.get(feature) ?? 0;
      return { candidate, p: sigmoid(sum) };
    });
    return { region, chosen: choose(scored, citation), scored };
  });
}

/** The parts of which one is meant where a link names the volume alone. */
const partsMeant = ({ target }: Candidate): readonly string[] | undefined => partsOfVolume(target.replace(/#.*/, ''));

/** The marks of a document's references, and what is told of those that were left open. */
function referencesOf(
  regions: readonly Region[],
  context: ReferenceContext,
  { weights, ceilings }: ReferenceModel,
): { marks: Mark[]; open: Diagnostic[] } {
  const marks: Mark[] = [];
  const open: Diagnostic[] = [];
  for (const { region, chosen, scored } of weigh(regions, context, weights))
    for (const link of chosen) {
      const { target, kind } = link.candidate;
      const [start, end] = [region.start + link.candidate.start, region.start + link.candidate.end];
      const parts = partsMeant(link.candidate);
      if (parts) {
        const words = region.text.slice(link.candidate.start, link.candidate.end).replace(/\s+/g, ' ');
        open.push(partOpen(words, parts, { start, end }));
        continue;
      }
      const decision = decisionOf(link, scored, context, ceilings[kind] ?? 0.9);
      marks.push({ type: 'ref', start, end, attributes: { target }, decision });
    }
  return { marks, open };
}

const partOpen = (words: string, parts: readonly string[], { start, end }: TextRange): Diagnostic => ({
  code: 'reference-open',
  severity: 'info',
  message: `“${words}” is not linked: that volume was published in parts, and it names none`,
  start,
  end,
  hint: `look which of ${parts.join(' and ')} it is`,
});

/** The marks of a document's references. */
export const referenceMarks = (
  regions: readonly Region[],
  context: ReferenceContext,
  model: ReferenceModel = loadModel<ReferenceModel>('references'),
): Mark[] => referencesOf(regions, context, model).marks;

/** The first page that a text names in `[Page 81]`. */
export function pageIn(text: string): number | undefined {
  const match = /\[ {0,2}page {1,2}(\d+) {0,2}\]/i.exec(text);
  return match ? Number(match[1]) : undefined;
}

/** What the references of a document are read with. */
export function referenceContext(document: Document, memory: VolumeMemory | undefined): ReferenceContext {
  const { volume, id } = document.context;
  const page = pageIn(document.source.text);
  const series = seriesOfDocument(document);
  return {
    id,
    series,
    shift: noteShift(memory, series, loadModel<ReferenceModel>('references').numbering),
    ...(volume !== undefined && { volume }),
    ...(page !== undefined && { page }),
    ...(memory && { index: volumeIndex(memory) }),
  };
}

/** Mark the references of a document; with the volume's memory, neighbours are its own and targets are checked. */
export function references(document: Document, { memory }: { readonly memory?: VolumeMemory } = {}): Document {
  const model = loadModel<ReferenceModel>('references');
  const { marks, open } = referencesOf(regionsOf(document), referenceContext(document, memory), model);
  if (marks.length + open.length === 0) return document;
  return { ...document, marks: [...document.marks, ...marks], diagnostics: [...document.diagnostics, ...open] };
}
