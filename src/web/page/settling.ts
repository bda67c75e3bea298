/** What a reviewer decides about a doubt: what stands, one of its options, something found by typing, or that there is nothing. */

import { NONE } from '../../decisions/decision.js';
import type { Doubt, Option, View } from '../review/model.js';
import { askFor } from './asks.js';
import type { Changes } from './changes.js';
import { chooseOther } from './choices.js';
import type { Hand } from './hand.js';

/** A document as it was when the reviewer looked at it. */
interface Shown {
  readonly key: string;
  readonly view: View;
}

interface Surroundings {
  readonly hand: Hand;
  readonly changes: Changes;
  /** Whether there are lists of persons and terms. */
  readonly listed: boolean;
}

/** Without a doubt, nothing is decided. */
export interface Settling {
  choose(doubt: Doubt | undefined, option: Option | undefined): void;
  /** There is nothing of the sort. */
  none(doubt: Doubt | undefined): void;
  /** Find another choice by typing. */
  other(doubt: Doubt | undefined): Promise<void>;
}

export function settlingOf({ hand, changes, listed }: Surroundings): Settling {
  /** What is shown now; undefined where no document is. */
  function shownNow(): Shown | undefined {
    const { key, view } = hand;
    return view && { key, view };
  }

  /** `on`: what was shown when the reviewer began to choose; the doubt's offsets are of its text. */
  function choose(doubt: Doubt | undefined, option: Option | undefined, on = shownNow()): void {
    if (!on || !doubt || !option) return;
    const { key, view } = on;
    void changes.settle(
      [askFor(view, doubt, option)],
      `${doubt.words}: ${option.label}`,
      { key, hash: view.hash },
      doubt,
    );
  }

  return {
    choose: (doubt, option) => choose(doubt, option),

    none(doubt) {
      if (!doubt || doubt.kind === 'block') return;
      const [choice, label] = doubt.kind === 'note' ? ['nowhere', 'nowhere'] : [NONE, 'nothing'];
      choose(doubt, { choice, p: 0, label });
    },

    async other(doubt) {
      const on = shownNow();
      if (!on || !doubt) return;
      const choice = await chooseOther(on.key, doubt.kind, doubt.words, listed);
      if (choice) choose(doubt, { choice, p: 0, label: choice }, on);
    },
  };
}
