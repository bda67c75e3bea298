/** Names that the plain form of a nested list runs together on one line: `Mr. Sprague Lt. General Fox`. */

const ADDRESSES = 'Mr|Mrs|Miss|Ms|Messrs|Dr|Prof|Mme|Hon|H\\.E';
const RANKS =
  'Sir|Lord|Lady|Madame|Gen|Adm|Col|Capt|Maj|Lt|General|Admiral|Colonel|Captain|Major|Lieutenant|Commander|Brigadier|Marshal|Brig|Amb|Ambassador|Sen|Senator|Congressman|Prince|King|Queen|Shah|Professor|Judge';
const OFFICES = 'Secretary|Minister|President|Premier|Chancellor|Governor|Chairman|Director|Counselor|Chief';
/** What belongs to the rank or office after it: `Vice` Admiral, `Under` Secretary. */
const FORE = 'Field|Vice|Rear|Air|Under|Assistant|Deputy|Acting|Prime|Foreign|Special|First|Second|Third|Attorney';

/** The sign of an office at home, before the name: `NEA—Mr. Rountree`. */
const SYMBOL = /^[A-Z][A-Z/]{0,6}—/u;
const TITLE = new RegExp(`^(?:The |the )?(?:${ADDRESSES}|${RANKS}|${OFFICES}|${FORE})\\b`, 'u');
/** What begins a name even after an office has been told: a title that is none, before a name. */
const ADDRESS = new RegExp(
  `^(?:(?:${ADDRESSES})\\b|(?:(?:Vice|Rear) )?(?:${RANKS})\\.? (?!(?:of|to|in|and|${ADDRESSES})\\b))`,
  'u',
);
const TITLE_WORD = new RegExp(`^(?:${ADDRESSES}|${RANKS}|${OFFICES}|${FORE})\\.?$`, 'u');
const OFFICE = new RegExp(`^(?:${OFFICES})$`, 'u');
/** A word after which a name goes on. */
const GOES_ON = /(?:[,;(—–&/:-]|\b(?:of|to|the|for|and|in|at|from|by|with|on|de|del|von|van|The|former|as))$/u;

/** Names with what their bearers are aren't longer: running text is. */
const LONGEST = 120;

/** Where the names of a run begin; only the first place where the line is no run of names. */
export function namesOf(text: string, start: number, end: number): number[] {
  const line = text.slice(start, end);
  const coded = SYMBOL.test(line);
  if (!coded && !TITLE.test(line)) return [start];
  const starts = [start];
  let before = '';
  let from = 0;
  let described = false; // whether the name has been followed by what the person is
  for (const { 0: word, index } of line.matchAll(/\S+/g)) {
    const rest = line.slice(index);
    // `The Secretary` is whole; `Secretary Dulles` is not.
    const whole = described || (OFFICE.test(before) && line.startsWith('The ', from));
    const opens = SYMBOL.test(rest) || (described ? ADDRESS : TITLE).test(rest);
    if (index > 0 && opens && !GOES_ON.test(before) && (whole || !TITLE_WORD.test(before))) {
      starts.push(start + index);
      from = index;
      described = false;
    }
    described ||= word.endsWith(',');
    before = word;
  }
  const longest = Math.max(...starts.map((at, i) => (starts[i + 1] ?? end) - at));
  return longest > LONGEST ? [start] : starts;
}
