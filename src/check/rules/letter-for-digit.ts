import { MONTH } from './months.js';
import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const letterForDigit: Rule = {
  id: 'letter-for-digit',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'Scanning reads 1 as l or I, 0 as O and 5 as S: “l955”, “FY 1968–l973”, “2O0”, “February l2, 195O”, “l0 a.m.”.',
  wrong: '<p>throughout the period FY 1968–l973</p>',
  right: '<p>throughout the period FY 1968–1973, item 1l, I2 and the U–2O</p>',
  visitor: ({ report }) => ({
    traits: TRAIT.letterDigit,
    flow(flow) {
      for (const match of flow.text.matchAll(MISREAD)) {
        report(flow.span(match.index, match.index + match[0].length), `A letter stands for a digit in “${match[0]}”`);
      }
    },
  }),
};

/** Numbers by what they look like, and shorter ones by the word before or behind them. */
const FORMS = [
  // Three characters and more with l, or O between digits.
  'l\\d{2,}|\\d+l\\d+|\\d+[oO]\\d+(?!\\p{L})',
  // Years of the 19th and 20th century.
  '[lI][89]\\d\\d|1[89]\\d[lIoOS]|1[89][lIoOSB]\\d',
  `(?<=(?<!\\p{L})${MONTH} )(?:[lI]\\d|\\d[lIoO])`,
  '(?<=(?<!\\p{L})(?:[Nn]os?|pp?|[Pp]ages?|[Tt]elegrams?|[Dd]ocuments?)\\.? )(?:[lI]\\d+|\\d+[lIoO])',
];
const TIMES = '(?:l[0-2]?|I[0-2]|1[lIoO])(?:[:.]\\d\\d)?(?= ?[ap]\\. ?m\\.)';

const MISREAD = new RegExp(
  `(?<![\\p{L}\\p{N}/–-])(?:(?:${FORMS.join('|')})(?![\\p{L}\\p{N}])|${TIMES})|(?<=\\d[–-])l\\d+(?![\\p{L}\\p{N}])`,
  'gu',
);
