/** A manifest's contents with their files found and their divisions numbered. */

import type { Content, DivisionType } from './manifest.js';
import type { Problem } from './problem.js';

export type Part =
  | { readonly kind: 'document'; readonly file: string }
  | { readonly kind: 'page'; readonly n: string; readonly facs?: string }
  | Division;

export interface Division {
  readonly kind: 'division';
  readonly type: DivisionType;
  readonly id: string;
  readonly head: string;
  readonly parts: readonly Part[];
}

const SHORT: Readonly<Record<DivisionType, string>> = {
  compilation: 'comp',
  chapter: 'ch',
  subchapter: 'subch',
  section: 'sec',
};
/** Numbered through the volume; the others within what holds them: `ch3subch1`. */
const THROUGH = new Set<DivisionType>(['compilation', 'chapter']);

/** @param find the files that a name or a glob gives, in their order, or that it is a folder */
export function outline(
  contents: readonly Content[],
  manifestFile: string,
  find: (pattern: string) => readonly string[] | 'folder',
): { parts: readonly Part[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const used = new Map<string, string>();
  const counts = new Map<string, number>();
  const tell = (code: string, message: string): void => {
    problems.push({ file: manifestFile, severity: 'error', code, message });
  };
  const build = (of: readonly Content[], parent: string): Part[] =>
    of.flatMap((content): Part[] => {
      if (content.kind === 'page') return [content];
      if (content.kind === 'division') {
        const base = (THROUGH.has(content.type) ? '' : parent) + SHORT[content.type];
        const number = (counts.get(base) ?? 0) + 1;
        counts.set(base, number);
        const id = content.id ?? `${base}${number}`;
        const { type, head } = content;
        const parts = build(content.contents, id);
        if (parts.length === 0) tell('empty-division', `${type} “${head}” holds no document`);
        return [{ kind: 'division', type, id, head, parts }];
      }
      const files = find(content.pattern);
      if (files === 'folder') {
        tell(
          'no-file',
          `${content.pattern}: is a folder; name its documents: ${content.pattern.replace(/\/+$/, '')}/*.xml`,
        );
        return [];
      }
      if (files.length === 0) tell('no-file', `${content.pattern}: no such file`);
      return files.flatMap((file): Part[] => {
        const before = used.get(file);
        if (before !== undefined) {
          // A glob takes what is left; a file named twice is a mistake.
          if (before === content.pattern || content.pattern === file) tell('file-twice', `${file} is named twice`);
          return [];
        }
        used.set(file, content.pattern);
        return [{ kind: 'document', file }];
      });
    });
  return { parts: build(contents, ''), problems };
}
