/**
 * What is printed at the edge of a page and is no part of the text, in texts as typists and scanners leave them: what stands above the
 * heading and below the text, running heads, numbers of pages. The text is read without it; each line is written as `fw` where it stood.
 */

import type { Diagnostic } from '../../diagnostic.js';
import { type Source, textOf } from '../../source.js';
import { pageAt } from '../blocks/leaves.js';
import type { Line } from '../lines/chunks.js';
import { aboveHeading } from './above.js';
import { belowText } from './below.js';
import { told } from './findings.js';
import { HASH } from './heading.js';
import { pagesOf } from './pages.js';

export interface FormeWorkLines {
  /** The lines that are no part of the text. */
  readonly lines: ReadonlySet<Line>;
  /** Where the text begins: behind a `# ` before the heading. */
  readonly from: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Undefined where there is nothing of the kind. @param begins offsets of lines, or of their first words, at which a block is known to begin */
export function formeWorkOf(
  source: Source,
  all: readonly Line[],
  begins: ReadonlySet<number>,
): FormeWorkLines | undefined {
  const lines = all.filter(({ start, end }) => !pageAt(source, start, end));
  const unlessBlock = (found: readonly Line[]): readonly Line[] =>
    found.some(({ from, start }) => begins.has(from) || begins.has(start)) ? [] : found;
  const above = unlessBlock(aboveHeading(source, lines));
  const below = unlessBlock(belowText(source, lines));
  const inner = lines.slice(above.length, lines.length - below.length);
  const { edges, unsure } = pagesOf(source, inner);
  const pages = edges.filter((line) => unlessBlock([line]).length > 0);
  const [heading] = inner;
  const hash = heading && HASH.exec(textOf(source, heading))?.[0];
  if (above.length + below.length + pages.length + unsure.length === 0 && !hash) return undefined;
  return {
    lines: new Set([...above, ...pages, ...below]),
    from: hash ? heading.start + hash.length : undefined,
    diagnostics: told(source, above, pages, below, unsure),
  };
}
