/** Blanks of other kinds, as web pages and typesetters have them: the text is read as if they were plain ones. In the output they stay what they are. */

import { type Source, source } from '../../source.js';

/** Of some width, and no line ends. */
const OTHER_BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

export function withPlainBlanks(of: Source): Source {
  const text = of.text.replace(OTHER_BLANKS, ' ');
  if (text === of.text) return of;
  const kept = [{ from: 0, start: 0, end: text.length }];
  return { ...source(text, of.name), origin: { source: of, kept, formeWork: [], diagnostics: [] } };
}
