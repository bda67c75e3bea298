/** The words of errors: what a pattern would take. */

import { endings, expectedContent, expectedValues } from './expected.js';
import type { Pattern } from './pattern.js';

export function textMessage(pattern: Pattern, title: string): string {
  return `text is not allowed here in <${title}>; expected ${expectedHere(pattern, title)}.`;
}

export function expectedHere(pattern: Pattern, title: string): string {
  const names = expectedContent(pattern).map((name) => (name === 'text' ? name : `<${name}>`));
  if (title !== '' && endings(pattern)) names.push(`the end of <${title}>`);
  return names.length === 0 ? 'nothing more' : oneOf(names);
}

/** `"a", "b" or a date`, for values; long lists are cut. */
export const valuesOf = (pattern: Pattern): string => oneOf(expectedValues(pattern));

export const shortened = (value: string): string => (value.length > 60 ? `${value.slice(0, 57)}…` : value);

export function oneOf(names: readonly string[]): string {
  if (names.length > 12) return `one of ${names.slice(0, 12).join(', ')} and ${names.length - 12} more`;
  return names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
