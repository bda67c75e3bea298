/** The proof that fixes do no harm: the words stay, the page breaks stay where they were among them, the file stays whole. */

import { type ScanNode, scanXml } from '../../xml/scan.js';
import { MOJIBAKE, mended } from '../rules/mojibake.js';
import { attr } from '../rules/tree.js';
import { composed } from '../rules/unicode-form.js';

/** Characters that fixes may exchange for each other. */
const SAME: Readonly<Record<string, string>> = { '–': '-', '’': "'" };

/** Text as it was before an encoding was mistaken, a character was taken apart or an escape escaped. */
const readable = (raw: string): string =>
  composed(raw.replace(MOJIBAKE, (found) => mended(found) ?? found)).replace(/&(?:amp;)+(#?\w+;)/g, '&$1');

const markOf = (node: ScanNode): string => {
  if (node.type === 'text') return readable(node.raw).replace(/\s+/g, '');
  return node.type === 'element' && node.name === 'pb' ? `<pb ${attr(node, 'n') ?? ''}>` : '';
};

/** The words of a text and its page breaks, white space left out and dashes made alike; undefined where it is not whole. */
function words(text: string): string | undefined {
  const { nodes, problem } = scanXml(text);
  if (problem) return undefined;
  return nodes
    .map(markOf)
    .join('')
    .replace(/[–’]/g, (char) => SAME[char]!);
}

/**
 * Judges what becomes of a text: gives why that is worse, or undefined.
 *
 * @param errors how many errors a grammar finds in a text
 */
export function harmTo(before: string, errors: (text: string) => number): (after: string) => string | undefined {
  const wordsBefore = words(before);
  let errorsBefore: number | undefined;
  return (after) => {
    const wordsAfter = words(after);
    if (wordsAfter === undefined) return 'the file would no longer be well-formed';
    if (wordsAfter !== wordsBefore) return 'the words would change, or a page break would move among them';
    errorsBefore ??= errors(before);
    return errors(after) > errorsBefore ? 'the file would break the grammar' : undefined;
  };
}
