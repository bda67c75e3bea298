/** What a reviewer has the server change, one thing after the other in the order of the keys, and what undo takes back. */

import { counted } from '../../counted.js';
import type { Ask, Doubt, View } from '../review/model.js';
import { decide, getView, setDone, withdraw } from './api.js';
import { say } from './elements.js';
import type { Hand } from './hand.js';
import { clearMessages, problem } from './messages.js';

/** Something of this visit that can be undone: decisions, or that the document was marked as done or as to do. */
type Step = { readonly key: string } & ({ readonly ids: readonly string[] } | { readonly done: boolean });

/** The text on which is decided, as it was when the reviewer looked at it. */
export interface Reading {
  readonly key: string;
  readonly hash: string;
}

interface Surroundings {
  readonly hand: Hand;
  /** The reviewer's name. */
  by(): string;
  show(view: View): void;
  /** Draw anew what is in hand. */
  draw(): void;
  /** The list of documents may be out of date. */
  refresh(): Promise<void>;
}

export interface Changes {
  /** Run something that asks the server after all that was asked before; what goes wrong is told. */
  inTurn(run: () => Promise<void>): Promise<void>;
  /** Have something decided; the doubts that it is about are out of hand at once. */
  settle(asks: readonly Ask[], words: string, on: Reading, doubts?: readonly Doubt[]): Promise<void>;
  takeBack(ids: readonly string[]): Promise<void>;
  undo(): Promise<void>;
  toggleDone(): Promise<void>;
  canUndo(): boolean;
}

export function changesOf({ hand, by, show, draw, refresh }: Surroundings): Changes {
  let steps: Step[] = [];
  let last = Promise.resolve();

  async function attempt(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      const words = (error as Error).message;
      const { key } = hand;
      if (key && /changed meanwhile/.test(words)) {
        const next = await getView(key).catch(() => undefined);
        if (next && key === hand.key) show(next);
      }
      problem(words);
    }
  }

  function inTurn(run: () => Promise<void>): Promise<void> {
    last = last.then(() => attempt(run));
    return last;
  }

  const showIfOpen = (key: string, view: View): void => {
    if (key === hand.key) show(view);
  };

  function settle(
    asks: readonly Ask[],
    words: string,
    { key, hash }: Reading,
    doubts: readonly Doubt[] = [],
  ): Promise<void> {
    clearMessages();
    const freed = doubts.map((doubt) => hand.takeOut(doubt));
    const free = (): void => {
      for (const one of freed) one();
    };
    if (doubts.length > 0) draw();
    return inTurn(async () => {
      try {
        const answer = await decide(key, by(), hash, asks);
        steps.push({ key, ids: answer.ids });
        free();
        showIfOpen(key, answer.view);
      } catch (error) {
        free();
        if (key === hand.key) draw();
        throw error;
      }
      const left = hand.left();
      say(`${words}. ${left === 0 ? 'No doubts left; d when the document is done' : `${counted(left, 'doubt')} left`}`);
      await refresh();
    });
  }

  async function withdrawn(key: string, ids: readonly string[]): Promise<void> {
    const { view } = await withdraw(key, by(), ids);
    steps = steps.filter((step) => !('ids' in step) || !step.ids.every((id) => ids.includes(id)));
    const before = hand.view;
    showIfOpen(key, view);
    if (before && key === hand.key) hand.focusNew(before);
    draw();
    say(key === hand.key ? 'Taken back' : 'Taken back in the document before');
    await refresh();
  }

  async function marked(key: string, done: boolean): Promise<void> {
    const { view } = await setDone(key, by(), done);
    showIfOpen(key, view);
    say(done ? 'Done' : 'To do');
    await refresh();
  }

  return {
    inTurn,
    settle,
    canUndo: () => steps.length > 0,
    takeBack(ids) {
      clearMessages();
      const { key } = hand;
      return inTurn(() => withdrawn(key, ids));
    },
    undo() {
      clearMessages();
      return inTurn(async () => {
        const step = steps.at(-1);
        if (!step) return say('Nothing to undo');
        if ('ids' in step) return withdrawn(step.key, step.ids);
        await marked(step.key, step.done);
        steps = steps.filter((one) => one !== step);
        draw();
      });
    },
    toggleDone() {
      clearMessages();
      const { key, view } = hand;
      if (!view) return last;
      return inTurn(async () => {
        const { done } = key === hand.key ? (hand.view ?? view) : view;
        await marked(key, !done);
        steps.push({ key, done });
        draw();
      });
    },
  };
}
