/** From what is in hand to what the server is asked to decide. */

import type { Ask, Doubt, Option, View } from '../review/model.js';

const BLOCK_WORDS = 60;

/** What is asked of the server where a doubt's option is taken. */
export function askFor(view: View, doubt: Doubt, option: Option): Ask {
  const { choice, p } = doubt.current;
  const common = { kind: doubt.kind, was: { choice, p }, ...(doubt.note && { note: doubt.note }) };
  if (doubt.kind !== 'note') {
    const end = doubt.kind === 'block' ? Math.min(doubt.end, doubt.start + BLOCK_WORDS) : doubt.end;
    return { ...common, start: doubt.start, end, choice: option.choice };
  }
  if (option.start !== undefined && option.end !== undefined) {
    const stays = doubt.current.start === option.start && doubt.current.end === option.end;
    return { ...common, ...(!stays && elsewhere(doubt)), start: option.start, end: option.end, choice: 'here' };
  }
  return { ...common, ...noteStart(view, doubt), choice: 'nowhere' };
}

/** What stood before a note was moved: it hung at another place. */
export const elsewhere = ({ current: { choice, p } }: Doubt): Pick<Ask, 'was'> => ({
  was: { choice: choice === 'here' ? 'elsewhere' : choice, p },
});

/** The beginning of a note's own text: what a decision is anchored to that it hangs nowhere. */
function noteStart(view: View, { note, start, end }: Doubt): { start: number; end: number } {
  const shown = view.notes.find(({ n, opening }) => n === note?.n && opening === note.opening);
  return shown ? { start: shown.start, end: Math.min(shown.end, shown.start + BLOCK_WORDS) } : { start, end };
}
