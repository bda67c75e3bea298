/** What a reviewer decides about a doubt: what stands, one of its options, something found by typing, or that there is nothing. */

import { counted } from '../../counted.js';
import { NONE } from '../../decisions/decision.js';
import type { Doubt, Option, View } from '../review/model.js';
import { askFor } from './asks.js';
import type { Changes } from './changes.js';
import { chooseOther } from './choices.js';
import { say } from './elements.js';
import type { Hand } from './hand.js';
import { notice, problem } from './messages.js';

/** A document as it was when the reviewer looked at it. */
interface Shown {
  readonly key: string;
  readonly view: View;
}

/** What was decided last, where it may hold of the same words elsewhere in the document. */
interface Repeatable {
  readonly key: string;
  readonly kind: Doubt['kind'];
  readonly words: string;
  readonly option: Option;
}

/** A note's place and what a block is are decided once; so is an option that is a place of its own. */
const repeatable = ({ kind }: Doubt, { start }: Option): boolean =>
  kind !== 'note' && kind !== 'block' && start === undefined;

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
  /** Decide all other doubts about the words that were decided last as these were. */
  again(): void;
}

export function settlingOf({ hand, changes, listed }: Surroundings): Settling {
  /** What is shown now; undefined where no document is. */
  function shownNow(): Shown | undefined {
    const { key, view } = hand;
    return view && { key, view };
  }

  let last: Repeatable | undefined;

  /** Doubts of a document about the words that were decided last. */
  const others = ({ key, view }: Shown): readonly Doubt[] =>
    last?.key !== key
      ? []
      : view.list.filter((one) => one.kind === last?.kind && one.words === last.words && !hand.isAsked(one));

  /** `on`: what was shown when the reviewer began to choose; the doubt's offsets are of its text. */
  function choose(doubt: Doubt | undefined, option: Option | undefined, on = shownNow()): void {
    if (!on || !doubt || !option) return;
    const { key, view } = on;
    const { kind, words } = doubt;
    void changes.settle([askFor(view, doubt, option)], `${words}: ${option.label}`, { key, hash: view.hash }, [doubt]);
    last = repeatable(doubt, option) ? { key, kind, words, option } : undefined;
    const more = others(on).length;
    if (more > 0) notice(`“${words}” is doubtful in ${counted(more, 'more place')}: w decides there as here.`);
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

    again() {
      const on = shownNow();
      const doubts = on ? others(on) : [];
      if (!on || !last || doubts.length === 0) {
        say('No other doubts about the words decided last');
        problem('There are no other doubts about the words that were decided last in this document.');
        return;
      }
      const { option, words } = last;
      const asks = doubts.map((doubt) => askFor(on.view, doubt, option));
      void changes.settle(asks, `${words}: ${option.label}`, { key: on.key, hash: on.view.hash }, doubts);
    },
  };
}
