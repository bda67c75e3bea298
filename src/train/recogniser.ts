/**
 * Training of the recogniser of names. The edition tags only listed persons, so that an untagged name is no proof against
 * one: untagged words that look like a name of somebody else teach nothing.
 */

import { fold } from '../authority/fold.js';
import { parseName } from '../authority/name.js';
import { TITLES } from '../authority/titles.js';
import { capitalUse, isCommonWord, isForename } from '../authority/words.js';
import { packWeights } from '../features/weights.js';
import { eligible, type KnownWords, type WordFacts, wordFacts } from '../resolve/persons/word-classes.js';
import { tokenFeatures } from '../resolve/persons/word-features.js';
import { type Token, tokensOf } from '../resolve/tokens.js';
import { type ChoiceExample, Interner, trainChoice } from './choice.js';
import { align, corpusFolder, type GoldDocument, readVolume } from './gold.js';
import { provenance, writeModel } from './model-file.js';
import { corpusAuthority, goldMentions } from './persons.js';
import { goldRegions } from './regions.js';

/** Folded words of surnames, by volume. */
function surnamesByVolume(folder: string, volumes: readonly string[]): Map<string, Set<string>> {
  return new Map(
    volumes.map((volume) => {
      const words = new Set<string>();
      const add = (name: string): void => {
        const { surname, whole } = parseName(name);
        for (const word of (surname.length > 0 ? surname : whole).flatMap((w) => w.split(/[-–]/)).map(fold)) {
          if (word.length > 2) words.add(word);
        }
      };
      for (const { name } of corpusAuthority(folder, volume).persons) add(name);
      return [volume, words] as const;
    }),
  );
}

/** Folded one-word forms of the terms of volumes. */
function termWords(folder: string, volumes: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const volume of volumes) {
    for (const { forms } of corpusAuthority(folder, volume).terms) {
      for (const form of forms) if (/^\p{L}{3,}$/u.test(form)) words.add(fold(form));
    }
  }
  return words;
}

/** Surnames of all volumes but one, so that a word isn't known for being listed where it is learned. */
function others(all: ReadonlyMap<string, ReadonlySet<string>>, except?: string): Set<string> {
  const words = new Set<string>();
  for (const [volume, list] of all) if (volume !== except) for (const word of list) words.add(word);
  return words;
}

const LOCATIVE = new Set([
  'the',
  'in',
  'at',
  'near',
  'via',
  'a',
  'an',
  'into',
  'of',
  'off',
  'around',
  'new',
  'north',
  'south',
  'east',
  'west',
]);

/** Whether an untagged word may well be a person's name that no list has. */
function suspect(tokens: readonly Token[], i: number, facts: WordFacts, surnames: ReadonlySet<string>): boolean {
  const { fold: word, gap, shape } = tokens[i]!;
  if (shape === 'l' || TITLES.has(word)) return false;
  if (surnames.has(word) && !isCommonWord(word)) return true;
  const [often = '-', titled = '0'] = capitalUse(word).split(':');
  if (Number(titled) >= 2) return true;
  const before = tokens[i - 1];
  const name = !isCommonWord(word) && Number(often === '-' ? 0 : often) < 7;
  if (facts.titled.has(word) && name) return true;
  // A rare word alone: only what follows an article or `in` is surely no person.
  if (often === '-' && name && shape === 'c')
    return before === undefined || gap !== 'space' || !LOCATIVE.has(before.fold);
  const after = tokens[i + 1];
  if (isForename(word) && after && after.gap === 'space' && after.shape === 'c' && !isCommonWord(after.fold))
    return true;
  if (shape === 'i' && after && (after.gap === 'stop' || after.gap === 'space')) return true;
  return (
    name &&
    before !== undefined &&
    gap === 'space' &&
    before.shape !== 'l' &&
    (TITLES.has(before.fold) || isForename(before.fold))
  );
}

/** Examples of a document: option 0 is “no name” without features, option 1 a name. */
function examplesOf(gold: GoldDocument, known: KnownWords, interner: Interner, out: ChoiceExample[]): void {
  const tokens = tokensOf(gold.text, goldRegions(gold));
  const facts = wordFacts(tokens);
  const mentions = goldMentions(gold);
  const tagged = (token: Token): boolean => mentions.some((m) => token.start >= m.start && token.end <= m.end);
  let after = false;
  for (let i = 0; i < tokens.length; i++) {
    if (!eligible(tokens, i)) {
      after = false;
      continue;
    }
    const yes = tagged(tokens[i]!) && !(TITLES.has(tokens[i]!.fold) && !tagged(tokens[i - 1] ?? tokens[i]!));
    if (yes || !suspect(tokens, i, facts, known.surnames)) {
      out.push({ options: [NONE, interner.of(tokenFeatures(tokens, i, after, facts, known))], right: yes ? 1 : 0 });
    }
    after = yes;
  }
}

const NONE = new Int32Array(0);
/** Of documents other than telegrams, one in so many is enough. */
const THIN = 6;

export function trainRecogniser(volumes: readonly string[]): void {
  const corpus = corpusFolder();
  const lists = surnamesByVolume(corpus, volumes);
  const terms = termWords(corpus, volumes);
  const interner = new Interner();
  const examples: ChoiceExample[] = [];
  let documents = 0;
  for (const volume of volumes) {
    const known = { surnames: others(lists, volume), terms };
    if (lists.get(volume)!.size === 0) continue;
    const before = examples.length;
    let positive = 0;
    let at = 0;
    for (const record of readVolume(corpus, volume)) {
      if (record.genre === 'telegram' ? at++ % 2 > 0 : at++ % THIN > 0) continue;
      const gold = align(record);
      if (!gold) continue;
      documents++;
      examplesOf(gold, known, interner, examples);
    }
    for (let i = before; i < examples.length; i++) positive += examples[i]!.right;
    // Volumes that were never tagged.
    if (positive < (examples.length - before) / 200) examples.length = before;
  }
  const weights = trainChoice(examples, interner.names, { epochs: 4, minimum: 5, l2: 1e-5 });
  const surnames = [...others(lists)].sort().join(' ');
  writeModel('recogniser', provenance(volumes, documents), {
    weights: packWeights(weights),
    surnames,
    terms: [...terms].sort().join(' '),
  });
  console.log(`${documents} documents, ${examples.length} words, ${Object.keys(weights).length} weights`);
}
