/**
 * Marks of pages as other editions and programs set them: `[p. 81]`, `{81}`, `[81]`, `<pb n="81"/>`. The text is read as if they were
 * `[Page 81]`; they become `pb` all the same, each with its own place.
 */

import type { Diagnostic } from '../../diagnostic.js';
import { type Source, source } from '../../source.js';
import { pageMarks } from '../blocks/leaves.js';
import { type Edit, edited } from './origin.js';

interface PageForm {
  /** Group 1 is the number. */
  readonly pattern: RegExp;
  /** Fewer may be something else. */
  readonly least: number;
  /** Nothing else looks so. */
  readonly certain?: true;
}

const FORMS: readonly PageForm[] = [
  { pattern: /\[[Pp]g?\. ?(\d{1,4})\]/g, least: 1, certain: true },
  { pattern: /\{(?:[Pp]g?\.|[Pp]age) ?(\d{1,4})\}/g, least: 1, certain: true },
  { pattern: /<pb n="(\d{1,4})" ?\/>/g, least: 1, certain: true },
  { pattern: /\{(\d{1,4})\}/g, least: 1 },
  // Editors correct years and days so.
  { pattern: /\[(\d{1,4})\]/g, least: 2 },
];
const MAY_HAVE = /[[{](?:[Pp]|\d{1,4}[\]}])|<pb /;

interface Numbered {
  readonly start: number;
  readonly end: number;
  readonly n: number;
}

/** Whether numbers in brackets are those of pages, each the next: notes have labels of the same numbers, or count from 1, or are lines of their own. */
function arePages(text: string, marks: readonly Numbered[]): boolean {
  const [first, last] = [marks[0]!, marks.at(-1)!];
  if (first.n === 1 || marks.some(({ n }, i) => i > 0 && n !== marks[i - 1]!.n + 1)) return false;
  const label = new RegExp(`^[ \\t\\u00a0]*[(^]?(?:${first.n}|${last.n})(?:[).:/]|[ \\t\\u00a0])`, 'm');
  const opensLine = ({ start, end }: Numbered): boolean =>
    /(?:^|[\n\r\f])[ \t]*$/.test(text.slice(Math.max(0, start - 8), start)) &&
    /^[.:]? *\S/.test(text.slice(end, end + 8));
  return !label.test(text) && !marks.every(opensLine);
}

/** The text with its marks of pages in the plain form; as it is where it has that, or none. */
export function withPageMarks(of: Source): Source {
  const { text } = of;
  if (!MAY_HAVE.test(text) || pageMarks(text).length > 0) return of;
  for (const { pattern, least, certain } of FORMS) {
    const found = Array.from(text.matchAll(pattern), ({ 0: { length }, 1: n, index }) => ({
      start: index,
      end: index + length,
      n: Number(n),
    }));
    if (found.length < least || !(certain || arePages(text, found))) continue;
    const edits = found.map(({ start, end, n }): Edit => ({ start, end, text: `[Page ${n}]` }));
    const made = edited(text, edits);
    return {
      ...source(made.text, of.name),
      origin: { source: of, kept: made.kept, formeWork: [], diagnostics: [told(text, edits)] },
    };
  }
  return of;
}

const told = (text: string, [first, ...more]: readonly Edit[]): Diagnostic => ({
  code: 'page-marks',
  severity: 'info',
  message: `“${text.slice(first!.start, first!.end)}” ${more.length > 0 ? `and ${more.length} of its like are read as marks of pages` : 'is read as the mark of a page'}`,
  start: first!.start,
  end: first!.end,
  hint: 'set what is none in round brackets',
});
