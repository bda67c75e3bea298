/** What the review page tells about itself, above the panes. */

import { say, tell } from './elements.js';

/** Tell what went wrong. */
export const problem = (words: string): void => tell('problem', words);

/** Tell what others did, or what the reviewer might miss. */
export function notice(words: string): void {
  tell('notice', words);
  say(words);
}

/** Something else is done now: what was told is of the past. */
export function clearMessages(): void {
  tell('problem', '');
  tell('notice', '');
}
