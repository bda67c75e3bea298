/** JSON that an earlier command wrote, and that may have been cut short or changed since. */

import { DAMAGED } from './explain.js';

/**
 * The value that the text has; `path` is the file that it was read from.
 *
 * @throws an error that `explain` knows, where it is no JSON or `is` doesn't hold
 */
export function ownJson<T>(text: string, path: string, is: (value: T) => boolean): T {
  try {
    const value = JSON.parse(text) as T;
    if (is(value)) return value;
  } catch {
    // Told below, as what has another shape.
  }
  throw Object.assign(new Error(`${path} is damaged`), { code: DAMAGED, path });
}
