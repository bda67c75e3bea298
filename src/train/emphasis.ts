/** Makes `src/models/emphasis.json`: phrases that are set in italics, and when. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTight } from '../authority/tei.js';
import type { Emit } from '../features/hashed.js';
import { packWeights } from '../features/weights.js';
import { type Candidate, extentFeatures, whetherFeatures } from '../resolve/emphasis/candidate.js';
import { candidates } from '../resolve/emphasis/candidates.js';
import { decide, type EmphasisModel, together } from '../resolve/emphasis/decide.js';
import { type Habit, habitOf, timeHabit } from '../resolve/emphasis/habit.js';
import { knownPhrases, PAPER_WORDS } from '../resolve/emphasis/known.js';
import { Lexicon } from '../resolve/emphasis/lexicon.js';
import { type Ships, shipNames, shipsAt } from '../resolve/emphasis/ships.js';
import { isLate, seriesOf } from '../resolve/profile.js';
import type { Region } from '../resolve/regions.js';
import { mannerOf, typographyOf } from '../typography.js';
import { isotonic, type Outcome } from './calibrate.js';
import { type ChoiceExample, Interner, trainChoice } from './choice.js';
import { corpusFolder, type GoldDocument } from './gold.js';
import { trainingDocuments, writeModel } from './model-file.js';
import { goldRegions } from './regions.js';

/** A document ready to learn from. */
interface Lesson {
  readonly gold: GoldDocument;
  readonly regions: readonly Region[];
  readonly habit: Habit;
  readonly ships: Ships;
  /** The gold's italics, as `start end`. */
  readonly italics: ReadonlySet<string>;
}

function goldItalics(gold: GoldDocument): Set<string> {
  const italic = gold.elements.filter((e) => e.name === 'hi' && e.attributes.rend === 'italic' && e.end > e.start);
  return new Set(italic.map((e) => `${e.start} ${e.end}`));
}

/** Lessons of documents; what is known of a volume is read off all of its documents and its lists. */
function lessonsOf(documents: readonly GoldDocument[]): Lesson[] {
  const volumes = new Map<string, GoldDocument[]>();
  for (const gold of documents) volumes.set(gold.volume, [...(volumes.get(gold.volume) ?? []), gold]);
  return [...volumes].flatMap(([volume, golds]) => {
    const manner = mannerOf(golds.map(({ text }) => typographyOf(text)));
    const lists = readFileSync(join(corpusFolder(), 'authority', `${volume}.xml`), 'utf8');
    const layout = isTight(lists) ? ('tight' as const) : ('spaced' as const);
    const ships = [...new Set(golds.flatMap(({ text }) => shipNames(text)))];
    return golds.map((gold) => {
      const regions = goldRegions(gold);
      const signs = { series: seriesOf(volume), late: isLate(volume), time: timeHabit(regions), layout, manner };
      return { gold, regions, habit: habitOf(signs), ships: shipsAt(regions, ships), italics: goldItalics(gold) };
    });
  });
}

const normal = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\d+/g, '0')
    .replace(/[.,;:]+$/, '');

/** Labels have candidates of their own. */
const LABEL = /^(?:Begin|End|FYI|For|Comment|Summary)\b/;

/** Phrases set in italics in at least two volumes, and in a fifth of the documents that have them. */
function phrasesOf(lessons: readonly Lesson[]): string[] {
  const seenIn = new Map<string, { volumes: Set<string>; documents: Set<GoldDocument> }>();
  for (const { gold } of lessons) {
    for (const e of gold.elements) {
      if (e.name !== 'hi' || e.attributes.rend !== 'italic' || e.end - e.start > 120) continue;
      const parent = gold.elements[e.parent]?.name;
      if (parent === 'head' || parent === 'dateline' || gold.text[e.start - 1] === '[') continue;
      const phrase = normal(gold.text.slice(e.start, e.end));
      if (phrase.length < 3 || !/^\p{L}{2}/u.test(phrase) || LABEL.test(phrase)) continue;
      const seen = seenIn.get(phrase) ?? { volumes: new Set(), documents: new Set() };
      seen.volumes.add(gold.volume);
      seen.documents.add(gold);
      seenIn.set(phrase, seen);
    }
  }
  const often = [...seenIn].filter(([, { volumes }]) => volumes.size >= 2).map(([phrase]) => phrase);
  const lexicon = new Lexicon(often);
  const anywhere = new Map<string, number>();
  for (const { regions } of lessons) {
    const found = new Set(regions.flatMap((region) => lexicon.find(region.text).map(({ phrase }) => phrase)));
    for (const phrase of found) anywhere.set(phrase, (anywhere.get(phrase) ?? 0) + 1);
  }
  const enough = often.filter((phrase) => seenIn.get(phrase)!.documents.size >= 0.2 * (anywhere.get(phrase) ?? 0));
  return [...new Set([...enough, ...knownPhrases()])].sort();
}

/** A choice, and the habit that it shows: its volume's way with one phrase or kind of stretch. */
interface Sample extends ChoiceExample {
  readonly volume: string;
  readonly habit: string;
}

/** Names of features, as the hashed weights know them. */
function namesOf(features: (emit: Emit) => void): string[] {
  const names: string[] = [];
  features((a, b, c, d) => names.push(a.text + (b?.text ?? '') + (c?.text ?? '') + (d?.text ?? '')));
  return names;
}

interface Samples {
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

/**
 * A volume's habits are its own: what it does with one phrase a hundred times says little more of other volumes than
 * what it does with it ten times. So each habit weighs by a power of how often it shows.
 */
function balanced(samples: readonly Sample[], power: number): ChoiceExample[] {
  const counts = new Map<string, number>();
  for (const { habit } of samples) counts.set(habit, (counts.get(habit) ?? 0) + 1);
  return samples.map(({ options, right, weight = 1, habit }) => ({
    options,
    right,
    weight: weight * 3 * counts.get(habit)! ** -power,
  }));
}

/** Found by trying on volumes held back. */
const TUNING = { epochs: 6, rate: 0.05, l2: 1e-4 };
/** Powers by which habits are balanced: of whether, and of extents, which volumes differ in most. */
const BALANCE = { whether: 0.3, extent: 0.8 };

function samplesOf(lessons: readonly Lesson[], phrases: readonly string[]): Samples {
  const lexicon = new Lexicon(phrases, PAPER_WORDS);
  const samples: Samples = { whether: [], extent: [], names: { whether: new Interner(), extent: new Interner() } };
  for (const lesson of lessons) addSamples(lesson, lexicon, samples);
  return samples;
}

/** Weights by the samples of some volumes. */
function learnWeights({ whether, extent, names }: Samples, counts: (volume: string) => boolean) {
  const learn = (samples: readonly Sample[], power: number, interner: Interner, minimum: number) => {
    const examples = balanced(
      samples.filter(({ volume }) => counts(volume)),
      power,
    );
    return trainChoice(examples, interner.names, { ...TUNING, minimum });
  };
  return {
    variants: learn(extent, BALANCE.extent, names.extent, 3),
    weights: learn(whether, BALANCE.whether, names.whether, 6),
  };
}

/** What weights decide in lessons, and whether it is right. */
function outcomesOf(lessons: readonly Lesson[], model: EmphasisModel, least: number): Outcome[] {
  return lessons.flatMap(({ regions, habit, ships, italics }) =>
    decide(regions, { habit, ships }, model, least).flatMap(({ region, italics: found }) =>
      found.map((italic) => {
        const { start, end } = italic.extents[0].variant;
        return { p: together(italic), right: italics.has(`${region.start + start} ${region.start + end}`) };
      }),
    ),
  );
}

const FOLDS = 2;
/** Decisions below this are never taken. */
const LEAST = 0.2;

/** From what is decided in telegrams to what is right, on volumes that the weights didn't see. */
function learnCalibration(
  lessons: readonly Lesson[],
  samples: Samples,
  phrases: readonly string[],
): EmphasisModel['calibration'] {
  const volumes = [...new Set(lessons.map(({ gold }) => gold.volume))].sort();
  const outcomes = volumes.slice(0, FOLDS).flatMap((_, fold) => {
    const held = new Set(volumes.filter((_, i) => i % FOLDS === fold));
    const trainedOn = { corpus: '', volumes: [], documents: 0 };
    const weights = learnWeights(samples, (volume) => !held.has(volume));
    const judged = lessons.filter(({ gold }) => held.has(gold.volume) && gold.genre === 'telegram');
    return outcomesOf(judged, { trainedOn, phrases, calibration: [], ...weights }, LEAST);
  });
  return isotonic(outcomes, 100).map(({ p, value }) => ({ p: Number(p.toFixed(4)), value: Number(value.toFixed(4)) }));
}

if (process.argv[1]?.endsWith('emphasis.js')) {
  const { documents, trainedOn } = trainingDocuments();
  const lessons = lessonsOf(documents);
  const phrases = phrasesOf(lessons);
  const samples = samplesOf(lessons, phrases);
  const calibration = learnCalibration(lessons, samples, phrases);
  const { weights, variants } = learnWeights(samples, () => true);
  writeModel('emphasis', trainedOn, {
    calibration,
    phrases,
    weights: packWeights(weights),
    variants: packWeights(variants),
  });
}
