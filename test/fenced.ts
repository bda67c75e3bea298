/** Fenced blocks of a Markdown file: what transcripts and their runner share. */

export interface Fence {
  /** The first word after the fence, `sh`. */
  readonly kind: string;
  /** What follows it, a file name perhaps. */
  readonly rest: string;
  body: string;
}

/** A Markdown file as prose and fences in turn; `render` puts it together again. */
export type Parts = (string | Fence)[];

const FENCE = /^```(\w+)(?: (.*))?\n([\s\S]*?)^```\n/gm;

export function parse(markdown: string): Parts {
  const parts: Parts = [];
  let at = 0;
  for (const match of markdown.matchAll(FENCE)) {
    parts.push(markdown.slice(at, match.index), { kind: match[1]!, rest: match[2] ?? '', body: match[3]! });
    at = match.index + match[0].length;
  }
  return [...parts, markdown.slice(at)];
}

export const render = (parts: Parts): string =>
  parts
    .map((part) =>
      typeof part === 'string' ? part : `\`\`\`${part.kind}${part.rest && ` ${part.rest}`}\n${part.body}\`\`\`\n`,
    )
    .join('');
