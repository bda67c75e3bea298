/**
 * What a text holds that some rule could object to, found in one pass over its characters: a rule's own, slower search
 * runs only where its trait is set.
 */

export const TRAIT = {
  straight: 1,
  /** A quotation mark that may face the wrong way. */
  turnedQuote: 2,
  bracket: 4,
  /** A space before a mark of punctuation. */
  spacePoint: 8,
  /** A space inside brackets or quotation marks. */
  spaceHug: 16,
  /** A hyphen behind a digit or a space. */
  digitHyphen: 32,
  doubleHyphen: 64,
  /** A letter that looks like a digit beside a digit. */
  letterDigit: 128,
  /** A stop with a capital glued to it. */
  stopCapital: 256,
  /** A character outside of Latin letters and usual signs. */
  unusual: 512,
  doubledWord: 1024,
  /** Anything but white space. */
  text: 2048,
  /** What a first byte of UTF-8 looks like in Windows-1252. */
  lead: 4096,
  /** An ampersand or an angle bracket. */
  markup: 8192,
  /** A closing bracket, or a mark of punctuation but a stop, with a letter glued to it. */
  pointLetter: 16384,
  /** A letter beside 0 or 1, which no digit stands before. */
  twinLetter: 32768,
  /** A round bracket. */
  parenthesis: 65536,
  /** Two marks of punctuation in a row. */
  doubledMark: 131072,
  /** A space behind a hyphen. */
  hyphenSpace: 262144,
  /** A comma or the like with a digit glued to it. */
  pointDigit: 524288,
} as const;

const C = {
  other: 0,
  space: 1,
  lower: 2,
  upper: 3,
  digit: 4,
  stop: 5,
  point: 6,
  hyphen: 7,
  open: 8,
  close: 9,
  misread: 10,
  /** 0 and 1, which look like letters. */
  twin: 11,
  openQuote: 12,
  closeQuote: 13,
} as const;
const COUNT = 14;
const LATIN_END = 0x250;

const CLASS = new Uint8Array(LATIN_END);
const OWN = new Uint32Array(LATIN_END);
for (let code = 0; code < LATIN_END; code++) {
  const char = String.fromCharCode(code);
  if (/[lIOoSB]/.test(char)) CLASS[code] = C.misread;
  else if (/[01]/.test(char)) CLASS[code] = C.twin;
  else if (/\d/.test(char)) CLASS[code] = C.digit;
  else if (/\p{Ll}/u.test(char)) CLASS[code] = C.lower;
  else if (/\p{Lu}/u.test(char)) CLASS[code] = C.upper;
  else if (/[ \u00a0]/.test(char)) CLASS[code] = C.space;
  else if (char === '.') CLASS[code] = C.stop;
  else if (/[,;:?!]/.test(char)) CLASS[code] = C.point;
  else if (char === '-') CLASS[code] = C.hyphen;
  else if (/[([]/.test(char)) CLASS[code] = C.open;
  else if (/[)\]]/.test(char)) CLASS[code] = C.close;
  if (/\S/.test(char)) OWN[code] = TRAIT.text;
  if (/["']/.test(char)) OWN[code]! |= TRAIT.straight;
  if (/[[\]]/.test(char)) OWN[code]! |= TRAIT.bracket;
  if (/[()]/.test(char)) OWN[code]! |= TRAIT.parenthesis;
  if (/[ÂÃÄÅâï]/.test(char)) OWN[code]! |= TRAIT.lead;
  if (/[&<]/.test(char)) OWN[code]! |= TRAIT.markup;
  if (code === 0xad || (code >= 0x80 && code < 0xa0)) OWN[code]! |= TRAIT.unusual;
}

const PAIR = new Uint32Array(COUNT * COUNT);
const pair = (first: number, second: number, trait: number): void => {
  PAIR[first * COUNT + second]! |= trait;
};
pair(C.space, C.point, TRAIT.spacePoint);
pair(C.space, C.stop, TRAIT.spacePoint);
for (const close of [C.close, C.closeQuote]) pair(C.space, close, TRAIT.spaceHug);
for (const open of [C.open, C.openQuote]) pair(open, C.space, TRAIT.spaceHug);
pair(C.hyphen, C.hyphen, TRAIT.doubleHyphen);
pair(C.space, C.hyphen, TRAIT.digitHyphen);
pair(C.hyphen, C.space, TRAIT.hyphenSpace);
pair(C.point, C.point, TRAIT.doubledMark);
pair(C.point, C.stop, TRAIT.doubledMark);
pair(C.stop, C.stop, TRAIT.doubledMark);
for (const digit of [C.digit, C.twin]) {
  pair(digit, C.hyphen, TRAIT.digitHyphen);
  pair(digit, C.misread, TRAIT.letterDigit);
  pair(C.point, digit, TRAIT.pointDigit);
  pair(C.misread, digit, TRAIT.letterDigit);
}
pair(C.stop, C.upper, TRAIT.stopCapital);
pair(C.stop, C.misread, TRAIT.stopCapital);
for (const letter of [C.lower, C.upper, C.misread]) {
  pair(C.point, letter, TRAIT.pointLetter);
  pair(C.close, letter, TRAIT.pointLetter);
}
for (const letter of [C.lower, C.upper, C.misread]) {
  pair(C.twin, letter, TRAIT.twinLetter);
  pair(letter, C.twin, TRAIT.twinLetter);
}
// What rightly stands behind “ is a word, and before ” one or a mark behind it; other characters are looked at.
for (const kind of Object.values(C)) {
  if (![C.lower, C.upper, C.misread, C.digit, C.twin].some((word) => word === kind))
    pair(C.openQuote, kind, TRAIT.turnedQuote);
}
for (const kind of [C.other, C.space, C.open, C.openQuote]) pair(kind, C.closeQuote, TRAIT.turnedQuote);

/** The traits of a text, or-ed. */
export function traits(text: string): number {
  const { length } = text;
  let found = 0;
  let before = 0;
  let word = 0;
  let last = 0;
  for (let at = 0; at < length; at++) {
    let code = text.charCodeAt(at);
    let kind: number = C.other;
    if (code < LATIN_END) {
      kind = CLASS[code]!;
      found |= OWN[code]!;
    } else if (code === 0x201c || code === 0x201d) {
      kind = code === 0x201c ? C.openQuote : C.closeQuote;
      found |= TRAIT.text;
    } else if (code === 0x2018) found |= TRAIT.turnedQuote | TRAIT.text;
    else if (code < 0x2000 || code > 0x2027) found |= TRAIT.unusual | TRAIT.text;
    else if (code === 0x200b) found |= TRAIT.unusual;
    else if (code > 0x200a) found |= TRAIT.text;
    // Behind another digit it looks like no letter: “10th”, “1950s”.
    if (kind === C.twin && (before === C.digit || before === C.twin)) kind = C.digit;
    found |= PAIR[before * COUNT + kind]!;
    // Words by a rolling hash: equal hashes in a row may be a doubled word.
    if (kind === C.lower || kind === C.misread || kind === C.upper) {
      word = (Math.imul(word, 31) + code) | 0;
      // Small letters, most of any text, have no traits beside each other.
      while (at + 1 < length) {
        code = text.charCodeAt(at + 1);
        if (code < 97 || code > 122) break;
        kind = CLASS[code]!;
        word = (Math.imul(word, 31) + code) | 0;
        at++;
      }
    } else {
      if (word !== 0 && word === last) found |= TRAIT.doubledWord;
      last = kind === C.space ? (word === 0 ? last : word) : 0;
      word = 0;
    }
    before = kind;
  }
  if (word !== 0 && word === last) found |= TRAIT.doubledWord;
  if (before === C.openQuote) found |= TRAIT.turnedQuote;
  return found;
}
