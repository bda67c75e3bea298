/** Commands of the page and their keys. */

import { byId, make } from './elements.js';

export interface Command {
  readonly keys: readonly string[];
  readonly text: string;
  readonly run: () => unknown;
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

interface Others {
  /** Whether single keys are commands. */
  enabled(): boolean;
  undo(): void;
  /** A digit was pressed: take that choice, from 0. */
  take(option: number): void;
}

/** Run commands by their keys, and list them in the page's help. */
export function bindKeys(commands: readonly Command[], { enabled, undo, take }: Others): void {
  document.addEventListener('keydown', (event) => {
    const { target, ctrlKey, metaKey, altKey, key: pressed } = event;
    if (event.defaultPrevented || altKey || document.querySelector('dialog[open]') || typing(target)) return;
    if (ctrlKey || metaKey) {
      if (pressed !== 'z') return;
      event.preventDefault();
      undo();
      return;
    }
    if (!enabled()) return;
    // Enter on a button is that button's.
    if (pressed === 'Enter' && target instanceof HTMLButtonElement) return;
    const command = commands.find(({ keys }) => keys.includes(pressed));
    if (command) void command.run();
    else if (/^[1-9]$/.test(pressed)) take(Number(pressed) - 1);
    else return;
    event.preventDefault();
  });

  for (const { keys, text } of commands) {
    byId('keys-list').append(
      make('dt', {}, ...keys.flatMap((name, i) => [...(i > 0 ? [' '] : []), make('kbd', {}, name)])),
      make('dd', {}, text),
    );
  }
}
