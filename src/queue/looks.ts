/** When to look at what has come of a batch. */

/** Milliseconds before the first look, and at most between looks: each asks for many outcomes. */
export const FIRST_LOOK = 100;
export const LOOK = 1000;

/**
 * Milliseconds before the next look: looks get rarer, but towards the end no batch that is done waits long to be seen.
 *
 * @param pause milliseconds before the last look, in which `came` documents came; `left` are still to come
 */
export function nextPause(pause: number, came: number, left: number): number {
  const longer = Math.min(LOOK, pause * 1.5);
  if (came === 0) return longer;
  const halfway = ((left / came) * pause) / 2;
  return Math.max(FIRST_LOOK, Math.min(longer, halfway));
}
