/**
 * What a line of the body can be. A document is a sequence of these, one a line; `build.ts` makes the tree from them.
 *
 * The names are TEI's where one element is meant. `more` goes on with the line before it after a line break; `in…` and
 * `…Open`/`…Tail` say what holds what: a paragraph that holds a list is `pOpen`, the list's lines, perhaps `pTail`.
 */
export const LABELS = [
  'sourceLine',
  'head',
  'dateline',
  'seg',
  'salute',
  'p',
  'flush',
  'section',
  'center',
  'right',
  'quote',
  'pOpen',
  'pTail',
  'listHead',
  'label',
  'item',
  'item2',
  'label2',
  'row',
  'signed',
  'signed2',
  'closer',
  'attSeg',
  'attHead',
  'more',
  'page',
] as const;

export type Label = (typeof LABELS)[number];

/** A labelled line, with the probability of the label and the others that were likely. */
export interface Choice {
  readonly label: Label;
  readonly p: number;
  readonly alternatives: readonly { readonly choice: string; readonly p: number }[];
}
