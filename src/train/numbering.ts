/** Learns how the references of a volume tell whether its notes are counted from the source note or from the one after. */

import { type DocumentFacts, remember } from '../memory.js';
import { seriesOf } from '../resolve/profile.js';
import { citedNotesIn, type NumberingModel, numberingEvidence } from '../resolve/references/numbering.js';
import type { GoldDocument } from './gold.js';

const FOOTNOTE = /^(?:see )?footnotes? (\d+)/i;

/** Volumes whose links go mostly to the note after the one that the text names; others have 0. */
export function shiftsOf(documents: readonly GoldDocument[]): Map<string, 0 | 1> {
  const votes = new Map<string, number>();
  for (const { volume, text, elements } of documents) {
    let sum = votes.get(volume) ?? 0;
    for (const { name, attributes, start, end } of elements) {
      const number = name === 'ref' ? FOOTNOTE.exec(text.slice(start, end))?.[1] : undefined;
      const target = number && /^#d\w+fn(\d+)$/.exec(attributes.target ?? '')?.[1];
      if (target) sum += Number(target) === Number(number) + 1 ? 1 : -1;
    }
    votes.set(volume, sum);
  }
  return new Map([...votes].map(([volume, sum]) => [volume, sum > 0 ? 1 : 0]));
}

const factsOf = ({ id, text, notes }: GoldDocument): DocumentFacts => ({
  id,
  pages: [],
  notes: notes.map(({ n }) => n),
  cited: citedNotesIn(text, id),
});

type Pair = [plain: number, shifted: number];

function addTo(counts: Map<string, Pair>, key: string, shift: 0 | 1, n: number): void {
  const pair = counts.get(key) ?? [0, 0];
  pair[shift] += n;
  counts.set(key, pair);
}

const round = (x: number): number => Number(x.toFixed(3));
const sorted = (entries: (readonly [string, number])[]): Record<string, number> =>
  Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));

/** Log odds by counting (naive Bayes, smoothed): of sub-series by volumes, of kinds of evidence by citations. */
export function learnNumbering(documents: readonly GoldDocument[], shifts: ReadonlyMap<string, 0 | 1>): NumberingModel {
  const series = new Map<string, Pair>();
  const kinds = new Map<string, Pair>();
  for (const [volume, shift] of shifts) {
    addTo(series, seriesOf(volume), shift, 1);
    const memory = remember(documents.filter((gold) => gold.volume === volume).map(factsOf));
    for (const [kind, n] of numberingEvidence(memory)) addTo(kinds, kind, shift, n);
  }
  const totals = [...kinds.values()].reduce(([a, b], [c, d]): Pair => [a + c, b + d], [0, 0] as Pair);
  const odds = ([plain, shifted]: Pair, [all, allShifted]: Pair): number =>
    round(Math.log((shifted + 0.5) / (allShifted + 1)) - Math.log((plain + 0.5) / (all + 1)));
  return {
    series: sorted(
      [...series].map(([key, [plain, shifted]]) => [key, round(Math.log((shifted + 0.2) / (plain + 0.8)))]),
    ),
    evidence: sorted([...kinds].map(([key, pair]) => [key, odds(pair, totals)])),
  };
}
