/** Features of how a text names a person: the form of the name, its spelling, its place, the titles before it. */

import { during } from '../../authority/period.js';
import { type Emit, literal as L, type Part } from '../../features/hashed.js';
import type { Token } from '../tokens.js';
import type { Candidate } from './candidates.js';
import type { PersonFacts } from './facts.js';
import { type FormKind, spellingOf } from './names.js';
import { after, before, titlesBefore } from './neighbours.js';
import { entryOf, N, numbers, type Shared, wordOf, yes } from './shared.js';

const BAR = L('|');
const BAR_LEFT = L('|<');
const BAR_RIGHT = L('|>');

const P = {
  bias: L('p:bias'),
  kind: L('p:kind='),
  p: L('p:'),
  shape: L('p:shape='),
  region: L('p:region='),
  regionKind: L('p:region-kind='),
  rivals: L('p:rivals='),
  length: L('p:length='),
  longest: L('|longest'),
  shorter: L('|shorter'),
  see: L('p:see='),
  spelled: L('p:spelled='),
  given: L('p:given='),
  noGiven: L('p:no-given'),
  title: L('p:t='),
  titled: L('p:title|'),
  titleWhen: L('p:title-when='),
  noTitle: L('p:no-title'),
  nth: L('p:nth='),
} as const;

const nth = (n: number): Part => N[n < 3 ? n : n < 6 ? 3 : n < 12 ? 4 : 5]!;

/** Parts of a kind of form: plain, after forenames, and the same of a name in brackets. */
const kinds = new Map<FormKind, readonly Part[]>();

/** What a reading is of the printed name. */
export function kindOf({ form: { kind, other }, given }: Candidate): Part {
  let row = kinds.get(kind);
  if (!row) {
    row = [L(kind), L(`${kind}+`), L(`o-${kind}`), L(`o-${kind}+`)];
    kinds.set(kind, row);
  }
  return row[(other ? 2 : 0) + (given.length > 0 ? 1 : 0)]!;
}

const SPELLED = { same: L('same'), apostrophe: L('apostrophe'), hyphen: L('hyphen'), folded: L('folded') } as const;

/** Whether the text spells the name as the list does, or else but for diacritics, apostrophes and hyphens. */
function spelling(tokens: readonly Token[], { core, form }: Candidate): Part {
  if (form.kind === 'given') return SPELLED.same;
  const here = spellingOf(tokens, core, core + form.length - 1);
  if (here === form.spelling) return SPELLED.same;
  if (here.replace(/['’‘ʼ`]/g, '’') === form.spelling.replace(/['’‘ʼ`]/g, '’')) return SPELLED.apostrophe;
  return here.replace(/[-\s]/g, '') === form.spelling.replace(/[-\s]/g, '') ? SPELLED.hyphen : SPELLED.folded;
}

/** How the text names: the form, its spelling, its place. */
export function emitForm(
  { cluster, input, longest, region }: Shared,
  c: Candidate,
  kind: Part,
  alike: number,
  emit: Emit,
): void {
  const { tokens, document, history, series } = input;
  const { first, last, core, person } = c;
  const entry = entryOf(person);
  const token = tokens[core]!;
  const word = wordOf(tokens, c);
  const left = before(tokens, first);
  const right = after(tokens, last);
  emit(P.bias);
  emit(P.kind, kind);
  emit(P.kind, kind, BAR, word);
  emit(P.kind, kind, BAR_LEFT, left);
  emit(P.kind, kind, BAR_RIGHT, right);
  emit(P.p, word, BAR_LEFT, left);
  emit(P.p, word, BAR_RIGHT, right);
  emit(P.shape, L(token.shape), BAR, word);
  emit(P.region, region, BAR, word);
  emit(P.regionKind, region, BAR, kind);
  emit(P.rivals, N[Math.min(3, cluster.candidates.length)], BAR, kind);
  emit(
    P.length,
    N[Math.min(4, last - first + 1)],
    last - first === longest.last - longest.first ? P.longest : P.shorter,
  );
  emit(P.see, yes(person.see !== undefined), BAR, kind);
  const spelled = spelling(tokens, c);
  emit(P.spelled, spelled);
  emit(P.spelled, spelled, BAR, L(c.form.kind));
  emit(ALIKE[alike]!, BAR, kind, document.inFull.has(entry) ? FULL : PART);
  emit(P.nth, nth(history.mentions.get(person.id) ?? 0), BAR, kind);
  emit(P.nth, nth(history.mentions.get(person.id) ?? 0), BAR, region);
  // How spellings other than the list's are dealt with differs by sub-series; that names are left untagged by volume.
  if (spelled !== SPELLED.same) emit(P.spelled, spelled, BAR, L(series));
  if (alike > 1) emit(ALIKE[alike]!, BAR, L(series), document.inFull.has(entry) ? FULL : PART);
  for (const how of new Set(c.given)) emit(P.given, L(how));
  if (c.given.length === 0 && c.form.given.length > 0) emit(P.noGiven);
}

const [FULL, PART] = [L('|true'), L('|false')];
const ALIKE = numbers('p:alike=', 4);

/** Titles before the name, against those that the list gives. */
export function emitOffice({ input }: Shared, { first }: Candidate, { offices }: PersonFacts, emit: Emit): void {
  const { tokens, document } = input;
  const titles = titlesBefore(tokens, first);
  if (titles.length === 0) emit(P.noTitle);
  for (const title of titles) {
    const held = offices.get(title);
    emit(P.title, L(title), BAR, yes(held !== undefined));
    emit(P.titled, yes(held !== undefined));
    if (held && document.month !== undefined) emit(P.titleWhen, L(during(held, document.month)));
  }
}
