/** A dialog in which one of many is found by typing: a combobox with its list (ARIA Authoring Practices, editable combobox). */

import type { Candidate } from '../review/model.js';
import { byId, make } from './elements.js';

export interface PickerOptions {
  readonly title: string;
  readonly label: string;
  readonly find: (typed: string) => Candidate[] | Promise<Candidate[]>;
  readonly typed?: string;
  /** What was typed may be taken as it stands, if it is of this form. */
  readonly free?: RegExp;
}

/** The id of what is chosen; undefined where the dialog is left. */
export function pick({ title, label, find, typed = '', free }: PickerOptions): Promise<string | undefined> {
  const dialog = byId<HTMLDialogElement>('picker');
  const input = byId<HTMLInputElement>('typed');
  const list = byId('found');
  byId('picker-title').textContent = title;
  byId('picker-label').textContent = label;
  input.value = typed;
  let found: Candidate[] = [];
  let at = 0;
  let asked = 0;

  return new Promise((resolve) => {
    const stop = new AbortController();
    const { signal } = stop;
    const end = (value: string | undefined): void => {
      stop.abort();
      if (dialog.open) dialog.close();
      resolve(value);
    };
    const draw = (): void => {
      const items = found.map(({ id, name, description }, i) =>
        make(
          'li',
          { role: 'option', id: `found-${i}`, 'aria-selected': i === at ? 'true' : 'false', onclick: () => end(id) },
          name,
          make('small', {}, id.startsWith('#') ? `${description}  ${id}` : description),
        ),
      );
      list.replaceChildren(...items);
      if (items.length > 0) input.setAttribute('aria-activedescendant', `found-${at}`);
      else input.removeAttribute('aria-activedescendant');
      items[at]?.scrollIntoView({ block: 'nearest' });
    };
    const search = async (): Promise<void> => {
      const mine = ++asked;
      const some = await find(input.value);
      if (mine !== asked) return;
      const own = input.value.trim();
      found = free?.test(own) ? [{ id: own, name: own, description: 'as typed' }, ...some] : some;
      at = 0;
      draw();
    };
    // What is chosen is of the words that stand in the box, also where the answer is still to come.
    let latest = Promise.resolve();
    const again = (): void => {
      latest = search();
    };
    input.addEventListener('input', again, { signal });
    input.addEventListener(
      'keydown',
      (event) => {
        // Keys of an input method are its own: its Enter ends a word.
        if (event.isComposing) return;
        if (event.key === 'ArrowDown') at = Math.min(found.length - 1, at + 1);
        else if (event.key === 'ArrowUp') at = Math.max(0, at - 1);
        else if (event.key === 'Enter') {
          event.preventDefault();
          void latest.then(() => {
            const chosen = found[at];
            if (chosen) end(chosen.id);
          });
          return;
        } else return;
        event.preventDefault();
        draw();
      },
      { signal },
    );
    dialog.addEventListener('close', () => end(undefined), { signal });
    dialog.showModal();
    input.select();
    again();
  });
}
