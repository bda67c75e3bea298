import type { Source } from '../source.js';
import type { Line } from './chunks.js';
import type { Choice, Label } from './labels.js';
import { pageAt } from './leaves.js';

export function label(source: Source, lines: readonly Line[]): Choice[] {
  const out: Label[] = [];
  let head = -1;
  const T = lines.map((l) => source.text.slice(l.start, l.end));
  for (let i = 0; i < lines.length; i++) {
    const t = T[i]!;
    const l = lines[i]!;
    const firstOfChunk = i === 0 || lines[i - 1]!.chunk !== l.chunk;
    const prev = out[i - 1];
    if (pageAt(source, l.start, l.end)) out.push('page');
    else if (l.bullet) out.push('item');
    else if (!firstOfChunk && lines[i + 1]?.bullet && lines[i + 1]!.chunk === l.chunk)
      out.push(t.length < 6 ? 'label' : 'listHead');
    else if (firstOfChunk && lines[i + 1]?.bullet && lines[i + 1]!.chunk === l.chunk)
      out.push(t.length < 6 ? 'label' : 'listHead');
    else if (/ \| /.test(t) || t.startsWith('|')) out.push('row');
    else if (!firstOfChunk) out.push('more');
    else if (
      head < 0 &&
      i === 0 &&
      t.length < 120 &&
      /\d.*[/–-].*\d|Files|Lot/.test(t) &&
      !/^\d+\. /.test(t) &&
      lines.length > 2
    )
      out.push('sourceLine');
    else if (head < 0) {
      head = i;
      out.push('head');
    } else if (
      i <= head + 3 &&
      prev !== 'p' &&
      t.length < 120 &&
      /\b\d{4}\b|undated/i.test(t) &&
      /\d,|, \d|undated/i.test(t)
    )
      out.push('dateline');
    else if (
      i <= head + 4 &&
      prev !== 'p' &&
      t.length < 40 &&
      /secret|confidential|restricted|urgent|priority|niact/i.test(t)
    )
      out.push('seg');
    else if (lines.slice(i).every((x) => x.chunk === l.chunk) && t.length < 50 && !/[.:;?!]\d*$/.test(t))
      out.push('signed');
    else out.push('p');
  }
  return out.map((label) => ({ label, p: 1, alternatives: [] }));
}
