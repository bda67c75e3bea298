/**
 * What the annual volumes' own conventions settle before the model is asked: lines that say where a document was found, bracketed
 * words, and how an attachment begins. Later volumes print the same words and encode them as paragraphs.
 */

import type { Source } from '../../source.js';
import { isNumberAlone } from '../../text/printed-number.js';
import type { Label } from '../labels/labels.js';
import type { Line } from '../lines/chunks.js';
import type { TreatyLine } from './articles.js';
import { endingLabels } from './endings.js';
import { isSourced } from './found.js';
import { type Above, type AnnualLine, isAlone, LONG, wordsOf } from './line.js';
import { ANNUAL_RULES, headsByItself } from './rules.js';
import { hasPost, titlesBelow } from './titles.js';

/** Whether a document's number stands above its heading, an empty line between or not; the heading may end with a stop. */
function isNumbered({ text }: Source, lines: readonly Line[]): boolean {
  const [number, head, below] = lines;
  if (!number || !head || !below || head.bullet || head.chunk === below.chunk) return false;
  return (
    isNumberAlone(wordsOf(text, number)) !== undefined &&
    head.end - head.start <= LONG &&
    headsByItself(wordsOf(text, head))
  );
}

interface Settled {
  readonly label: Label | undefined;
  /** What the line is to the one below it. */
  readonly leaves: Above;
}

/** What the first rule that holds says of a line. */
function settle(line: AnnualLine): Settled {
  const rule = ANNUAL_RULES.find(({ holds }) => holds(line));
  if (!rule) return { label: undefined, leaves: undefined };
  const { label, leaves } = rule;
  return {
    label: typeof label === 'function' ? label(line) : label,
    leaves: typeof leaves === 'function' ? leaves(line) : leaves,
  };
}

/** Whether a line is a heading, of the document or of an attachment. */
function isHead({ i, alone, text, numbered }: AnnualLine, label: Label | undefined): boolean {
  if (label === 'head' || label === 'attHead' || (numbered && i === 1)) return true;
  return i === 0 && label === undefined && alone && headsByItself(text) && !isSourced(text);
}

/** The labels of the titles that stand between heading `i` and its dateline, and of the dateline, into `belowHead`. */
function settleTitles(source: Source, lines: readonly Line[], i: number, belowHead: Label[]): void {
  const titles = titlesBelow(source, lines, i);
  for (let k = 1; k <= titles; k++) belowHead[i + k] = 'seg';
  if (titles > 0 && !hasPost(source, lines, i + titles + 1)) belowHead[i + titles + 1] = 'dateline';
}

/** Whether the document's heading must have been passed with a line. */
const passesHeading = ({ i, text, numbered }: AnnualLine, label: Label | undefined): boolean =>
  numbered || label === 'head' || (i > 0 ? label === undefined : !isSourced(text) && !text.startsWith('['));

/** The labels that are settled, by line; lines that only hold a page's mark are left out of `lines`. */
export function annualLabels(
  source: Source,
  lines: readonly Line[],
  treaties: readonly TreatyLine[],
): (Label | undefined)[] {
  const endings = endingLabels(source, lines, treaties);
  const numbered = isNumbered(source, lines);
  const settled: (Label | undefined)[] = [];
  const belowHead: Label[] = []; // by line
  let titled = false;
  let above: Above;
  for (const [i, at] of lines.entries()) {
    const line: AnnualLine = {
      source,
      lines,
      i,
      above,
      titled,
      numbered,
      settled,
      text: wordsOf(source.text, at),
      alone: isAlone(lines, i),
      belowHead: belowHead[i],
      ending: endings[i],
      treaty: treaties[i],
    };
    const { label, leaves } = settle(line);
    if (isHead(line, label)) settleTitles(source, lines, i, belowHead);
    titled ||= passesHeading(line, label);
    above = leaves;
    settled.push(label);
  }
  return settled;
}
