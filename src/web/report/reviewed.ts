/** What reviewers' decisions say about stated probabilities: each is a choice, its probability, and whether it was kept. */

import { BANDS, bandOf } from '../../batch/stated.js';
import type { ReviewDecision } from '../../decisions/decision.js';
import type { ReviewedBand } from './model.js';

export interface Reviewed {
  add(decisions: readonly ReviewDecision[]): void;
  readonly decided: number;
  bands(): ReviewedBand[];
}

export function reviewed(): Reviewed {
  const bands = BANDS.map((from) => ({ from, count: 0, stated: 0, right: 0 }));
  let decided = 0;
  return {
    add(decisions) {
      for (const decision of decisions) {
        if (decision.kind === 'document' || decision.withdrawn) continue;
        decided++;
        const { was, choice } = decision;
        if (!was || !(was.p >= 0)) continue;
        const band = bands[bandOf(was.p)]!;
        band.count++;
        band.stated += was.p;
        if (was.choice === choice) band.right++;
      }
    },
    get decided() {
      return decided;
    },
    bands: () => bands.filter(({ count }) => count > 0),
  };
}
