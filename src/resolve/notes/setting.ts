/** What is known of a document before its places are looked at one by one. */

import { latest } from '../../latest.js';
import type { TelegramNumbers } from '../../memory.js';
import { packed } from '../../packed.js';
import { SET_OFF_STYLES } from '../../text/mark-styles.js';
import type { NoteText, Place, Stretch } from './marks.js';
import { type Reading, readNote } from './note-text.js';

export interface Setting {
  readonly text: string;
  readonly notes: readonly Reading[];
  /** Where the body begins and ends. */
  readonly from: number;
  readonly to: number;
  /** How often each run of digits stands in the body. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The telegram's own number (`205.` at the start of the first paragraph); 0 if it has none. */
  readonly own: number;
  /** Numbers of other telegrams of the volume that it may speak of, where they are at hand. */
  readonly telegrams: TelegramNumbers | undefined;
  /** The style that only marks have, if most notes could be marked in it; '' if there is none. */
  readonly style: string;
}

/** As the model knows them. */
const SET_OFF = SET_OFF_STYLES.flatMap(({ name, as }) => (as ? [] : name));

export function setting(
  text: string,
  stretches: readonly Stretch[],
  notes: readonly NoteText[],
  places: readonly (readonly Place[])[],
  telegrams?: TelegramNumbers,
): Setting {
  const numbers = new Map<string, number>();
  let own = 0;
  for (const { start, end, type } of stretches) {
    const body = text.slice(start, end);
    for (const [number] of body.matchAll(/\d+/g)) numbers.set(number, (numbers.get(number) ?? 0) + 1);
    if (own === 0 && type === 'p') own = Number(/^(\d{1,5})\.\s/.exec(body)?.[1] ?? 0);
  }
  const style = SET_OFF.find((one) => {
    const markable = places.filter((list) => list.some((place) => place.style === one));
    return markable.length * 2 > notes.length;
  });
  const from = stretches[0]?.start ?? 0;
  const to = stretches.at(-1)?.end ?? from;
  return { text, notes: packed(notes, readNote), from, to, numbers, own, telegrams, style: style ?? '' };
}

/** How many numbers of the body have 1, 2, 3 … digits after the point; counted on first use. */
export const decimals: (set: Setting) => readonly number[] = latest(({ text, from, to }: Setting) => {
  const counts: number[] = [];
  for (const m of text.slice(from, to).matchAll(/\d\.(\d{1,8})(?!\d)/g)) {
    counts[m[1]!.length] = (counts[m[1]!.length] ?? 0) + 1;
  }
  return counts;
});
