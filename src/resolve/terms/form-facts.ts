/** What a list tells about a form of a term, whatever the text: how it is built, and how it abbreviates its expansion. */

import { fold } from '../../authority/fold.js';
import { isOfBracket } from '../../authority/term-forms.js';
import type { Term } from '../../authority/types.js';
import { capitalUse, isCommonWord } from '../../authority/words.js';
import { literal, type Part, part } from '../../features/hashed.js';

/** Parts of names of features (`features/hashed.ts`). */
export interface FormFacts {
  /** The form in lower case, hyphens alike. */
  readonly name: Part;
  /** What it is built of and how long it is. */
  readonly kind: Part;
  /** Where it comes from in the printed term. */
  readonly source: Part;
  /** How it abbreviates the expansion. */
  readonly way: Part;
  /** Of one word: how the language uses the word. */
  readonly use: Part;
  /** First word, first two and last of the expansion. */
  readonly first: Part;
  readonly two: Part;
  readonly final: Part;
  /** The list prints it only with a bracket inside, NATO as `NAT(O)`, and has it for no alias. */
  readonly ofBracket: boolean;
}

export const dashes = (text: string): string => text.replace(/[–‑—]/g, '-').replace(/\s+/g, ' ');

function kindOf(form: string): string {
  const long = Math.min(5, form.length);
  if (/^\p{Lu}+$/u.test(form)) return `upper${long}`;
  if (/^\p{Lu}\p{Ll}+$/u.test(form)) return `capital${long}`;
  if (/^\p{Ll}+$/u.test(form)) return `lower${long}`;
  if (/^\p{L}+$/u.test(form)) return 'mixed';
  if (/\s/.test(form)) return 'words';
  return /\d/.test(form) ? 'digits' : 'signs';
}

/** `LST(s)`: both `plural`; `NAT(O)`, `PM, PRIMIN`: each a `piece`; `DEFCOM (US)`: US is `aside`. */
function sourceOf(form: string, printed: string): string {
  if (form === printed) return 'whole';
  if (printed.endsWith('(s)')) return 'plural';
  return printed.includes(` (${form})`) ? 'aside' : 'piece';
}

const SMALL = new Set('of the and in on for to at a an from by with'.split(' '));

const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}\p{M}’']*|\p{N}+/gu) ?? [];

/** `initials`: NSC; `start`: Pak; `starts`: FonMin; `inside`: letters in the same order; else `other`, which code names are. */
function wayOf(form: string, expansion: string): string {
  if (expansion === '') return 'none';
  const letters = wordsOf(form).join('').toLowerCase();
  const words = wordsOf(expansion).map((w) => w.toLowerCase());
  const content = words.filter((w) => !SMALL.has(w));
  if (content.map((w) => w[0]).join('') === letters || words.map((w) => w[0]).join('') === letters) return 'initials';
  if (words.includes(letters)) return 'word';
  if (words[0]?.startsWith(letters)) return 'start';
  const parts = form.match(/\p{Lu}+\p{Ll}*|\p{Ll}+|\p{N}+/gu) ?? [];
  if (parts.length > 1 && parts.every((p, i) => content[i]?.startsWith(p.toLowerCase()))) return 'starts';
  const whole = content.join('');
  let at = -1;
  for (const letter of letters) {
    at = whole.indexOf(letter, at + 1);
    if (at < 0) return 'other';
  }
  return whole[0] === letters[0] ? 'inside' : 'other';
}

/** The facts of one form of a term. */
export function formFacts(term: Term, form: string): FormFacts {
  const words = wordsOf(form).map(fold);
  const expansion = wordsOf(term.expansion).slice(0, 40).map(fold);
  const single = words.length === 1 ? words[0]! : '';
  const [source, way] = [sourceOf(form, term.name), wayOf(form, term.expansion)];
  const use = single === '' ? 'several' : `${isCommonWord(single) ? 'word' : 'no-word'}${capitalUse(single)}`;
  return {
    name: part(dashes(form).toLowerCase()),
    kind: literal(kindOf(form)),
    source: literal(source),
    way: literal(way),
    use: literal(use),
    first: part(expansion[0] ?? ''),
    two: part(expansion.slice(0, 2).join(' ')),
    final: part(expansion.at(-1) ?? ''),
    ofBracket: isOfBracket(form, term.name) && !term.aliases?.includes(form),
  };
}

/** `DEFCOM (US)`: what is in brackets and abbreviates nothing of the expansion is no form of its own. */
export const isQualifier = ({ source, way }: FormFacts, form: string): boolean =>
  source.text === 'aside' && way.text === 'other' && /^\p{Lu}{1,4}$/u.test(form);
