/** How the labels of the notes at the end of a text can be set, and where lines so labelled begin. */

import type { Source } from '../../source.js';
import { literally } from '../../text/literally.js';
import { type MarkStyle, SET_OFF_STYLES, UNMISTAKABLE } from '../../text/mark-styles.js';
import { lowered, SUPERSCRIPTS } from '../../text/superscripts.js';
import { indentOf, type Line } from '../lines/chunks.js';
import { areMarkedApart, chapterRun } from './chapter.js';
import { EDITION_LABEL, type EditionRun, editionRuns } from './edition.js';
import { BLANK, follows, givesSource, type Labelled, labelled, MISREAD_NUMBER, opens } from './labels.js';

export interface LabelStyle {
  readonly name: string;
  /** Runs of labels that reach to the end of the text, the one to try first first. */
  readonly runs: (source: Source, lines: readonly Line[]) => readonly EditionRun[];
  /** The mark that looks like the label. */
  readonly like: MarkStyle;
  /** Set right under the last line of the text, without an empty one between. */
  readonly under: boolean;
  /** The share of the labels whose marks must stand in the body, in order, before the run counts as notes. */
  readonly marked: number;
}

/** Whether an item of a list opens like a note of a symbol: what is no note's label by itself. */
function isItem(source: Source, lines: readonly Line[], i: number, below: Labelled | undefined): boolean {
  const line = lines[i]!;
  if (!line.bullet || givesSource(source, line.start, line.to)) return false;
  if (!below) return lines[i - 1]!.bullet;
  const next = lines[below.line]!;
  const column = source.text.slice(line.from, line.start).search(/\S/);
  return next.bullet || indentOf(next) !== column;
}

/** The labels of the last run in a style whose notes begin at the margin, reaching to the end of the text; empty where there is none. */
function lastRun(source: Source, lines: readonly Line[], pattern: RegExp): Labelled[] {
  const run: Labelled[] = [];
  for (let i = lines.length - 1; i > 0; i--) {
    const found = labelled(source, lines, i, pattern);
    if (!found || (run[0] && !follows(found.label, run[0].label)) || isItem(source, lines, i, run[0])) continue;
    run.unshift(found);
    if (lowered(found.label) === '1') break;
  }
  return run.length > 0 && opens(run[0]!.label) ? run : [];
}

/** A label with what follows it, as a pattern; its number or symbol is group 1. */
interface Look {
  readonly name: string;
  readonly label: string;
  readonly like: MarkStyle;
  /** So many blanks may stand before a label at the margin. */
  readonly near: number;
  readonly marked: number;
  /** Without it no label looks so. */
  readonly sign?: readonly string[];
}

const NUMBER = '\\d{1,3}[a-z]?';
const SYMBOL = '[*†‡§¶‖]{1,4}';
const NOTE = '(?:(?:[Nn]ote|[Ff]ootnote|NOTE|FOOTNOTE|fn\\.?)\\s?|#)?';
/** What may part a label from its note: `1.`, `1 --`, `1.-`. */
const CLOSE = `(?:[.):]?(?:${BLANK}?[\\p{Pd}]{1,2}(?=${BLANK}))?)`;
const NEAR = 4;

/** Labels that look like marks of a style that sets them off by signs. */
function setOff(like: MarkStyle): Look | undefined {
  const [number, symbol] = [like.mark('1'), like.mark('*')];
  if (number === undefined || symbol === undefined) return undefined;
  const [before, after] = number.split('1').map(literally) as [string, string];
  // Lists are labelled `1)`, too.
  if (before === '' && like.mark('') === ')') return undefined;
  const label = `${before}(${NUMBER}|${SYMBOL})${after}[.:]?${BLANK}*(?=\\S)`;
  return { name: like.name, label, like, near: NEAR, marked: like.unmistakable ? 0.5 : 1, sign: [number, symbol] };
}

/** Marks that are the label and no more. */
export const BARE: MarkStyle = { name: 'bare', mark: (n) => n };
const BRACKETED = SET_OFF_STYLES.find(({ name }) => name === 'bracketed')!;
const SUPERSCRIPT = SET_OFF_STYLES.find(({ name }) => name === 'superscript')!;

const LOOKS: readonly Look[] = [
  ...UNMISTAKABLE.flatMap((like) => setOff(like) ?? []),
  {
    name: 'superscript',
    label: `([${SUPERSCRIPTS}]{1,3})${BLANK}*(?=\\S)`,
    like: SUPERSCRIPT,
    near: NEAR,
    marked: 0.5,
  },
  {
    name: 'lettered',
    label: `\\[([a-z])\\][.:]?${BLANK}+(?=\\S)`,
    like: BRACKETED,
    near: NEAR,
    marked: 1,
    sign: ['[a]'],
  },
  { name: 'symbol', label: `(${SYMBOL})${BLANK}*(?=\\S)`, like: BARE, near: NEAR, marked: 1 },
  {
    name: 'flush',
    label: `${NOTE}(${NUMBER}|(?:${MISREAD_NUMBER})(?=\\.))${CLOSE}${BLANK}+(?=\\S)`,
    like: BARE,
    near: 0,
    marked: 1,
  },
  {
    name: 'close',
    label: `(${NUMBER})(?:\\.(?=[\\p{Lu}“"([])|(?=\\p{Lu}\\p{Ll}))`,
    like: BARE,
    near: NEAR,
    marked: 1,
  },
  { name: 'alone', label: `(${NUMBER})\\.?\\s*$`, like: BARE, near: NEAR, marked: 1 },
  // Paragraphs of notes are numbered so, too.
  ...SET_OFF_STYLES.filter(({ unmistakable }) => !unmistakable).flatMap((like) => setOff(like) ?? []),
];

/** Labels that signs set off, as a pattern. */
export const SET_OFF_LABELS = LOOKS.flatMap(({ label, sign }) => (sign ? [label] : [])).join('|');

const near = (look: Look): string => `{0,${look.near}}`;
const further = (look: Look): string => `{${look.near + 1},}`;
const patternOf = ({ label }: Look, indent: string): RegExp => new RegExp(`^${BLANK}${indent}${label}`, 'u');

/** Notes whose labels stand at the margin, or else all further in. */
function marginal(look: Look, indent: string): LabelStyle {
  const { name, like, marked, sign } = look;
  const pattern = patternOf(look, indent);
  const runs: LabelStyle['runs'] = (source, lines) => {
    const possible = !sign || sign.some((one) => source.text.includes(one));
    const found = [possible ? lastRun(source, lines, pattern) : [], chapterRun(source, lines, pattern, BARE)];
    return found.flatMap((labels) => (labels.length > 0 ? [{ labels, damaged: false }] : []));
  };
  return { name, runs, like, under: false, marked };
}

const PARENTHESISED = new RegExp(`^${BLANK}{0,${NEAR}}\\((\\d{1,3})\\)${BLANK}+(?=\\S)`, 'u');

/** Marks in parentheses with a blank before them, as French editions set them. */
const APART: LabelStyle = {
  name: 'apart',
  runs: (source, lines) => {
    if (!source.text.includes(' (1)')) return [];
    const labels = lastRun(source, lines, PARENTHESISED);
    return labels.length > 0 && areMarkedApart(source, lines, labels) ? [{ labels, damaged: false }] : [];
  },
  like: { name: 'apart', mark: (n) => ` (${n})`, unmistakable: true },
  under: false,
  marked: 1,
};

/** Every way of labelling a note that is known; the first style that explains the end of the text is taken. */
export const LABEL_STYLES: readonly LabelStyle[] = [
  { name: 'indented', runs: editionRuns, like: BARE, under: true, marked: 0.3 },
  ...LOOKS.map((look) => marginal(look, near(look))),
  ...LOOKS.map((look) => marginal(look, further(look))),
  APART,
];

/** How labels at the foot of a page look, and the marks that belong to them. */
export interface FootLabel extends Pick<Look, 'sign'> {
  readonly pattern: RegExp;
  readonly marks: readonly MarkStyle[];
}

/** A number alone on its line may be the page's. Signs come last: on a page with numbers they label notes beside these. */
const OF_PAGES = [
  ...LOOKS.filter(({ name }) => name !== 'alone' && name !== 'symbol'),
  ...LOOKS.filter(({ name }) => name === 'symbol'),
];

const AT_FOOT: readonly (FootLabel & Pick<Look, 'like'>)[] = [
  { pattern: EDITION_LABEL, like: BARE },
  ...[near, further].flatMap((indent) => OF_PAGES.map((look) => ({ ...look, pattern: patternOf(look, indent(look)) }))),
].map((one) => ({ ...one, marks: [one.like] }));

const SIGNS = UNMISTAKABLE.flatMap(({ mark }) => ['1', '*'].flatMap((label) => mark(label) ?? []));

/** The same styles at the foot of a page, first with marks that look like them: paragraphs are numbered so, too. */
export const FOOT_LABELS: readonly FootLabel[] = [
  ...AT_FOOT,
  ...AT_FOOT.map((one) => ({ ...one, marks: UNMISTAKABLE.filter((style) => style !== one.like), sign: SIGNS })),
];
