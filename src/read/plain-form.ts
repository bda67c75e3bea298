/**
 * A text as it came → the same in the plain form of an edition, which `read` takes, step by step: without what its carrier added; bold
 * headings, blanks and marks of pages as that form has them; notes of pages at the end; tables and lists with its bars and bullets; a line
 * a paragraph. What is found there is put back into the text as it stands by `rebase`.
 */

import type { Markup } from '../markup.js';
import type { Source } from '../source.js';
import type { Context } from '../tree.js';
import { laidOut } from './layout/index.js';
import { withPlainBlanks } from './reflow/blanks.js';
import { withoutBold } from './reflow/bold-heading.js';
import { withoutCarrier } from './reflow/carrier.js';
import { notesMoved } from './reflow/moved.js';
import { reflowed, reflowedMarkup } from './reflow/origin.js';
import { withPageMarks } from './reflow/page-marks.js';
import { reflow } from './reflow/reflow.js';

/** What is known of a text before it is read; offsets are those of the text as it came. */
interface Known {
  /** Offsets at which a block is known to begin. */
  readonly begins: readonly number[];
  /** What the markup of its file says. */
  readonly markup: Markup | undefined;
}

/** The text in the plain form, and what is known of its notes, by the file's markup or by the feet of its pages: offsets are those of this text. */
export function inPlainForm(
  of: Source,
  { begins, markup }: Known,
  context: Partial<Context>,
): { source: Source; markup: Markup | undefined } {
  const bare = withPageMarks(withPlainBlanks(withoutBold(withoutCarrier(of))));
  const moved = markup ? undefined : notesMoved(bare);
  const plain = moved?.source ?? bare;
  const known = [...begins, ...(markup?.notes ?? []).map(({ label }) => label.start)];
  const within = (text: Source): ReadonlySet<number> =>
    new Set([
      ...known.map((start) => reflowed(text, { start, end: start }).start),
      ...(moved?.begins ?? []).map((start) => reflowed(text, { start, end: start }, plain).start),
    ]);
  const laid = laidOut(plain, within(plain), context);
  const set = reflow(laid, within(laid));
  if (markup) return { source: set, markup: reflowedMarkup(set, markup) };
  return { source: set, markup: moved && reflowedMarkup(set, moved.markup, plain) };
}
