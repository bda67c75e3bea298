/** Whom a letter of annual volumes is addressed to, as it stands below the signature: on one line, or on the lines of a block. */

import type { Source } from '../../source.js';
import type { Line } from '../lines/chunks.js';

/** What only sentences have. */
const NO_SENTENCE = '(?!.* (?:I|he|it|we|they|ha[sd]|have|is|are|was|were|said)\\b)';
const FORMS: readonly RegExp[] = [
  // `To His Excellency the President of the Conference, Paris.`
  new RegExp(
    `^To ${NO_SENTENCE}(?:(?:His|Her|the) (?=\\p{Lu})|(?:Monsieur|M\\.|Messrs?\\.|Sir|General|Marshal) ).{3,160}[^:]$`,
    'u',
  ),
  // `Hon. John Sapt, &c.`, `C. F. Dale, Esq., &c., &c.`, before 1906
  /^(?!I )\p{Lu}.{3,80}, (?:Esq\.|&c\.)(?:, (?:&c|etc)\.){0,3}$/u,
  // `Hon. John Sapt,` and below it `Secretary of State, Washington, D. C.`
  new RegExp(
    `^${NO_SENTENCE}(?:The )?(?:(?:Right )?Hon(?:\\.|ou?rable)|(?:His|Her) Excellency) \\p{Lu}[^:;?!]{3,70},(?: [^:;?!]{3,120})?$`,
    'u',
  ),
];

/** No address has more lines, or is longer. */
const LINES = 4;
const LONG = 200;

/** The first line of the block that ends with line `last`, below line `top`, where it says whom a letter is addressed to; undefined elsewhere. */
export function addressedFrom({ text }: Source, lines: readonly Line[], top: number, last: number): number | undefined {
  const { chunk, end } = lines[last]!;
  if (lines[last + 1]?.chunk === chunk) return undefined;
  let from = last;
  while (from > top && lines[from - 1]!.chunk === chunk && last - from + 1 < LINES) from--;
  if (lines[from - 1]?.chunk === chunk || lines[from]!.bullet || end - lines[from]!.start > LONG) return undefined;
  const words = text.slice(lines[from]!.start, end).replace(/\s+/g, ' ');
  return FORMS.some((form) => form.test(words)) ? from : undefined;
}
