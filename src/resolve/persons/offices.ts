/** Whether an entry of a list gives a person an office that a text names, in the words of its description. */

import { foldedWords } from '../../authority/fold.js';
import type { Period } from '../../authority/period.js';
import type { Person } from '../../authority/types.js';
import { madeOnce } from '../../made-once.js';

/** One office of a description: its words and, where the description says so, when it was held. */
interface Office {
  readonly words: readonly string[];
  readonly periods: readonly Period[];
}

/** Words that make another office of the title after them: a Deputy Under Secretary is no Under Secretary. */
const LESSER = new Set(
  (
    'under undersecretary deputy assistant vice associate acting special executive private personal first second third ' +
    'principal permanent parliamentary press former ex consul attorney surgeon inspector adjutant'
  ).split(' '),
);

/** After these a title is somebody else's: `Assistant to the President`, `wife of Senator X`. */
const OF_ANOTHER = new Set('of to for the with by'.split(' '));

/** What makes another office of the title before it: `General Counsel`. */
const OTHERWISE: Readonly<Record<string, ReadonlySet<string>>> = {
  general: new Set('counsel manager secretary assembly services of agreement'.split(' ')),
  // Of the United Kingdom: `Secretary of State for Foreign Affairs`.
  'secretary of state': new Set(['for']),
};

/** Words that tell no office. */
const SMALL = new Set('of to for the in and a at on s u us'.split(' '));

const officesOf = madeOnce(({ description, periods, parts }: Person): readonly Office[] =>
  [parts.titles.join(' '), ...description.split(';')].map((part) => ({
    words: foldedWords(part),
    periods: periods.filter(({ what }) => what === part),
  })),
);

/** The offices that a person held in a month; those without dates are held always. */
const heldIn = (person: Person, month: number | undefined): readonly Office[] =>
  officesOf(person).filter(
    ({ periods }) =>
      month === undefined || periods.length === 0 || periods.some(({ from, to }) => month >= from && month <= to),
  );

function isTitled(words: readonly string[], title: readonly string[]): boolean {
  return words.some((_, at) => {
    if (!title.every((word, i) => words[at + i] === word)) return false;
    const before = words[at - 1] ?? '';
    const after = words[at + title.length] ?? '';
    return !LESSER.has(before) && !OF_ANOTHER.has(before) && !OTHERWISE[title.join(' ')]?.has(after);
  });
}

/** Whether a person held the very office of a title, `secretary of state`, in a month (see `monthOf`). */
export const heldTitle = (person: Person, title: readonly string[], month: number | undefined): boolean =>
  heldIn(person, month).some(({ words }) => isTitled(words, title));

/** The words of a phrase that can tell an office. */
export const tellingWords = (phrase: readonly string[]): string[] => phrase.filter((word) => !SMALL.has(word));

const isLesser = (words: readonly string[], phrase: readonly string[]): boolean =>
  words.some((word, i) => LESSER.has(word) && !phrase.includes(word) && !OF_ANOTHER.has(words[i - 1] ?? ''));

/** The largest share of a phrase's telling words in one office that a person held in a month; 0 to 1. A lesser office has none. */
export const shareHeld = (person: Person, phrase: readonly string[], month: number | undefined): number =>
  Math.max(
    0,
    ...heldIn(person, month)
      .filter(({ words }) => !isLesser(words, phrase))
      .map(({ words }) => phrase.filter((word) => words.includes(word)).length / phrase.length),
  );
