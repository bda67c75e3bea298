/** Lines → features of the model: what the line shows, where it stands, what its neighbours and the document look like. */

import { answer, count, type Emit, literal, nameOf, type Part } from '../../features/hashed.js';
import { packed } from '../../packed.js';
import type { Source } from '../../source.js';
import type { Context } from '../../tree.js';
import { genreOf, openingLines } from '../genres/index.js';
import type { Line } from '../lines/chunks.js';
import { ANNUAL, eraOf, openingText } from '../lines/era.js';
import { bucket, type Facts, factsOf, LENGTHS } from './facts.js';
import { INSIDE, type Place, placesOf } from './place.js';

const parts = (names: string): ReadonlySet<Part> => new Set(names.split(' ').map(literal));

/** Signs of a neighbour that tell about this line. */
const TELLING = parts(
  'fileNumber number noNumber bracketNumber document monthDayYear dayMonthYear undated received secrecy onlySecrecy dear subject to fromLine participants lone paren bracketed name initialName oneWord rank title signature attached outline1 bar summary yours',
);

/** Signs that mean another thing in another era. */
const BY_ERA = parts(
  'onlySecrecy secrecy precedence serial lone paren outline1 outlineA outline_a subject bracketed monthDayYear name title attached bracketedPart dear section',
);

/** Signs that mean another thing in another genre. */
const BY_GENRE = parts(
  'name initialName oneWord title rank bracketed parenthesised lone outline1 outlineA outline_a outlineI section subject participants toColon dear document monthDayYear dash summary',
);

/** What names of features begin with, and what stands between their parts. */
const [START, PLACE, LONG, FIRST, LAST, ERA, DATED, PAGE, QUOTED] = [
  'start=',
  'place=',
  'long=',
  'first=',
  'last=',
  'era=',
  'dated=',
  'page=',
  'quoted',
].map(literal) as Part9;
const [END, REST, LINES, CAPS, GENRE, WORDS, KEY, FIRST_WORD, LAST_WORD] = [
  'end=',
  'rest=',
  'lines=',
  'caps=',
  'genre=',
  'words=',
  'key=',
  'w1=',
  'wn=',
].map(literal) as Part9;
const [AND, AND_UNDATED, AND_INSIDE, AND_TOP, WORD, NAMED, BULLET] = [
  '&',
  '&undatedYet',
  '&I',
  '&top',
  'w=',
  'named',
  'bullet',
].map(literal) as Part7;
const [PREV, NEXT, PREV_SIGN, NEXT_SIGN, PREV_KEY, NEXT_KEY, STAR, NOTHING, NO_PREV] = [
  'prev=',
  'next=',
  'prev:',
  'next:',
  'prevkey=',
  'nextkey=',
  '*',
  '',
  'prev=none',
].map(literal) as Part9;
const [NO_NEXT, AT_END, MIDDLE, OLD, LEADS, LONE, BAR] = ['next=none', 'end', 'mid', '40', 'leads=', 'lone', 'bar'].map(
  literal,
) as Part7;
type Part7 = [Part, Part, Part, Part, Part, Part, Part];
type Part9 = [Part, Part, Part, Part, Part, Part, Part, Part, Part];

function quotation({ quoted: { before, opens, after }, era }: Place, emit: Emit): void {
  if (!before && !opens && !after) return;
  emit(QUOTED, answer(before), answer(opens), answer(after));
  if (era.text === ANNUAL) emit(QUOTED, answer(before), answer(opens), answer(after), OLD);
}

/** Features of running text: few, for no more are needed. */
function running(f: Facts, at: Place, emit: Emit): void {
  const { start, era } = at;
  const long = count(bucket(f.length, LENGTHS));
  const top = count(Math.min(at.before, 6));
  emit(START, start);
  emit(PLACE, top, start, at.genre);
  emit(LONG, long);
  emit(LONG, long, start, top);
  emit(LONG, long, f.last);
  emit(FIRST, f.first);
  emit(ERA, era, start);
  emit(DATED, answer(at.dated), count(Math.min(at.before, 5)));
  if (at.page) emit(PAGE, start);
  quotation(at, emit);
  for (const s of f.signs) {
    emit(s);
    emit(s, AND, long);
    emit(s, AND, era);
  }
}

const LENGTHS_OF_CAPITALS = [25, 60, 140];

/** Features of any other line. */
function short(f: Facts, at: Place, emit: Emit, opening: string): void {
  const { start, era, genre } = at;
  const long = count(bucket(f.length, LENGTHS));
  const above = Math.min(at.before, 6);
  const top = count(above);
  const below = Math.min(at.after, 3);
  const end = count(below);
  const place = above < 5 ? top : below === 0 ? AT_END : MIDDLE;
  emit(START, start);
  emit(PLACE, top);
  emit(PLACE, top, start, genre);
  emit(PLACE, top, era);
  emit(END, end, start);
  emit(REST, count(Math.min(at.rest, 2)), start);
  emit(REST, count(Math.min(at.rest, 1)), end, long);
  emit(LINES, count(Math.min(at.rows, 4)), count(Math.min(at.row, 3)));
  emit(LONG, long);
  emit(LONG, long, start, top);
  emit(LONG, long, f.last);
  emit(FIRST, f.first);
  emit(LAST, f.last);
  emit(CAPS, f.caps, count(bucket(f.length, LENGTHS_OF_CAPITALS)));
  emit(CAPS, f.caps, f.last);
  emit(CAPS, f.caps, era);
  emit(ERA, era, start);
  emit(GENRE, genre);
  emit(GENRE, genre, f.caps, f.last);
  emit(GENRE, genre, end, long);
  emit(DATED, answer(at.dated), count(Math.min(at.before, 5)));
  if (at.page) emit(PAGE, start);
  quotation(at, emit);
  if (f.length <= 140) emit(WORDS, count(Math.min(f.words.length, 10)), f.caps);
  for (const s of f.signs) {
    emit(s);
    emit(s, AND, place);
    emit(s, AND, long);
    if (BY_ERA.has(s)) emit(s, AND, era);
    if (BY_GENRE.has(s)) emit(s, AND, genre);
    if (!at.dated) emit(s, AND_UNDATED);
    if (start === INSIDE) emit(s, AND_INSIDE);
  }
  if (f.key.text !== '') {
    emit(KEY, f.key);
    if (above < 6) emit(KEY, f.key, AND_TOP);
  }
  const [first] = f.words;
  if (first === undefined) return;
  const last = f.words.at(-1)!;
  emit(FIRST_WORD, first);
  if (f.length <= 140) emit(LAST_WORD, last);
  if (f.length <= 100) for (const w of f.words) if (w.text.length > 2) emit(WORD, w);
  // A signature is often the name in the heading's brackets.
  if (f.key.text !== '' && below === 0 && opening.includes(last.text)) emit(NAMED);
}

interface Neighbour {
  readonly facts: Facts;
  readonly bullet: boolean;
}

/** Whether a line looks like a list's or a table's. */
const listed = ({ facts, bullet }: Neighbour): boolean => bullet || facts.signs.some((s) => s === LONE || s === BAR);

/** Features of the lines beside: `start` tells whether the line before is of the same block, `next` the line after. */
function beside(
  f: Facts,
  at: Place,
  before: Neighbour | undefined,
  after: Neighbour | undefined,
  next: Part,
  emit: Emit,
): void {
  const long = count(bucket(f.length, LENGTHS));
  // Only in the oldest volumes do paragraphs hold lists.
  const old = at.era.text === ANNUAL ? OLD : NOTHING;
  const starBefore = before?.bullet ? STAR : NOTHING;
  const starAfter = after?.bullet ? STAR : NOTHING;
  const facts = before?.facts;
  if (facts) emit(PREV, starBefore, facts.size, facts.first, facts.last, at.start);
  else emit(NO_PREV);
  if (after) emit(NEXT, starAfter, after.facts.size, after.facts.first, after.facts.last, next);
  else emit(NO_NEXT);
  emit(PREV, starBefore, facts?.last ?? NOTHING, f.first, at.start, old);
  emit(NEXT, next, starAfter, long, f.last, old);
  if (facts) {
    for (const s of facts.signs) if (TELLING.has(s)) emit(PREV_SIGN, s, AND, at.start);
    if (facts.key.text !== '') emit(PREV_KEY, facts.key);
  }
  if (after) {
    for (const s of after.facts.signs) if (TELLING.has(s)) emit(NEXT_SIGN, s, AND, next);
    if (after.facts.length <= 12) emit(NEXT_KEY, after.facts.key);
    if (old === OLD) emit(LEADS, f.last, answer(f.length <= 60), answer(listed(after)), next);
  }
}

/**
 * Tell `emit` the features of each line, after `begin` has told which line it is. `lines` leaves out those that hold only
 * a page's mark; `pageBefore` says which follow one.
 */
export function describeLines(
  source: Source,
  lines: readonly Line[],
  pageBefore: readonly boolean[],
  context: Partial<Context>,
  begin: (line: number) => void,
  emit: Emit,
): void {
  const all = packed(lines, (line): Neighbour => ({ facts: factsOf(source, line), bullet: line.bullet }));
  const opening = openingText(source.text, lines);
  const era = literal(eraOf(context.volume, opening));
  // The models have learned the genres by these names: what outputs call them besides is `genres/named.ts`'s.
  const genre = literal(genreOf(openingLines(source, lines)).name);
  const lower = opening.toLowerCase();
  const places = placesOf(
    source,
    lines,
    packed(all, ({ facts }) => facts),
    pageBefore,
    { era, genre },
  );
  places.forEach((at, i) => {
    const { facts, bullet } = all[i]!;
    begin(i);
    if (bullet) emit(BULLET);
    if (facts.running) running(facts, at, emit);
    else short(facts, at, emit, lower);
    beside(facts, at, all[i - 1], all[i + 1], places[i + 1]?.start ?? NOTHING, emit);
  });
}

/** The names of the features of each line, for those that learn. */
export function features(
  source: Source,
  lines: readonly Line[],
  pageBefore: readonly boolean[],
  context: Partial<Context>,
): string[][] {
  const out: string[][] = [];
  describeLines(
    source,
    lines,
    pageBefore,
    context,
    () => out.push([]),
    (...parts) => out.at(-1)!.push(nameOf(...parts)),
  );
  return out;
}
