/** The phrases that the model of emphasis knows. */

import { knownPhrases } from '../resolve/emphasis/known.js';
import { Lexicon } from '../resolve/emphasis/lexicon.js';
import type { Lesson } from './emphasis-lessons.js';
import type { GoldDocument } from './gold.js';

const normal = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\d+/g, '0')
    .replace(/[.,;:]+$/, '');

/** Labels have candidates of their own. */
const LABEL = /^(?:Begin|End|FYI|For|Comment|Summary)\b/;

/** Phrases set in italics in at least two volumes, and in a fifth of the documents that have them. */
export function phrasesOf(lessons: readonly Lesson[]): string[] {
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
