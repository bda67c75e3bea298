/** What is to stand between two lines of a text of set width, as a list of rules: the first that says something holds. */

import { type Source, textOf } from '../../source.js';
import { indentOf, type Line } from '../lines/chunks.js';
import { ENDED, LOWER } from '../lines/halves.js';
import { isDateline, RECEIVED } from '../lines/opening.js';
import { APART, goesOn, type Neighbours, UNDIVIDED } from './between.js';
import { BULLET, LABEL, opensAlike } from './item-labels.js';
import { INDENT, isRow, type Width } from './setting.js';

const BRACKETED = /[)\]]\d{0,2}$/;
/** The dateline is among so many characters. */
const OPENING = 600;
/** What goes on below. */
const OPEN = /(?:,|\b(?:of|the|and|in|to|for|at|with))$/;
const INITIAL = /^\p{Lu}\.\s/u;
/** Labels that no sentence has: `(b) `, `- `. */
const SIGNED = /^[(\p{Pd}]/u;
/** An item, also without a blank: `—boats` */
const DASHED = /^\p{Pd}/u;
/** Who speaks is cut short, and another speaks: `Mr. Sapt: No.` */
const CUT_SHORT = /[—–-]$/;
const SPEAKER = /^(?:\p{Lu}[\p{L}.’'-]* ){0,3}\p{Lu}[\p{L}’'-]+: /u;
/** What a number follows, or a name: `p.`, `No.`, `Mr.` */
const OF_NUMBER = /(?<![\p{L}.])(?:pp?|[Nn]os?|vols?|arts?|secs?|paras?|pars?|[Rr]es)\.$/u;
const OF_NAME = /(?<![\p{L}.])(?:Messrs|Mrs?|Dr)\.$/u;
const NUMBER = /^(?:\d|[IVXL]+\b)/;

/** Whether a line ends with a stop that ends no sentence: `No.` and below it `5`, but `he said no.` */
const isShortened = (text: string, after: string): boolean =>
  OF_NAME.test(text) || (OF_NUMBER.test(text) && NUMBER.test(after));
/** What looks like a label and is none: the hour, a page's number. */
const SPOKEN = /^(?:[ap]\. ?m\b|pp?\. ?\d)/;

/** Whether a line begins in a sentence that the one above has begun: `5 p.` and below it `m.` */
const inSentence = (text: string, after: string): boolean =>
  SPOKEN.test(after) || (after.startsWith('m.') && /\d [ap]\.$/.test(text));

/** Two lines with what the rules ask of them. */
interface Pair extends Neighbours {
  readonly of: Source;
  /** The words of `line`, and those of `next`. */
  readonly text: string;
  readonly after: string;
  /** What stands between them where they are lines of one paragraph. */
  readonly joint: string;
  /** Whether `text` ends as sentences do. */
  readonly ended: boolean;
  /** Whether the first word of `after` would not have fitted on the line above. */
  readonly full: boolean;
  /** Whether `after` begins with the label of an item or a note, with a bullet, and with what comes next after the label above. */
  readonly label: boolean;
  readonly bullet: boolean;
  readonly alike: boolean;
  /** Where the text has the first lines of its paragraphs set in; undefined where it hasn't, and in the notes. */
  readonly setIn: Width['setIn'];
  /** Columns by which `next` is set further in than `line`. */
  readonly further: number;
  /** Whether the dateline may be here, and whether `line` is it. */
  readonly top: boolean;
  readonly dated: boolean;
  /** The line below `next` in its block, and whether its first word would not have fitted on `next`. */
  readonly follows: Line | undefined;
  readonly fullBelow: boolean;
}

function pairOf(of: Source, { isFull, setIn: firstLines }: Width, neighbours: Neighbours): Pair {
  const { line, next, below, paged, labelled, inside, flush } = neighbours;
  const text = textOf(of, line);
  const after = textOf(of, next);
  const joint = goesOn(text, after);
  const setIn = firstLines && next.from < firstLines.end ? firstLines : undefined;
  const top = setIn !== undefined && next.start < OPENING;
  const dated = top && isDateline(text);
  const follows = below?.chunk === next.chunk ? below : undefined;
  const ended = ENDED.test(text) && !isShortened(text, after);
  const full = (isFull(line, next) && !dated) || (joint === UNDIVIDED && LOWER.test(after));
  const label = LABEL.test(after) && !inSentence(text, after);
  const bullet = BULLET.test(after);
  const alike = labelled !== undefined && opensAlike(textOf(of, labelled), after);
  const further = indentOf(next) - indentOf(line);
  const fullBelow = follows !== undefined && isFull(next, follows);
  // Written out: spreading is slow, and this is done for each line.
  return {
    line,
    next,
    below,
    paged,
    labelled,
    inside,
    flush,
    of,
    text,
    after,
    joint,
    ended,
    full,
    label,
    bullet,
    alike,
    setIn,
    further,
    top,
    dated,
    follows,
    fullBelow,
  };
}

/** The line end is to stay. */
const STAYS = null;
/** What is to stand between two lines; undefined where a rule says nothing of them. */
type Rule = (pair: Pair) => string | typeof STAYS | undefined;

/** Over the end of a block a sentence goes on only where a page ends. */
const overBlocks: Rule = ({ line, next, text, after, joint, paged, ended, label, inside }) => {
  if (line.chunk === next.chunk) return undefined;
  const begins = label || DASHED.test(after) || (CUT_SHORT.test(text) && SPEAKER.test(after));
  const over = paged && !ended && !begins && !BRACKETED.test(text) && (inside || LOWER.test(after));
  return over ? joint : STAYS;
};

/** A numbered paragraph has its first line set in, too; a name may begin as a label does, `V. Sapt`. */
const numberedParagraph: Rule = ({ after, setIn, label, bullet, alike, ended, full, further }) => {
  if (!label || !setIn || bullet) return undefined;
  const isNamed = ended && !full && !alike && INITIAL.test(after);
  return (further >= INDENT ? ended || !full : isNamed) ? APART : undefined;
};

/** Items and notes begin lines of their own; `2. ` may end a sentence that goes on: `Box 76, Folder` and below `2. Secret.` */
const labelledLine: Rule = ({ line, next, text, after, label, bullet, alike, labelled, ended, full, further }) => {
  if (!label) return undefined;
  // The second line of a note hangs below its label.
  const inner = further > 0 && (line !== labelled || SIGNED.test(after));
  if (bullet || (alike && SIGNED.test(after)) || ended || BRACKETED.test(text) || !full || inner) return STAYS;
  // Below a note's label, set in like it.
  return labelled && indentOf(labelled) > 0 && indentOf(next) === indentOf(labelled) ? STAYS : undefined;
};

/** A heading may end in a place and a date, too; a post's own line stands right above the dateline. */
const dateline: Rule = ({ of, line, next, text, after, setIn, follows }) => {
  if (next.start >= OPENING) return undefined;
  // Where nothing else parts paragraphs, the first begins below it.
  const isBlock = !setIn && line.chunk === next.chunk && !LOWER.test(after) && !RECEIVED.test(after);
  if (isBlock && isDateline(text) && !OPEN.test(text) && !isDateline(after)) return APART;
  if (!isDateline(after)) return undefined;
  const another = follows && isDateline(textOf(of, follows));
  return another || OPEN.test(text) ? undefined : APART;
};

/** A paragraph begins where a line is set in below one that ends, or that a full line would not have. */
const firstLineSetIn: Rule = (pair) => {
  const { of, next, follows, labelled, ended, full, setIn, paged, flush, further, joint } = pair;
  const isSetIn = further >= INDENT || (!full && indentOf(next) - flush >= INDENT);
  if (!isSetIn || !(setIn || !paged)) return undefined;
  const isFirst = follows !== undefined && indentOf(follows) < indentOf(next);
  if (!ended && !(setIn && (!full || (isFirst && pair.fullBelow)))) return undefined;
  const noteIndent = labelled && indentOf(labelled);
  if (noteIndent === undefined) return APART;
  // Lines that go on with a note are all set further in than its label; a paragraph of it has its first line so.
  if (noteIndent > 0 && indentOf(next) > noteIndent)
    return !full || (isFirst && !LABEL.test(textOf(of, follows))) ? STAYS : undefined;
  return noteIndent === 0 && follows && indentOf(follows) === indentOf(next) ? joint : APART;
};

/** A full line's paragraph goes on, and one that a page divides. */
const fullLine: Rule = ({ full, paged, inside, ended, joint }) =>
  full || (paged && (inside || !ended)) ? joint : undefined;

/** What stands above the first paragraph are lines of their own, and so is what follows a paragraph's last. */
const lineOfItsOwn: Rule = ({ next, after, setIn, ended, label, further, dated }) => {
  if (!setIn || label || further > 0) return undefined;
  if (!ended && !(next.from < setIn.start && !LOWER.test(after))) return undefined;
  return dated && RECEIVED.test(after) ? STAYS : APART;
};

/** A paragraph ends before its width, and the next is one, too: its first line is full. */
const endsBeforeWidth: Rule = ({ ended, inside, label, fullBelow }) =>
  ended && inside && !label && fullBelow ? APART : undefined;

const RULES: readonly Rule[] = [
  overBlocks,
  numberedParagraph,
  labelledLine,
  dateline,
  firstLineSetIn,
  fullLine,
  lineOfItsOwn,
  endsBeforeWidth,
];

/** What is to stand between two lines of a text of set width; undefined where it is to stay. */
export function betweenLines(of: Source, width: Width, neighbours: Neighbours): string | undefined {
  const { line, next } = neighbours;
  if (next.bullet || isRow(of, line) || isRow(of, next)) return undefined;
  const pair = pairOf(of, width, neighbours);
  for (const rule of RULES) {
    const says = rule(pair);
    if (says !== undefined) return says ?? undefined;
  }
  return undefined;
}
