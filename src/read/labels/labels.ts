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
  'nestHead',
  'tableHead',
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

/** What readers of a report call a label. Labels of one name differ in looks only: their probabilities are one. */
export const NAMES: Readonly<Record<Label, string>> = {
  sourceLine: 'source line',
  head: 'heading',
  dateline: 'dateline',
  seg: 'opener matter',
  salute: 'salute',
  p: 'paragraph',
  flush: 'paragraph',
  section: 'paragraph',
  center: 'paragraph',
  right: 'paragraph',
  quote: 'paragraph',
  pOpen: 'paragraph that goes on below',
  pTail: 'rest of the paragraph above',
  listHead: 'head of a list',
  label: 'label of an item',
  item: 'item',
  item2: 'item of a nested list',
  label2: 'label of a nested item',
  nestHead: 'item that heads a nested list',
  tableHead: 'head of a table',
  row: 'row of a table',
  signed: 'signature',
  signed2: 'second signature',
  closer: 'closing words',
  attSeg: 'beginning of an attachment',
  attHead: 'heading of an attachment',
  more: 'next line of the block above',
  page: 'page break',
};

/** A labelled line, with the probability of what it is called and what else it might be called. */
export interface Choice {
  readonly label: Label;
  readonly p: number;
  readonly alternatives: readonly { readonly choice: string; readonly p: number }[];
}
