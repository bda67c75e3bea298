/** Signatures: the name as `persName/hi[@rend='strong']`, what stands on the lines after it in italics. */

import { fold } from '../../authority/fold.js';
import type { Authority } from '../../authority/types.js';
import { isForename } from '../../authority/words.js';
import type { TextRange } from '../../text-range.js';
import type { Decision, Document, Mark } from '../../tree.js';
import { type Series, seriesOfDocument } from '../profile.js';
import { type Region, regionsOf } from '../regions.js';

/** How each sub-series prints the name; all that aren't listed print it bold. */
const NAME_REND: Partial<Record<Series, 'smallcaps'>> = { annual: 'smallcaps' };

/** Signed by nobody: "[file copy not signed]", "unsigned", "[initials illegible]". */
const NOBODY = /\b(?:unsigned|not signed|no signature|illegible|not declassified|signature)\b/i;

const BEFORE_NAME = /^[\s\u0001"“”[(/]*(?:(?:s\/|signed\b|by\s|(?:seal|l\. ?s)\.?(?=\]))\s*[:/.)\]]?\s*)?/iu;
/** The seal beside the name. */
const SEAL = /\[(?:seal|l\. ?s)\.?\]/i;
const SEAL_AFTER = /\s?\[(?:seal|l\. ?s)\.?\][\s.\u0001]*$/i;
const unsealed = (text: string): string => text.replace(SEAL_AFTER, '');

const SUFFIX = /, (?:Jr|Sr|II|III|2d)\b\.?/;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function lines(region: Region): Line[] {
  const bounds = [region.start, ...(region.breaks ?? []), region.end];
  return bounds.slice(0, -1).map((start, i) => {
    const end = bounds[i + 1]!;
    return { start, end, text: region.text.slice(start - region.start, end - region.start) };
  });
}

/** The name on a line: up to a comma that isn't before "Jr.", nor in brackets; without brackets, seal and full stop at the end. */
function nameOn({ start, text }: Line): TextRange | undefined {
  const first = BEFORE_NAME.exec(text)?.[0].length ?? 0;
  let rest = unsealed(text.slice(first).replace(/[\s\u0001]+$/, ''));
  const suffix = SUFFIX.exec(rest);
  const from = suffix ? suffix.index + suffix[0].length : 0;
  const comma = rest.slice(from).search(/,(?![^[\]]*\])/);
  if (comma >= 0) rest = rest.slice(0, from + comma);
  else if (suffix) rest = rest.slice(0, suffix.index + suffix[0].length);
  rest = rest.replace(/[\s\])"“”\u0001;:,]+$/, '');
  if (!/(?:\b\p{Lu}|Jr|Sr)\.$/u.test(rest)) rest = rest.replace(/\.$/, '');
  // C[ordell] H[ull]: the bracket is the name's.
  const more = /\[[^\]]*$/.test(rest) && text[first + rest.length] === ']' ? 1 : 0;
  return /\p{Lu}/u.test(rest) ? { start: start + first, end: start + first + rest.length + more } : undefined;
}

/** The words of a name that small capitals can show: initials are capitals anyway. */
function smallcaps(text: string, start: number): TextRange[] {
  return [...text.matchAll(/[\p{L}’'-]{2,}/gu)].map((m) => ({
    start: start + m.index,
    end: start + m.index + m[0].length,
  }));
}

const OFFICE =
  /\b(?:of|for|the|secretary|chairman|chief|general|colonel|captain|commander|admiral|lieutenant|major|director|ambassador|member|staff|assistant|acting|deputy|president|minister|counselor|officer|usa|usn|usaf|u\.?s\.?|army|navy|adviser|attaché|consul|chargé|joint|group|office|board|committee|council|embassy|department)\b|:\s*$/i;
const NAME_WORD = /^(?:\p{Lu}[\p{L}’'-]*\.?|(?:\p{Lu}\.)+|de|van|von|al|Jr\.?|Sr\.?),?$/u;

/** A name of two to five words, none of an office. */
function isFullName(text: string): boolean {
  const words = text
    .replace(/[\s\u0001”“"]+$/, '')
    .trim()
    .split(/\s+/);
  return words.length >= 2 && words.length <= 5 && words.every((word) => NAME_WORD.test(word)) && !OFFICE.test(text);
}

/** One word that may be a surname. */
const isName = (text: string): boolean => {
  const word = text.replace(/[\s\u0001”“"]+$/, '').trim();
  return (
    /^\p{Lu}\p{Ll}[\p{L}’'-]{2,}$/u.test(word) && !OFFICE.test(word) && !/^(?:company|sons|associates)$/i.test(word)
  );
};

/** Surnames alone, as telegrams are signed: not a familiar forename each (`John`, `Hal`). */
const areSurnames = (texts: readonly string[]): boolean =>
  texts.every(isName) && texts.some((text) => !isForename(fold(text.trim())));

type LineKind = 'name' | 'title' | 'nickname';

/** What the lines of a signature are: names, titles after them, or initials and nicknames before the name in full. */
function kinds(all: readonly Line[]): LineKind[] {
  const full = all.map(({ text }) => SEAL.test(text) || isFullName(text));
  // Telegrams that several sign: a surname a line.
  const surnames = all.length > 1 && areSurnames(all.map((line) => line.text));
  return all.map((line, i) => {
    if (i === 0 && full[1] && !full[0]) return OFFICE.test(line.text) ? 'title' : 'nickname';
    if (i === 0) return line.text.trim().endsWith(':') ? 'title' : 'name';
    return full[i] || surnames ? 'name' : 'title';
  });
}

/** Two who sign on one line, `Taylor and Johnson`, or the one. */
function eachOf(text: string): (readonly [from: number, to: number])[] {
  const at = text.search(/ and \p{Lu}/u);
  if (at < 0 || !isName(text.slice(0, at)) || !isName(text.slice(at + 5))) return [[0, text.length]];
  return [
    [0, at],
    [at + 5, text.length],
  ];
}

function nameMarks(region: Region, line: Line, rend: string, decision: Decision): Mark[] {
  const name = nameOn(line);
  if (!name) return [];
  const text = region.text.slice(name.start - region.start, name.end - region.start);
  const names = eachOf(text).map(([from, to]) => ({ start: name.start + from, end: name.start + to }));
  return names.flatMap(({ start, end }): Mark[] => {
    const words =
      rend === 'smallcaps' ? smallcaps(text.slice(start - name.start, end - name.start), start) : [{ start, end }];
    return [
      { type: 'persName', start, end, attributes: {}, decision },
      ...words.map((span): Mark => ({ type: 'hi', ...span, attributes: { rend }, decision })),
    ];
  });
}

function italicLine({ start, text }: Line, decision: Decision): Mark[] {
  const title = text.trim().replace(/[\u0001\s]+$/, '');
  if (title === '') return [];
  const at = start + text.indexOf(title);
  return [{ type: 'hi', start: at, end: at + title.length, attributes: { rend: 'italic' }, decision }];
}

/** The marks of one signature. */
export function signatureMarks(region: Region, series: Series): Mark[] {
  const all = lines(region).filter((line) => !NOBODY.test(line.text) && /[\p{L}]/u.test(line.text));
  const rend = NAME_REND[series] ?? 'strong';
  const what = kinds(all);
  const decision: Decision = { state: 'found', alternatives: [], p: all.length > 2 ? 0.9 : 0.97 };
  return all.flatMap((line, i) =>
    what[i] === 'name' ? nameMarks(region, line, rend, decision) : italicLine(line, decision),
  );
}

/**
 * Mark the signatures of a document; where a name is marked already, only how it is printed. A volume whose lists hold no
 * persons has no names in its signatures either (none in the four such volumes of the corpus).
 */
export function signatures(document: Document, { authority }: { readonly authority?: Authority } = {}): Document {
  const signed = regionsOf(document).filter((region) => region.type === 'signed');
  if (signed.length === 0) return document;
  const series = seriesOfDocument(document);
  const nameless = authority !== undefined && authority.persons.length === 0;
  const marks = signed.flatMap((region) => {
    const named = document.marks.some((m) => m.type === 'persName' && m.start >= region.start && m.end <= region.end);
    return signatureMarks(region, series).filter((mark) => !((named || nameless) && mark.type === 'persName'));
  });
  return { ...document, marks: [...document.marks, ...marks] };
}
