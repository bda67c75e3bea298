/**
 * How much property tests explore. A plain run draws the same values each time, so that what passed on one machine passes on the
 * next; `npm run properties` draws new ones, twenty times as many, or as many times as `PROPERTIES` says.
 */

import fc from 'fast-check';

const times = Number(process.env.PROPERTIES) || 0;

/** How often to run a property that a plain run tries `count` times. */
export const runs = (count: number): number => count * Math.max(1, times);

fc.configureGlobal({ numRuns: runs(100), ...(times > 0 ? {} : { seed: 1955 }) });
