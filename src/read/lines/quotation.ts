/** Quotations that run over lines. */

import { packed } from '../../packed.js';
import type { Line } from './chunks.js';

/** Whether a quotation is open where a line begins, whether the line begins with a mark, whether one is open where it ends. */
export interface Quoted {
  readonly before: boolean;
  readonly opens: boolean;
  readonly after: boolean;
}

const OPEN = 0x201c;
const CLOSE = 0x201d;

/** Each paragraph of a long quotation begins with a mark again; that opens no other one. */
export function quotations(text: string, lines: readonly Line[]): Quoted[] {
  let depth = 0;
  return packed(lines, ({ start, end }): Quoted => {
    const before = depth > 0;
    const opens = text.charCodeAt(start) === OPEN;
    if (before && opens) depth = 0;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === OPEN) depth++;
      else if (code === CLOSE && depth > 0) depth--;
    }
    return { before, opens, after: depth > 0 };
  });
}
