/** Whether a file holds more than one cable: they must be parted, as each is a document of its own. */

import type { Diagnostic } from '../../diagnostic.js';
import { type Source, textOf } from '../../source.js';
import { PAGE, TIME_GROUP } from '../../text/cable-head.js';
import { oneLine } from '../../text/one-line.js';
import type { Line } from '../lines/chunks.js';
import { DATA, isFurniture } from './lines.js';

/** What stands between two cables: the end of one, or the first page of another. */
const parts = (text: string): boolean =>
  Number(PAGE.exec(text)?.[1]) === 1 || DATA.test(text) || (isFurniture(text) && /END OF DOCUMENT/i.test(text));

/** A cable's date-time group, without its precedence; undefined in other lines. */
const groupIn = (text: string): string | undefined => TIME_GROUP.exec(text)?.[0].replace(/^(?:[A-Z]{1,2} )+/, '');

/** Whether a further cable begins at a line that begins a first page: its head has another date-time group than the last before. */
export function beginsAnother(texts: readonly string[]): (at: number) => boolean {
  const groups = texts.map(groupIn);
  let last: string | undefined;
  const before = groups.map((group) => {
    const above = last;
    last = group ?? last;
    return above;
  });
  return (at) => {
    for (let i = at + 1; i < texts.length && !PAGE.test(texts[i]!); i++)
      if (groups[i] !== undefined) return before[at] !== undefined && groups[i] !== before[at];
    return false;
  };
}

/** A warning where a further cable begins: further sections of the first have its date-time group, and cables that it quotes no pages. */
export function anotherCable(source: Source, lines: readonly Line[]): Diagnostic[] {
  let first: string | undefined;
  let parted: Line | undefined;
  for (const line of lines) {
    const text = textOf(source, line);
    const group = groupIn(text);
    if (group === undefined) {
      if (first !== undefined && parts(text)) parted = line;
      continue;
    }
    first ??= group;
    if (parted === undefined || group === first) continue;
    return [
      {
        code: 'cable-another',
        severity: 'warning',
        message: `another cable, “${oneLine(text)}”, is read as a part of this one`,
        start: line.start,
        end: line.end,
        hint: 'put each cable into a file of its own',
      },
    ];
  }
  return [];
}
