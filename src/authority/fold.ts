/** One spelling for all spellings of a name: what look-ups compare. */

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
 * `Hammarskjöld` → `hammarskjold`, `En-lai` → `enlai`.
 */
export function fold(word: string): string {
  let result = folded.get(word);
  if (result === undefined) {
    result = word
      .replace(/[øØłŁđĐðıæÆœŒßþ]/g, (c) => SPECIAL[c] as string)
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}&/]/gu, '')
      .toLowerCase();
    if (folded.size > 50_000) folded.clear();
    folded.set(word, result);
  }
  return result;
}
