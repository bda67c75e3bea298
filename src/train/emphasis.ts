/** Makes `src/models/emphasis.json`: phrases that are set in italics, and when. */

import { candidates, type Habit, shipNames, timeHabit } from '../resolve/emphasis/candidates.js';
import { knownPhrases } from '../resolve/emphasis/known.js';
import { Lexicon } from '../resolve/emphasis/lexicon.js';
import { isLate, seriesOf } from '../resolve/profile.js';
import type { Region } from '../resolve/regions.js';
import { type Example, trainBinary } from './adagrad.js';
import type { GoldDocument } from './gold.js';
import { trainingDocuments, writeModel } from './model-file.js';
import { goldRegions } from './regions.js';

export const habitOf = (gold: GoldDocument, regions: readonly Region[]): Habit => ({
  series: seriesOf(gold.volume),
  late: isLate(gold.volume),
  time: timeHabit(regions),
});

/** The gold's italics, as `start end`. */
export function goldItalics(gold: GoldDocument): Set<string> {
  const italic = gold.elements.filter((e) => e.name === 'hi' && e.attributes.rend === 'italic' && e.end > e.start);
  return new Set(italic.map((e) => `${e.start} ${e.end}`));
}

const normal = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\d+/g, '0')
    .replace(/[.,;:]+$/, '');

/** Phrases set in italics in at least two documents, and in a fifth of those that have them. */
function phrasesOf(documents: readonly GoldDocument[]): string[] {
  const seenIn = new Map<string, Set<string>>();
  for (const gold of documents) {
    for (const e of gold.elements) {
      if (e.name !== 'hi' || e.attributes.rend !== 'italic' || e.end - e.start > 120) continue;
      const parent = gold.elements[e.parent]?.name;
      if (parent === 'head' || parent === 'dateline' || gold.text[e.start - 1] === '[') continue;
      const phrase = normal(gold.text.slice(e.start, e.end));
      if (phrase.length < 3 || !/^\p{L}{2}/u.test(phrase)) continue;
      const documentsOf = seenIn.get(phrase) ?? new Set();
      documentsOf.add(`${gold.volume} ${gold.id}`);
      seenIn.set(phrase, documentsOf);
    }
  }
  const often = [...seenIn].filter(([, inside]) => inside.size >= 2).map(([phrase]) => phrase);
  const lexicon = new Lexicon(often);
  const anywhere = new Map<string, number>();
  for (const gold of documents) {
    const found = new Set(goldRegions(gold).flatMap((region) => lexicon.find(region.text).map(({ phrase }) => phrase)));
    for (const phrase of found) anywhere.set(phrase, (anywhere.get(phrase) ?? 0) + 1);
  }
  const enough = often.filter((phrase) => seenIn.get(phrase)!.size >= 0.2 * (anywhere.get(phrase) ?? 0));
  return [...new Set([...enough, ...knownPhrases()])].sort();
}

interface Examples {
  readonly whether: Sample[];
  readonly extent: Sample[];
}

/** An example, and the habit that it shows: its volume's way with one phrase or kind of stretch. */
interface Sample extends Example {
  readonly habit: string;
}

function addExamples(gold: GoldDocument, lexicon: Lexicon, out: Examples): void {
  const wanted = goldItalics(gold);
  const regions = goldRegions(gold);
  const habit = habitOf(gold, regions);
  const ships = [...new Set(regions.flatMap((region) => shipNames(region.text)))];
  const weight = gold.genre === 'telegram' ? 2 : 1;
  for (const region of regions) {
    for (const { features, variants, choice } of candidates(region, habit, lexicon, ships)) {
      const right = variants.find(({ start, end }) => wanted.has(`${region.start + start} ${region.start + end}`));
      out.whether.push({
        features,
        yes: right !== undefined,
        weight,
        habit: `${gold.volume} ${features[5] ?? features[0]}`,
      });
      if (!right || variants.length === 1) continue;
      for (const variant of variants) {
        const named = choice.map((feature) => `${feature}#${variant.name}`);
        const shown = `${gold.volume} ${variants.length} ${choice[7] ?? choice[0]}`;
        out.extent.push({ features: named, yes: variant === right, weight, habit: shown });
      }
    }
  }
}

/**
 * A volume's habits are its own: what it does with one phrase a hundred times says little more of other volumes than
 * what it does with it ten times. So each habit weighs by a power of how often it shows.
 */
function balanced(samples: readonly Sample[], power: number): Example[] {
  const counts = new Map<string, number>();
  for (const { habit } of samples) counts.set(habit, (counts.get(habit) ?? 0) + 1);
  return samples.map(({ features, yes, weight = 1, habit }) => ({
    features,
    yes,
    weight: weight * 3 * counts.get(habit)! ** -power,
  }));
}

function learn(examples: readonly Example[], least: number): Record<string, number> {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1);
  const frequent = examples.map((e) => ({ ...e, features: e.features.filter((f) => seen.get(f)! >= least) }));
  return trainBinary(frequent, { epochs: 5, rate: 0.2, l2: 1e-5 }).export(0.15, 2);
}

export interface LearntEmphasis {
  readonly phrases: string[];
  readonly variants: Record<string, number>;
  readonly weights: Record<string, number>;
}

export function learnEmphasis(documents: readonly GoldDocument[]): LearntEmphasis {
  const phrases = phrasesOf(documents);
  const lexicon = new Lexicon(phrases);
  const examples: Examples = { whether: [], extent: [] };
  for (const gold of documents) addExamples(gold, lexicon, examples);
  return {
    phrases,
    variants: learn(balanced(examples.extent, 0.8), 3),
    weights: learn(balanced(examples.whether, 0.3), 6),
  };
}

if (process.argv[1]?.endsWith('emphasis.js')) {
  const { documents, trainedOn } = trainingDocuments();
  writeModel('emphasis', trainedOn, learnEmphasis(documents));
}
