/** The pass that marks persons: those of a volume's list, and without a list whoever is recognised. */

import type { Authority } from '../../authority/types.js';
import type { Diagnostic } from '../../diagnostic.js';
import type { VolumeMemory } from '../../memory.js';
import type { Decision, Document, Mark } from '../../tree.js';
import { seriesOfDocument } from '../profile.js';
import { type Region, regionsOf } from '../regions.js';
import { tokensOf } from '../tokens.js';
import { decidePersons, type PersonFound } from './decide.js';
import { type VolumeEvidence, volumeEvidence } from './evidence.js';
import { personLists } from './lists.js';
import { recogniseNames } from './recognise.js';
import type { WhichPersons } from './which.js';

export interface PersonOptions {
  /** What the folder's other documents say of the list's persons. */
  readonly evidence?: VolumeEvidence;
  /** The sub-series of the volume, `1955-57`. */
  readonly series?: string;
}

interface PassOptions {
  readonly authority?: Authority;
  readonly memory?: VolumeMemory;
  readonly persons?: WhichPersons;
  readonly doubt: number;
}

/**
 * From these probabilities on a mark gains more than it loses in F1 against an edition, which leaves some names untagged:
 * for a link about half of the F1 that can be had (Lipton, Elkan and Naryanaswamy 2014), found by trying; for a name without one, more, since
 * volumes differ in whether they tag a name that two persons share.
 */
const [LINKED, NAMED] = [0.45, 0.6];

const linkTo = (id: string): Readonly<Record<string, string>> => ({ corresp: `#${id}` });

function decisionOf({ readings, linked, named }: PersonFound): Decision {
  const [best, ...others] = readings;
  const alternatives = others.filter(({ p }) => p >= 0.01).map(({ person, p }) => ({ choice: `#${person.id}`, p }));
  if (linked >= LINKED) return { state: 'found', p: best!.p, alternatives };
  const all = [{ choice: `#${best!.person.id}`, p: best!.p }, ...alternatives];
  return { state: 'ambiguous', p: named, alternatives: all, why: 'no one of the list is sure enough' };
}

/**
 * Marks of the persons of a list that a text names: `persName[@corresp]`, without `corresp` where it is open who is meant.
 * Titles and a possessive ’s are outside. Of `given` marks that are names already (of sender, recipient, signer), those
 * that name a person of the list come back linked, with their own extent.
 */
export function findPersons(
  text: string,
  regions: readonly Region[],
  authority: Authority,
  given: readonly Mark[] = [],
  { evidence, series = 'unknown' }: PersonOptions = {},
): Mark[] {
  const marks: Mark[] = [];
  const linked = new Set<Mark>();
  for (const found of decidePersons(text, tokensOf(text, regions), personLists(authority), series, evidence)) {
    const best = found.readings[0]!;
    const decision = decisionOf(found);
    const link = decision.state === 'found' ? linkTo(best.person.id) : {};
    const there = given.find((mark) => mark.type === 'persName' && mark.start < found.end && mark.end > found.start);
    if (there) {
      if (linked.has(there)) continue;
      linked.add(there);
      marks.push({ ...there, attributes: { ...there.attributes, ...link }, decision });
    } else if (decision.state === 'found' || found.named >= NAMED) {
      marks.push({ type: 'persName', start: found.start, end: found.end, attributes: link, decision });
    }
  }
  return marks;
}

function report(mark: Mark, authority: Authority, text: string, doubt: number): Diagnostic | undefined {
  const { decision } = mark;
  if (!decision || (decision.state === 'found' && decision.p >= doubt)) return undefined;
  const named = text.slice(mark.start, mark.end).replace(/\s+/g, ' ');
  const { persons } = authority;
  const alternatives = decision.alternatives.map(({ choice, p }) => {
    const person = persons.find(({ id }) => `#${id}` === choice);
    return { choice: person ? `${choice} (${person.name})` : choice, p };
  });
  const open = decision.state !== 'found';
  return {
    code: open ? 'person-open' : 'person-doubtful',
    severity: open ? 'warning' : 'info',
    message: open ? `it is open who “${named}” is` : `“${named}” may not be ${mark.attributes.corresp}`,
    start: mark.start,
    end: mark.end,
    hint: 'compare the descriptions of the candidates with the text',
    p: decision.p,
    alternatives,
  };
}

/** Names that the recogniser finds besides those that are marked already. */
function unlisted(text: string, regions: readonly Region[], marked: readonly Mark[]): Mark[] {
  const taken = marked.filter(({ type }) => type === 'persName');
  return recogniseNames(text, tokensOf(text, regions))
    .filter(({ start, end }) => !taken.some((mark) => mark.start < end && mark.end > start))
    .map(({ start, end, p }) => {
      return { type: 'persName', start, end, attributes: {}, decision: { state: 'found', p, alternatives: [] } };
    });
}

/**
 * Mark persons. `listed`: those of the list, or without a list whoever is recognised; `all`: both; `none`. Links that are
 * doubtful are reported. Never throws on input.
 */
export function persons(
  document: Document,
  { authority, memory, persons: which = 'listed', doubt }: PassOptions,
): Document {
  if (which === 'none') return document;
  const { text } = document.source;
  const regions = regionsOf(document);
  let { marks, diagnostics } = document;
  if (authority && authority.persons.length > 0) {
    const evidence = memory && volumeEvidence(memory);
    const series = seriesOfDocument(document);
    const found = findPersons(text, regions, authority, marks, { series, ...(evidence && { evidence }) });
    const places = new Set(found.map(({ start, end }) => `${start} ${end}`));
    const reports = found.map((mark) => report(mark, authority, text, doubt)).filter((d) => d !== undefined);
    marks = [...marks.filter((m) => m.type !== 'persName' || !places.has(`${m.start} ${m.end}`)), ...found];
    diagnostics = [...diagnostics, ...reports];
  }
  if (which === 'all' || !authority) marks = [...marks, ...unlisted(text, regions, marks)];
  return { ...document, marks, diagnostics };
}
