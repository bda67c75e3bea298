/** Sender and recipient in the heading, as `gloss[@type='from'|'to']` and `persName[@type='from'|'to']`. */

import type { Authority } from '../../authority/types.js';
import { latest } from '../../latest.js';
import { type LinearModel, loadModel, sigmoid, weightMap } from '../../model.js';
import { packed } from '../../packed.js';
import { overlap } from '../../text-range.js';
import type { Document, Mark } from '../../tree.js';
import { isLateByList } from '../profile.js';
import { type Region, regionsOf } from '../regions.js';
import { type Candidate, candidates } from './candidates.js';
import { INSTITUTION, type Party, readHeading } from './head.js';

const score = (weights: ReadonlyMap<string, number>, features: readonly string[]): number => {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
};

/** From this probability on a candidate is taken: of the thresholds around it none gives a greater F1. */
const LEAST = 0.3;

/** The marks of one heading. */
export const partiesIn: (region: Region) => Mark[] = latest((region: Region) =>
  partyMarks(region, false, loadModel<LinearModel>('parties')),
);

/** No edition of the corpus has headings in capitals alone, so the probability is no count. */
const IN_CAPITALS = 0.9;
const OFFICE = / (?:OF|FOR|IN|AT) /;

/** A party of such a heading is named and nothing else, by an office or an institution, or by a person's name. */
function inCapitals({ start, text }: Region, party: Party): Mark {
  const named = text.slice(party.start, party.end);
  const office = OFFICE.test(named) || new RegExp(INSTITUTION, 'i').test(named);
  return {
    type: office ? 'gloss' : 'persName',
    start: start + party.start,
    end: start + party.end,
    attributes: { type: party.role },
    decision: { state: 'found', p: IN_CAPITALS, alternatives: [] },
  };
}

/** The marks of one heading. */
export function partyMarks(region: Region, late: boolean, model: LinearModel): Mark[] {
  const { text } = region;
  const heading = readHeading(text);
  const weights = weightMap(model.weights);
  const marks: Mark[] = [];
  for (const party of heading.parties) {
    const scored = packed(candidates(text, heading, party, late), (candidate) => ({
      candidate,
      p: sigmoid(score(weights, candidate.features)),
    })).sort((a, b) => b.p - a.p);
    const taken: Candidate[] = [];
    for (const { candidate, p } of scored) {
      if (p < LEAST) break;
      if (taken.some((other) => overlap(other, candidate) || other.element !== candidate.element)) continue;
      taken.push(candidate);
      const alternatives = scored
        .filter((other) => other.candidate !== candidate && overlap(other.candidate, candidate) && other.p > 0.01)
        .map((other) => ({
          choice: `${other.candidate.element}: ${text.slice(other.candidate.start, other.candidate.end)}`,
          p: other.p,
        }));
      marks.push({
        type: candidate.element,
        start: region.start + candidate.start,
        end: region.start + candidate.end,
        attributes: { type: party.role },
        decision: { state: 'found', p, alternatives },
      });
    }
    if (taken.length === 0 && heading.capitals) marks.push(inCapitals(region, party));
  }
  return marks;
}

/**
 * Mark sender and recipient in the headings of the document and of its attachments. Volumes encoded after 2010 have no such
 * marks (none in seven volumes of the corpus), and few of them are there to learn it from: for them it's a rule.
 */
export function parties(document: Document, { authority }: { readonly authority?: Authority } = {}): Document {
  if (isLateByList(document.context.volume, authority?.persons)) return document;
  const heads = regionsOf(document).filter((region) => region.type === 'head');
  const marks = heads.flatMap((region) => partiesIn(region));
  return marks.length === 0 ? document : { ...document, marks: [...document.marks, ...marks] };
}
