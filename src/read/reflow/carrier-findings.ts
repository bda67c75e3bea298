/** What is told of what the carrier of a text added to it. */

import type { Diagnostic } from '../../diagnostic.js';
import type { TextRange } from '../../text-range.js';
import { codePoint, UNSEEN } from '../../xml/characters.js';
import { theseLines } from '../findings/lines.js';
import type { Carried } from './line-prefixes.js';

/** Runs of characters that nobody sees, but for a byte order mark, and line ends that plain text hardly has. */
export const CARRIED = new RegExp(String.raw`(?:${UNSEEN.source}(?<!^\ufeff))+|[\u0085\u2028\u2029]`, 'g');

const SEEN = /[^\s\ufeff\u200b]/;

/** What was left out, in a word. */
export function carrierFindings(text: string, { prefixes, mail, bare }: Carried): Diagnostic[] {
  const unseen = Array.from(text.matchAll(CARRIED)).filter(([run]) => UNSEEN.test(run));
  const number = unseen.reduce((sum, [run]) => sum + run.length, 0);
  const told = (
    at: TextRange | undefined,
    severity: Diagnostic['severity'],
    message: (words: string) => string,
    hint: string,
  ): Diagnostic[] => {
    if (!at) return [];
    const { start, end } = at;
    return [{ code: 'carrier', severity, message: message(text.slice(start, end)), start, end, hint }];
  };
  const [first] = unseen;
  // Beside numbers that only some lines have, the others have blanks.
  const written = prefixes.filter(({ start, end }) => SEEN.test(text.slice(start, end)));
  const at = first && { start: first.index, end: first.index + first[0].length };
  return [
    ...told(
      at,
      'info',
      (run) =>
        number === 1
          ? `a character that nobody sees (${codePoint(run)}) is left out`
          : `${number} characters that nobody sees are left out, the first of them ${codePoint(run)}`,
      'take them out of the text if the output is to be exactly that',
    ),
    ...told(
      written[0],
      'info',
      (prefix) =>
        `“${prefix.replace(/[\s\ufeff\u200b]/g, '')}” and its like before ${written.length} lines are left out`,
      'write the text without it if it is part of it',
    ),
    ...told(
      mail[0],
      'warning',
      (line) =>
        `${theseLines(mail)} of the mail around what it quotes ${mail.length === 1 ? 'is' : 'are'} written as fw, no part of the text: “${line.slice(0, 60)}”`,
      'if they belong to the document, write them where the text is',
    ),
    ...told(
      bare[0],
      'warning',
      () =>
        `${theseLines(bare)} of those that begin so ${bare.length === 1 ? 'doesn’t' : 'don’t'}, and ${bare.length === 1 ? 'is' : 'are'} read as text`,
      'take out what is no part of the text',
    ),
  ];
}
