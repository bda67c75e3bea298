/** What the weights of emphasis are learned from: each candidate with its features and the gold's answer. */

import type { Emit } from '../features/hashed.js';
import { type Candidate, extentFeatures, whetherFeatures } from '../resolve/emphasis/candidate.js';
import { candidates } from '../resolve/emphasis/candidates.js';
import { PAPER_WORDS } from '../resolve/emphasis/known.js';
import { Lexicon } from '../resolve/emphasis/lexicon.js';
import type { Region } from '../resolve/regions.js';
import { type ChoiceExample, Interner } from './choice.js';
import type { Lesson } from './emphasis-lessons.js';

/** A choice, and the habit that it shows: its volume's way with one phrase or kind of stretch. */
export interface Sample extends ChoiceExample {
  readonly volume: string;
  readonly habit: string;
}

/** Names of features, as the hashed weights know them. */
function namesOf(features: (emit: Emit) => void): string[] {
  const names: string[] = [];
  features((a, b, c, d) => names.push(a.text + (b?.text ?? '') + (c?.text ?? '') + (d?.text ?? '')));
  return names;
}

export interface Samples {
  readonly whether: Sample[];
  readonly extent: Sample[];
  readonly names: { readonly whether: Interner; readonly extent: Interner };
}

function candidatesOf({ regions, habit, ships }: Lesson, lexicon: Lexicon): { region: Region; candidate: Candidate }[] {
  return regions.flatMap((region) =>
    candidates(region, habit.series, lexicon, ships).map((candidate) => ({ region, candidate })),
  );
}

function addSamples(lesson: Lesson, lexicon: Lexicon, out: Samples): void {
  const { gold, habit, italics } = lesson;
  const { volume } = gold;
  const weight = gold.genre === 'telegram' ? 2 : 1;
  for (const { region, candidate } of candidatesOf(lesson, lexicon)) {
    const { variants, kind, evidence, shape } = candidate;
    const right = variants.findIndex(({ start, end }) => italics.has(`${region.start + start} ${region.start + end}`));
    const whether = out.names.whether.of(namesOf((emit) => whetherFeatures(candidate, habit, emit)));
    const shown = `${volume} ${kind.text}`;
    const first = evidence[0]?.text ?? '';
    out.whether.push({
      options: [whether, new Int32Array()],
      right: right < 0 ? 1 : 0,
      weight,
      volume,
      habit: shown + first,
    });
    if (right < 0 || variants.length === 1) continue;
    const options = variants.map((one) =>
      out.names.extent.of(namesOf((emit) => extentFeatures(candidate, habit, one, emit))),
    );
    const tails = variants.map(({ name }) => name.text).join('');
    out.extent.push({ options, right, weight, volume, habit: `${shown}${shape[0]?.text ?? ''}${tails}` });
  }
}

/** The samples of all lessons. */
export function samplesOf(lessons: readonly Lesson[], phrases: readonly string[]): Samples {
  const lexicon = new Lexicon(phrases, PAPER_WORDS);
  const samples: Samples = { whether: [], extent: [], names: { whether: new Interner(), extent: new Interner() } };
  for (const lesson of lessons) addSamples(lesson, lexicon, samples);
  return samples;
}

/**
 * A volume's habits are its own: what it does with one phrase a hundred times says little more of other volumes than
 * what it does with it ten times. So each habit weighs by a power of how often it shows.
 */
export function balanced(samples: readonly Sample[], power: number): ChoiceExample[] {
  const counts = new Map<string, number>();
  for (const { habit } of samples) counts.set(habit, (counts.get(habit) ?? 0) + 1);
  return samples.map(({ options, right, weight = 1, habit }) => ({
    options,
    right,
    weight: weight * 3 * counts.get(habit)! ** -power,
  }));
}
