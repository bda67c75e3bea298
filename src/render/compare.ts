/** Two texts of one document: the same, the same but for white space, hyphens that divide words at the ends of lines and the form of bullets, of pages behind them and of notes' labels, or not. */

import { lowered, SUPERSCRIPTS } from '../text/superscripts.js';
import { FORBIDDEN } from '../xml/characters.js';

export type Outcome = 'same' | 'layout' | 'lost';

export interface TextComparison {
  readonly outcome: Outcome;
  /** Line of `before`, from 1, where the texts part; 0 where they are the same. */
  readonly line: number;
  /** What stands there, from a few characters before the place on. */
  readonly before: string;
  readonly after: string;
}

const AROUND = 20;
const SHOWN = 80;

/** Characters that TEI can't hold, a byte order mark, carriage returns and white space at either end are no difference. */
const trimmed = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(FORBIDDEN, '')
    .replace(/\r\n?/g, '\n')
    .trim();

const BAR = /(?<=\s|^)\|(?=\s|$)/;
const BARS = new RegExp(BAR, 'g');

/** Notes labelled so have their marks in the text so, too. */
const BRACKETED = /^\s{0,4}\[(?:\d{1,3}[a-z]?|[*†‡§¶‖]{1,4})\]:?\s/m;
const RAISED = new RegExp(String.raw`^\s{0,4}[${SUPERSCRIPTS}]{1,3} ?\S`, 'm');

/** Bullets before nothing, below an item: of empty items nothing comes back. */
const EMPTY_ITEMS = /^([ \t]+[*•▪][ \t]+\S.*\n)(?:[ \t]+[*•▪][ \t]*(?:\n|$))+/gm;

/** A page that begins behind a bullet: TEI has its break before the item, for none stands at an element's edge. */
const PAGE_IN_ITEM = /^([ \t]*[*•▪])[ \t]+(\[Page [^\]\n]{1,10}\])[ \t]+(?=\S)/gm;

/** A text with bullets and the labels of notes as the plain text form has them: how `before` prints them is layout. */
function withUsualLabels(text: string, before: string): string {
  const usual = text
    .replace(EMPTY_ITEMS, '$1')
    .replace(PAGE_IN_ITEM, '$2\n$1 ')
    .replace(/^(\s*)[•▪](?=\s)/gm, '$1*')
    .replace(/^(\s*[*†‡§¶‖]{1,4})\.(?=\s)/gm, '$1');
  const raised = RAISED.test(before);
  if (!raised && !BRACKETED.test(before)) return usual;
  return (raised ? lowered(usual) : usual)
    .replace(/\[(\d{1,3}[a-z]?|[*†‡§¶‖]{1,4})\]:?/g, '$1')
    .replace(/^(\s*\d{1,3}[a-z]?)\.(?=\s)/gm, '$1');
}

export function compareTexts(before: string, after: string): TextComparison {
  const [given, made] = [trimmed(before), trimmed(after)];
  if (given === made) return { outcome: 'same', line: 0, before: '', after: '' };
  // Cells that blanks part come back with bars between them.
  const b = withUsualLabels(BAR.test(before) ? made : trimmed(made.replace(BARS, ' ')), before);
  const a = withHyphensOf(withUsualLabels(given, before), b);
  const same = a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
  const [x, y] = same ? [given, made] : [a, b];
  let [at, there] = [0, 0];
  if (same) while (at < x.length && x[at] === y[at]) there = ++at;
  else [at, there] = firstDifference(x, y);
  const above = before.slice(0, before.indexOf(given)).split('\n').length - 1;
  return {
    outcome: same ? 'layout' : 'lost',
    line: above + x.slice(0, at).split('\n').length,
    before: x.slice(Math.max(0, at - AROUND), at + SHOWN - AROUND),
    after: y.slice(Math.max(0, there - AROUND), there + SHOWN - AROUND),
  };
}

const DIVIDED = /(?<=\p{L})[-\u00ad](?=[ \t]*\n\s*\p{L})/gu;

/** A text without the hyphens by which its lines' ends divide words, save those that another text has, too. */
function withHyphensOf(a: string, b: string): string {
  let out = '';
  let [from, j] = [0, 0];
  for (const { index } of a.matchAll(DIVIDED)) {
    const part = a.slice(from, index);
    const [, inB] = firstDifference(part, b.slice(j));
    out += part;
    j += inB;
    from = b[j] === a[index] ? index : index + 1;
  }
  return out + a.slice(from);
}

/** Where two texts part that differ in more than white space, which is passed over. */
function firstDifference(a: string, b: string): [inA: number, inB: number] {
  let [i, j] = [0, 0];
  const blank = (c: string | undefined): boolean => c !== undefined && /\s/.test(c);
  for (;;) {
    while (blank(a[i])) i++;
    while (blank(b[j])) j++;
    if (a[i] !== b[j] || i >= a.length) return [i, j];
    i++;
    j++;
  }
}
