/** The pass for emphasis that the markup of the file says: it holds, and what was guessed gives way. */

import { countWhile } from '../../count-while.js';
import { type MarkedEmphasis, RENDITIONS, type Rendition } from '../../markup.js';
import { overlap, type TextRange } from '../../text-range.js';
import type { Decision, Document, FlowType, Mark } from '../../tree.js';
import { MARK, type Region, regionsOf } from '../regions.js';

const SAID: Decision = { state: 'found', p: 1, alternatives: [], why: 'the markup of the file' };

/** Renditions by which words stand out as italics do, so that they are in place of italics that are guessed. */
const TYPEFACES: ReadonlySet<string> = new Set<Rendition>(['strong', 'italic', 'underline', 'smallcaps']);
/** A file that has them says by their absence, too, what is in roman. Typewriters underline for italics. */
const ITALICS: ReadonlySet<string> = new Set<Rendition>(['italic', 'underline']);
/** Blocks that are set in one way as a matter of style. */
const HEADS: ReadonlySet<FlowType> = new Set<FlowType>(['head', 'listHead']);

const STARTS = new RegExp(`^[\\s${MARK}]*`);
const ENDS = new RegExp(`[\\s${MARK}]*$`);
const SEEN = /\S/;
const WORD = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;

/** Whether the file says what is in italics. */
export const tellsItalics = ({ emphasis }: Document): boolean =>
  emphasis?.some(({ rend }) => ITALICS.has(rend)) ?? false;

const covers = (a: TextRange, b: TextRange): boolean => a.start <= b.start && b.end <= a.end;

const isSaid = ({ decision }: Mark): boolean => decision === SAID;
const isGuess = (mark: Mark): boolean => mark.type === 'hi' && !isSaid(mark);

/** What of a guess the file leaves: emphasis that lies over none that it has. */
export function beside({ marks }: Document, guessed: readonly Mark[]): Mark[] {
  const said = marks.filter((mark) => isSaid(mark) && TYPEFACES.has(mark.attributes.rend!));
  return guessed.filter((mark) => !said.some((one) => overlap(one, mark)));
}

const wordsOf = ({ text, start }: Region, of: TextRange): string => text.slice(of.start - start, of.end - start);

/** Without the white space and the notes at both ends; undefined where nothing else is there. */
function trimmed(region: Region, of: TextRange): TextRange | undefined {
  const words = wordsOf(region, of);
  const start = of.start + STARTS.exec(words)![0].length;
  const end = of.end - ENDS.exec(words)![0].length;
  return start < end ? { start, end } : undefined;
}

/** The stretches of one rendition in a region, those that only white space parts as one. */
function stretchesIn(region: Region, emphasis: readonly MarkedEmphasis[]): TextRange[] {
  const out: TextRange[] = [];
  for (const one of emphasis) {
    const start = Math.max(one.start, region.start);
    const own = trimmed(region, { start, end: Math.min(one.end, region.end) });
    const last = out.at(-1);
    if (!own) continue;
    if (last && !SEEN.test(wordsOf(region, { start: last.end, end: own.start }))) {
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, own.end) };
    } else out.push(own);
  }
  return out;
}

/** Whether all words of a region are among some stretches. */
function isAll(region: Region, stretches: readonly TextRange[]): boolean {
  let at = region.start;
  let rest = '';
  for (const { start, end } of stretches) {
    rest += wordsOf(region, { start: at, end: start });
    at = end;
  }
  return !LETTER.test(rest + wordsOf(region, { start: at, end: region.end }));
}

/** Cut where another mark begins or ends that it would cross, so that names and links stay whole; up to its end where only a full stop is left. */
function cut(region: Region, of: TextRange, marks: readonly Mark[]): TextRange[] {
  let { end } = of;
  for (const mark of marks) {
    const isInside = mark.start < end && end < mark.end;
    if (isInside && mark.start > of.start && !WORD.test(wordsOf(region, { start: end, end: mark.end }))) end = mark.end;
  }
  const whole = { start: of.start, end };
  const crossed = marks.filter((mark) => overlap(mark, whole) && !covers(mark, whole) && !covers(whole, mark));
  const places = crossed.map((mark) => (mark.start > of.start ? mark.start : mark.end)).sort((a, b) => a - b);
  const bounds = [of.start, ...places, end];
  return bounds.slice(1).flatMap((to, i) => trimmed(region, { start: bounds[i]!, end: to }) ?? []);
}

/** What lies over each region; `all` by where they begin. */
function byRegion<T extends TextRange>(regions: readonly Region[], all: readonly T[]): Map<Region, T[]> {
  const out = new Map<Region, T[]>();
  for (const one of all) {
    for (
      let i = countWhile(regions, ({ end }) => end <= one.start);
      i < regions.length && regions[i]!.start < one.end;
      i++
    ) {
      const found = out.get(regions[i]!);
      if (found) found.push(one);
      else out.set(regions[i]!, [one]);
    }
  }
  return out;
}

const markOf = (rend: Rendition, { start, end }: TextRange): Mark => ({
  type: rend === 'strikethrough' ? 'del' : 'hi',
  start,
  end,
  attributes: { rend },
  decision: SAID,
});

/** What a region's emphasis is as marks, beside the names, dates and links in it. */
function marksOf(region: Region, emphasis: readonly MarkedEmphasis[], others: readonly Mark[]): Mark[] {
  const out: Mark[] = [];
  for (const rend of RENDITIONS) {
    const same = emphasis.filter((one) => one.rend === rend);
    const stretches = same.length > 0 ? stretchesIn(region, same) : [];
    if (HEADS.has(region.type) && TYPEFACES.has(rend) && isAll(region, stretches)) continue;
    const around = [...others, ...out];
    const pieces = stretches.flatMap((stretch) => cut(region, stretch, around));
    out.push(...pieces.map((piece) => markOf(rend, piece)));
  }
  return out;
}

/** Mark what the file emphasises; runs when names, dates and links are marked, and before emphasis is guessed. */
export function markedEmphasis(document: Document): Document {
  const { emphasis = [] } = document;
  if (emphasis.length === 0) return document;
  const regions = [...regionsOf(document)].sort((a, b) => a.start - b.start);
  const said: Mark[] = [];
  const others = byRegion(
    regions,
    document.marks.filter(({ type }) => type !== 'hi'),
  );
  for (const [region, own] of byRegion(regions, emphasis)) said.push(...marksOf(region, own, others.get(region) ?? []));
  return withSaid(document, said);
}

/** Marks with those that the file says, without what gives way to them. */
function withSaid(document: Document, said: readonly Mark[]): Document {
  const struck = said.filter(({ type }) => type === 'del');
  const all = { ...document, marks: said };
  const guesses = document.marks.filter(isGuess);
  const left = new Set(
    beside(all, guesses).filter(({ attributes }) => !(attributes.rend === 'italic' && tellsItalics(document))),
  );
  // TEI's date holds no deletion here, and one that was read from words struck out is none.
  const stands = (mark: Mark): boolean =>
    isGuess(mark)
      ? left.has(mark)
      : mark.type !== 'date' || !struck.some((one) => overlap(one, mark) && !covers(one, mark));
  return { ...document, marks: [...document.marks.filter(stands), ...said] };
}
