/** A heading in bold, as Markdown has it: `**38. Telegram …**1`. The text is read without the signs. */

import { type Source, source } from '../../source.js';
import { edited } from './origin.js';

const BOLD = '**';
const HEADING = /^\s*(?:#{1,6}[ \t]+)?\*\*(?=\S)([^\n\r]{1,400}?\S)\*\*(?=\d{0,2}[ \t]*(?:[\n\r]|$))/;

/** The text without the signs around its first line; as it is where there are none, or more. */
export function withoutBold(of: Source): Source {
  const [all, words = ''] = HEADING.exec(of.text) ?? [];
  if (all === undefined || words.includes(BOLD)) return of;
  const last = all.length - BOLD.length;
  const edits = [last - words.length - BOLD.length, last].map((at) => ({ start: at, end: at + BOLD.length, text: '' }));
  const { text, kept } = edited(of.text, edits);
  return { ...source(text, of.name), origin: { source: of, kept, formeWork: [], diagnostics: [] } };
}
