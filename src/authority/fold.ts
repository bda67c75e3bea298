/** One spelling for all spellings of a name: what look-ups compare. */

import { withoutLigatures } from '../text/ligatures.js';

const SPECIAL: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  ı: 'i',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ß: 'ss',
  þ: 'th',
};

const folded = new Map<string, string>();

/**
 * Lower case without diacritics, apostrophes, full stops or hyphens: `Ch’en` → `chen`, `Ma'mun` → `mamun`,
 * `Hammarskjöld` → `hammarskjold`, `En-lai` → `enlai`; ligatures are the letters that they show.
 */
export function fold(word: string): string {
  const ascii = asciiCase(word);
  if (ascii) return ascii === 'lower' ? word : word.toLowerCase();
  let result = folded.get(word);
  if (result === undefined) {
    result = withoutLigatures(word)
      .replace(/[øØłŁđĐðıæÆœŒßþ]/g, (c) => SPECIAL[c] as string)
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}&/]/gu, '')
      .toLowerCase();
    if (folded.size > 20_000) folded.clear();
    folded.set(word, result);
  }
  return result;
}

/** For words of a–z, A–Z and digits alone, which need no look-up: whether they hold capitals. */
function asciiCase(word: string): 'lower' | 'capitals' | undefined {
  let capitals = false;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 65 && code <= 90) capitals = true;
    else if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) return undefined;
  }
  return capitals ? 'capitals' : 'lower';
}

/** The words of a text, folded; what is no letter parts them. */
export const foldedWords = (text: string): string[] =>
  text
    .split(/[^\p{L}]+/u)
    .map(fold)
    .filter((word) => word !== '');
