/** What kinds of elements a text is laid out by. */

import type { XmlElement } from '../xml/parse.js';

/** Lists other than `list`, whose entries are blocks. */
export const LISTS: ReadonlySet<string> = new Set(['listBibl', 'listPerson', 'listPlace', 'listOrg', 'castList']);
/** Elements that are blocks of their own. `note` is one where it carries no mark. */
export const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'head',
  'closer',
  'dateline',
  'quote',
  'salute',
  'attachment',
  'postscript',
  'opener',
  'note',
  'div',
  'fw',
  'lg',
  'titlePart',
  'byline',
  'docImprint',
  ...LISTS,
]);
/** Elements that run together with their neighbours in the opener: only an `lb` parts them. */
export const RUN_ON: ReadonlySet<string> = new Set(['seg', 'figure']);
/** Blocks that take a line of their own where they stand in an item, a cell or a signature. */
export const LINES: ReadonlySet<string> = new Set(['head', 'list', 'p', 'quote', 'fw', 'l', 'addrLine']);
/** Parts of what is run together: a space parts them, whether or not the file has one there. */
export const WORDS: ReadonlySet<string> = new Set(['item', 'label', 'row', 'cell']);
/** What stands in these stands between blocks, items or rows, not in one. */
export const HOLDERS: ReadonlySet<string> = new Set([
  'div',
  'attachment',
  'text',
  'front',
  'body',
  'back',
  'list',
  'table',
]);
/** Parts of a text that have headings of their own, one level below those around them. */
export const DIVISIONS: ReadonlySet<string> = new Set(['div', 'attachment', 'floatingText']);
/** Elements that describe the file, not the document. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['teiHeader', 'file', 'pdf', 'page-count-according-to-citation']);

/** The ways in which words are set. */
export const rendsOf = ({ attributes }: XmlElement): string[] => attributes.rend?.match(/\S+/g) ?? [];

/** Whether a note hangs on a mark: it has a number and doesn't stand in the line of the text. */
export const isMarked = ({ name, attributes }: XmlElement): boolean =>
  name === 'note' && Boolean(attributes.n) && attributes.rend !== 'inline';
