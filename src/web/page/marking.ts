/** What a reviewer decides about words selected in the source text: marks, their removal, the place of a note. */

import type { Ask, Doubt } from '../review/model.js';
import { elsewhere } from './asks.js';
import type { Changes, Reading } from './changes.js';
import { chooseOther } from './choices.js';
import { say } from './elements.js';
import type { Hand } from './hand.js';
import { problem } from './messages.js';
import { pick } from './picker.js';
import type { SourcePane } from './source-pane.js';

interface Surroundings {
  readonly hand: Hand;
  readonly source: SourcePane;
  readonly changes: Changes;
  /** Whether there are lists of persons and terms. */
  readonly listed: boolean;
}

export interface Marking {
  mark(kind: 'person' | 'term' | 'reference' | 'emphasis'): Promise<void>;
  /** Unmark what is selected; false where nothing is. */
  unmark(): boolean;
  /** Hang a note on the caret: that of a doubt, or one that is asked for. */
  moveNote(doubt: Doubt | undefined): Promise<void>;
}

export function markingOf({ hand, source, changes, listed }: Surroundings): Marking {
  /** The words that are selected, without white space around them. */
  function selectedWords(): { start: number; end: number; words: string; on: Reading } | undefined {
    const { key, view } = hand;
    const selected = source.selection();
    if (!view || !selected) return undefined;
    let { start, end } = selected;
    while (start < end && /\s/.test(view.text[start]!)) start++;
    while (end > start && /\s/.test(view.text[end - 1]!)) end--;
    if (start < end) return { start, end, words: view.text.slice(start, end), on: { key, hash: view.hash } };
    say('Select words in the source text first');
    problem('Select words in the source text first: click there, then Shift and the arrow keys, or drag.');
    return undefined;
  }

  async function whichNote(): Promise<Doubt['note']> {
    const all = hand.view?.notes ?? [];
    const notes = all.map(({ n, opening }, i) => ({ id: String(i), name: `${n}. ${opening}`, description: '' }));
    const find = (q: string) => notes.filter(({ name }) => name.toLowerCase().includes(q.trim().toLowerCase()));
    const chosen = await pick({ title: 'Which note hangs here?', label: 'Its number or words of it', find });
    if (chosen === undefined) return undefined;
    const { n, opening } = all[Number(chosen)]!;
    return { n, opening };
  }

  return {
    async mark(kind) {
      const selected = selectedWords();
      if (!selected) return;
      const { start, end, words, on } = selected;
      const choice = kind === 'emphasis' ? 'italic' : await chooseOther(on.key, kind, words, listed);
      if (choice) await changes.settle([{ kind, start, end, choice }], `${words}: ${choice}`, on);
    },

    unmark() {
      const { key, view } = hand;
      const selected = source.selection();
      if (!view || !selected || selected.end === selected.start) return false;
      const marks = view.marks.filter(({ start, end }) => start < selected.end && end > selected.start);
      const asks = marks.map(
        ({ kind, start, end, choice, p }): Ask => ({ kind, start, end, choice: 'none', was: { choice, p } }),
      );
      if (asks.length > 0) void changes.settle(asks, 'unmarked', { key, hash: view.hash });
      return true;
    },

    /** On the characters there if they are the note's mark, else between characters. */
    async moveNote(doubt) {
      const { key, view } = hand;
      const caret = source.selection();
      if (!view || !caret) {
        problem(
          'Put the caret in the source text where the note hangs: click there, or Tab to it and use the arrow keys.',
        );
        return;
      }
      const note = doubt?.note ?? (await whichNote());
      if (!note) return;
      const { start } = caret;
      const end = caret.end > start ? caret.end : view.text.startsWith(note.n, start) ? start + note.n.length : start;
      const ask: Ask = { kind: 'note', ...(doubt?.note && elsewhere(doubt)), start, end, choice: 'here', note };
      const about = doubt?.note ? [doubt] : [];
      await changes.settle([ask], `note ${note.n} moved`, { key, hash: view.hash }, about);
    },
  };
}
