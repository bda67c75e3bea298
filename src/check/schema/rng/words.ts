/** The words of errors: what is wrong, and what a pattern would take instead. */

import { endings, expectedAttributes, expectedContent, expectedValues } from './expected.js';
import { nearest } from './nearest.js';
import type { Pattern } from './pattern.js';

export interface Said {
  readonly message: string;
  /** All that might stand there, where the message has only some of it. */
  readonly expected?: readonly string[];
  /** Which of these was perhaps meant. */
  readonly meant?: string;
}

/** Longer lists are cut. */
const SHOWN = 12;

/** `"a", "b" or a date`. */
function oneOf(names: readonly string[]): string {
  if (names.length > SHOWN) return `one of ${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;
  return names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** `written`: what stands there, as it would look in the list; left out where it can be no slip. */
function said(what: string, expected: readonly string[], written?: string): Said {
  const instead = expected.length === 0 ? '' : `; expected ${oneOf(expected)}`;
  const meant = written === undefined ? undefined : nearest(written, expected);
  return {
    message: `${what}${instead}.`,
    ...(expected.length > SHOWN ? { expected } : {}),
    ...(meant === undefined ? {} : { meant }),
  };
}

/** What may come next in an element. */
function contentOf(pattern: Pattern, title: string): string[] {
  const names = expectedContent(pattern).map((name) => (name === 'text' ? name : `<${name}>`));
  if (title !== '' && endings(pattern)) names.push(`the end of <${title}>`);
  return names.length === 0 ? ['nothing more'] : names;
}

export const textRefused = (pattern: Pattern, title: string): Said =>
  said(`text is not allowed here in <${title}>`, contentOf(pattern, title));

export const incomplete = (pattern: Pattern, title: string): Said =>
  said(`<${title}> is incomplete`, contentOf(pattern, title));

/** `isKnown`: the grammar has an element of that name, so it is no slip. */
export function elementRefused(title: string, ns: string, isKnown: boolean, pattern: Pattern, parent: string): Said {
  const name = `<${title}>`;
  const expected = contentOf(pattern, parent);
  const namespace = expected.includes(name) ? ` in ${ns ? `namespace ${ns}` : 'no namespace'}` : '';
  return said(`${name}${namespace} is not allowed here`, expected, isKnown ? undefined : name);
}

export function attributeRefused(name: string, pattern: Pattern, title: string): Said {
  const expected = expectedAttributes(pattern).map((one) => `@${one}`);
  return said(`attribute ${name} is not allowed on <${title}>`, expected, `@${name}`);
}

export const attributesMissing = (pattern: Pattern, title: string): string =>
  `<${title}> lacks the attribute ${oneOf(expectedAttributes(pattern, true).map((one) => `@${one}`))}.`;

/** `where`: `attribute n on <p>`. */
export const valueRefused = (value: string, where: string, pattern: Pattern): Said =>
  said(`the value "${shortened(value)}" of ${where} is not allowed`, expectedValues(pattern), `"${value}"`);

/** Undefined where no text at all would do, or any. */
export function typedTextRefused(value: string, title: string, pattern: Pattern): Said | undefined {
  const expected = expectedValues(pattern);
  if (expected.length === 0) return undefined;
  return said(`the text "${shortened(value)}" of <${title}> is not allowed`, expected, `"${value}"`);
}

export const shortened = (value: string): string => (value.length > 60 ? `${value.slice(0, 57)}…` : value);
