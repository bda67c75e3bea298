/** How the number or the symbol of a note is printed where the note hangs. */

import { literally } from './literally.js';
import { raised, SUPERSCRIPTS } from './superscripts.js';

export interface MarkStyle {
  readonly name: string;
  /** The mark's characters for a bare number or symbol; undefined where the style has no form for it. */
  readonly mark: (n: string) => string | undefined;
  /** Nothing but marks of notes looks so: it needn't be glued to a word. */
  readonly unmistakable?: true;
  /** The style that the model knows and that this is like, where the model doesn't know its own name. */
  readonly as?: string;
}

const only =
  (pattern: RegExp): MarkStyle['mark'] =>
  (n) =>
    pattern.test(n) ? n : undefined;

const between =
  (before: string, after: string): MarkStyle['mark'] =>
  (n) =>
    before + n + after;

const superscript: MarkStyle['mark'] = (n) => (/^\d+$/.test(n) ? raised(n) : undefined);

/** Marks that are the number or the symbol and nothing else; the first that can write a number names the style of that mark. */
export const BARE_STYLES: readonly MarkStyle[] = [
  { name: 'number', mark: only(/^\d+$/) },
  { name: 'letter', mark: only(/^\d*\p{L}+$/u) },
  { name: 'symbol', mark: only(/^[^\p{L}\d]+$/u) },
];

/** Marks that signs or height set off from the text; a label may look the same. A new style is one row; of two that a text has alike the first counts. */
export const SET_OFF_STYLES: readonly MarkStyle[] = [
  { name: 'bracketed', mark: between('[', ']'), unmistakable: true },
  { name: 'superscript', mark: superscript, unmistakable: true },
  { name: 'parenthesised', mark: between('(', ')'), as: 'bracketed' },
  { name: 'closed', mark: between('', ')'), as: 'bracketed' },
  { name: 'braced', mark: between('{', '}'), unmistakable: true, as: 'bracketed' },
  { name: 'slashed', mark: between('/', '/'), as: 'bracketed' },
  { name: 'stroked', mark: between('', '/'), as: 'bracketed' },
  { name: 'abbreviated', mark: between('[fn', ']'), unmistakable: true, as: 'bracketed' },
  { name: 'noted', mark: between('[note ', ']'), unmistakable: true, as: 'bracketed' },
  { name: 'markdown', mark: between('[^', ']'), unmistakable: true, as: 'bracketed' },
  { name: 'carets', mark: between('^', '^'), unmistakable: true, as: 'superscript' },
  { name: 'caret', mark: between('^', ''), unmistakable: true, as: 'superscript' },
  { name: 'html', mark: between('<sup>', '</sup>'), unmistakable: true, as: 'superscript' },
];

/** Those that nothing else in a text looks like. */
export const UNMISTAKABLE: readonly MarkStyle[] = SET_OFF_STYLES.filter(({ unmistakable }) => unmistakable);

/** A number of up to two digits as any of these styles sets it, as a pattern. */
export const SET_OFF_MARKS = [
  `[${SUPERSCRIPTS}]{1,2}`,
  ...SET_OFF_STYLES.flatMap(({ mark }) => {
    const [before, after] = mark('1')!.split('1');
    return after === undefined ? [] : [`${literally(before!)}\\d{1,2}${literally(after)}`];
  }),
].join('|');
