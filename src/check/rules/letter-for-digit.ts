import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const letterForDigit: Rule = {
  id: 'letter-for-digit',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'Scanning reads 1 as l or I and 0 as O: “l955”, “FY 1968–l973”, “2O0”.',
  wrong: '<p>throughout the period FY 1968–l973</p>',
  right: '<p>throughout the period FY 1968–1973, item 1l, I2 and the U–2O</p>',
  visitor: ({ report }) => ({
    flow(flow) {
      if (!flow.has(TRAIT.letterDigit)) return;
      for (const match of flow.text.matchAll(MISREAD)) {
        report(flow.span(match.index, match.index + match[0].length), `A letter stands for a digit in “${match[0]}”`);
      }
    },
  }),
};

/** A number of three characters and more with l, or O between digits. */
const MISREAD =
  /(?<![\p{L}\p{N}/–-])(?:l\d{2,}|\d+l\d+|\d+[oO]\d+(?![\p{L}])|l9\d\d)(?![\p{L}\p{N}])|(?<=\d[–-])l\d+(?![\p{L}\p{N}])/gu;
