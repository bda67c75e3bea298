/** The readable forms of a TEI file: one table. */

import type { Rendered } from './documents.js';
import { renderHtml } from './html.js';
import { renderMarkdown } from './markdown.js';
import { renderText } from './text.js';

export { compareTexts, type Outcome, type TextComparison } from './compare.js';
export { besideIn, documentsIn, languageIn, piecesIn, titleIn } from './documents.js';
export { renderMarked } from './marked.js';
export { renderText } from './text.js';

export interface Rendering {
  readonly extension: string;
  /** Whether what stands beside documents is rendered too. */
  readonly whole: boolean;
  /** Several documents, and what stands beside them, in one text; `title` names the file, `language` is its own. */
  render(pieces: readonly Rendered[], title: string, language?: string): string;
}

export type RenderFormat = 'text' | 'markdown' | 'html';

export const RENDERINGS: Readonly<Record<RenderFormat, Rendering>> = {
  text: {
    extension: '.txt',
    whole: false,
    render: (documents) => documents.map(({ element }) => renderText(element)).join('\n'),
  },
  markdown: { extension: '.md', whole: true, render: renderMarkdown },
  html: { extension: '.html', whole: true, render: renderHtml },
};
