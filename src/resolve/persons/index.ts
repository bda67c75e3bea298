/** The pass that marks persons: those of a volume's list, and without a list whoever is recognised. */

import type { Authority } from '../../authority/types.js';
import type { VolumeMemory } from '../../memory.js';
import { overlap } from '../../text-range.js';
import type { Decision, Document, Mark } from '../../tree.js';
import { seriesOfDocument } from '../profile.js';
import { type Region, regionsOf } from '../regions.js';
import { tokensOf } from '../tokens.js';
import { decidePersons, LINKED, type PersonFound } from './decide.js';
import { type VolumeEvidence, volumeEvidence } from './evidence.js';
import { personLists } from './lists.js';
import { recogniseNames } from './recognise.js';
import { type PersonMark, report, reportUntagged } from './reports.js';
import { DEFAULT_PERSONS, type WhichPersons } from './which.js';

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

/** From this probability on a name is marked without a link: more than a link needs, since volumes differ in whether they tag a name that two persons share. */
const NAMED = 0.6;

/** A name left untagged is told of from this probability of its best reading on. */
const WORTH_A_LOOK = 0.3;

const linkTo = (id: string): Readonly<Record<string, string>> => ({ corresp: `#${id}` });

/** Alternatives below are left out. */
const WORTH_TELLING = 0.01;

function decisionToLink({ readings }: PersonFound): Decision {
  const [best, ...others] = readings;
  const alternatives = others
    .filter(({ p }) => p >= WORTH_TELLING)
    .map(({ person, p }) => ({ choice: `#${person.id}`, p }));
  return { state: 'found', p: best!.p, alternatives };
}

/** `p`: the probability that an edition links nobody either. Those of the candidates are of its links, too, so that all are parts of one whole. */
function decisionNotToLink({ readings }: PersonFound, p: number): Decision {
  const alternatives = readings
    .filter((reading, i) => i === 0 || reading.p >= WORTH_TELLING)
    .map((reading) => ({ choice: `#${reading.person.id}`, p: reading.p }));
  return { state: 'ambiguous', p, alternatives, why: 'no one of the list is sure enough' };
}

/** What a text says of a list's persons. */
interface Found {
  readonly marks: PersonMark[];
  /** Names that are marked already, and open who of the list they are. */
  readonly open: PersonMark[];
  /** Names that are left out, but may be of the list; how sure their decisions are is how sure it is to leave them out. */
  readonly untagged: Mark[];
}

/** Whether it is worth a question who a name is: a forename shared (`William F. Knowland`, `Sherman, William C.`) is not, nor a library. */
const isWorthALook = ({ readings, named, byForename, ofArchive }: PersonFound): boolean =>
  !byForename && !ofArchive && Math.max(readings[0]!.p, named) >= WORTH_A_LOOK;

function readPersons(
  text: string,
  regions: readonly Region[],
  authority: Authority,
  given: readonly Mark[],
  { evidence, series = 'unknown' }: PersonOptions,
): Found {
  const [marks, open, untagged]: [PersonMark[], PersonMark[], Mark[]] = [[], [], []];
  const known = new Set<Mark>();
  for (const found of decidePersons(text, tokensOf(text, regions), personLists(authority), series, evidence)) {
    const best = found.readings[0]!;
    const isLink = found.linked >= LINKED;
    const attributes = isLink ? linkTo(best.person.id) : {};
    const there = given.find((mark) => mark.type === 'persName' && overlap(mark, found));
    const isTagged = isLink || there !== undefined || found.named >= NAMED;
    const decision = isLink ? decisionToLink(found) : decisionNotToLink(found, isTagged ? found.open : 1 - found.named);
    const mark = { type: 'persName', start: found.start, end: found.end, attributes, decision } as const;
    if (there) {
      if (known.has(there) || !(isLink || isWorthALook(found))) continue;
      known.add(there);
      if (isLink)
        marks.push({ mark: { ...there, attributes: { ...there.attributes, ...attributes }, decision }, found });
      else open.push({ mark: { ...there, decision }, found });
    } else if (isTagged) marks.push({ mark, found });
    else if (isWorthALook(found)) untagged.push(mark);
  }
  return { marks, open, untagged };
}

/**
 * Marks of the persons of a list that a text names: `persName[@corresp]`, without `corresp` where it is open who is meant.
 * Titles and a possessive ’s are outside. Of `given` marks that are names already (of sender, recipient, signer), those
 * that name a person of the list come back linked, with their own extent.
 */
export const findPersons = (
  text: string,
  regions: readonly Region[],
  authority: Authority,
  given: readonly Mark[] = [],
  options: PersonOptions = {},
): Mark[] => readPersons(text, regions, authority, given, options).marks.map(({ mark }) => mark);

/** Where the output keeps line ends: offsets in the source. */
const lineEnds = (regions: readonly Region[]): ReadonlySet<number> =>
  new Set(regions.flatMap(({ breaks = [] }) => breaks));

/** Names that the recogniser finds besides those that are marked already. */
function unlisted(text: string, regions: readonly Region[], marked: readonly Mark[]): Mark[] {
  const taken = marked.filter(({ type }) => type === 'persName');
  return recogniseNames(text, tokensOf(text, regions), lineEnds(regions))
    .filter((one) => !taken.some((mark) => overlap(mark, one)))
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
  { authority, memory, persons: which = DEFAULT_PERSONS, doubt }: PassOptions,
): Document {
  if (which === 'none') return document;
  const { text } = document.source;
  const regions = regionsOf(document);
  let { marks, diagnostics } = document;
  if (authority && authority.persons.length > 0) {
    const evidence = memory && volumeEvidence(memory);
    const series = seriesOfDocument(document);
    const options = { series, ...(evidence && { evidence }) };
    const { marks: found, open, untagged } = readPersons(text, regions, authority, marks, options);
    const places = new Set(found.map(({ mark: { start, end } }) => `${start} ${end}`));
    const reports = [
      ...[...found, ...open].map((marked) => report(marked, authority, text, doubt)),
      ...untagged.map((mark) => reportUntagged(mark, authority, text, doubt)),
    ].filter((d) => d !== undefined);
    marks = [
      ...marks.filter((m) => m.type !== 'persName' || !places.has(`${m.start} ${m.end}`)),
      ...found.map(({ mark }) => mark),
    ];
    diagnostics = [...diagnostics, ...reports];
  }
  if (which === 'all' || !authority) marks = [...marks, ...unlisted(text, regions, marks)];
  return { ...document, marks, diagnostics };
}
