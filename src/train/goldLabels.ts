/** The label that each line of a corpus document has by its gold TEI. */

import type { Line } from '../read/chunks.js';
import type { Label } from '../read/labels.js';
import type { GoldDocument, GoldElement } from './gold.js';

const BLOCKS = new Set(
  'p head item label cell row table list signed closer dateline seg salute opener quote attachment postscript'.split(
    ' ',
  ),
);

const BY_REND: Record<string, Label> = {
  flushleft: 'flush',
  sectiontitleital: 'section',
  center: 'center',
  right: 'right',
};

const PAGE = /^\[Page [^\]]{1,14}\]/;

/** Labels of the body's lines. */
export function goldLabels(gold: GoldDocument, lines: readonly Line[]): Label[] {
  const { elements, text } = gold;
  const blocks = elements.filter(
    (e) =>
      e.note === undefined &&
      e.end > e.start &&
      (BLOCKS.has(e.name) || (e.name === 'note' && e.attributes.rend === 'inline')),
  );
  const index = new Map(elements.map((e, i) => [e, i]));
  const parentOf = (e: GoldElement): GoldElement | undefined => (e.parent < 0 ? undefined : elements[e.parent]);
  const within = (e: GoldElement, name: string): GoldElement | undefined => {
    for (let up = parentOf(e); up; up = parentOf(up)) if (up.name === name) return up;
    return undefined;
  };
  const depth = (e: GoldElement, name: string): number => {
    let count = 0;
    for (let up = parentOf(e); up; up = parentOf(up)) if (up.name === name) count++;
    return count;
  };
  // One annual volume puts quotations into the paragraph that leads up to them, the other beside it, as most editions do; nothing in
  // the text tells. Beside it is what is learned.
  const holdsBlocks = (e: GoldElement): boolean => {
    const i = index.get(e)!;
    return blocks.some((b) => b.parent === i && b.name !== 'quote');
  };
  const out: Label[] = [];
  for (const [i, line] of lines.entries()) {
    let at = line.start;
    for (let match = PAGE.exec(text.slice(at, at + 24)); match; match = PAGE.exec(text.slice(at, at + 24))) {
      at += match[0].length;
      while (at < line.end && /\s/.test(text[at]!)) at++;
    }
    if (at >= line.end) {
      out.push('page');
      continue;
    }
    while (at < line.end && /[\s|]/.test(text[at]!)) at++;
    const before = lines[i - 1]?.end ?? 0;
    // A bullet may count as the edge of an element.
    let inner: GoldElement | undefined;
    for (const b of blocks) if (b.start <= at && b.end > at) inner = b;
    out.push(inner ? labelOf(inner, before) : 'p');

    function labelOf(e: GoldElement, previousEnd: number): Label {
      const starts = e.start >= previousEnd && (i > 0 || e.start <= at);
      const parent = parentOf(e)?.name;
      switch (e.name) {
        case 'note':
          return starts ? 'sourceLine' : 'more';
        case 'p':
          if (!starts)
            return blocks.some((b) => b.parent === index.get(e) && b.end <= at && b.start >= e.start)
              ? holdsBlocks(e)
                ? 'pTail'
                : 'p'
              : 'more';
          if (parent === 'item')
            return (parentOf(e)?.start ?? 0) >= previousEnd ? (depth(e, 'list') > 1 ? 'item2' : 'item') : 'more';
          if (holdsBlocks(e)) return 'pOpen';
          if (parent === 'quote') return 'quote';
          return BY_REND[e.attributes.rend ?? ''] ?? 'p';
        case 'head':
          if (!starts) return 'more';
          if (parent === 'list' && depth(e, 'list') > 1 && line.bullet) return 'nestHead';
          if (parent === 'list') return 'listHead';
          if (parent === 'table') return 'tableHead';
          return parent === 'attachment' ? 'attHead' : 'head';
        case 'item':
          if (!starts) return 'more';
          return depth(e, 'list') > 1 ? 'item2' : 'item';
        case 'label':
          return starts ? (depth(e, 'list') > 1 ? 'label2' : 'label') : 'more';
        case 'cell':
        case 'row':
        case 'table':
          return 'row';
        case 'signed': {
          if (!starts) return 'more';
          const closer = within(e, 'closer');
          return closer && closer.start < previousEnd ? 'signed2' : 'signed';
        }
        case 'closer':
          return e.start < previousEnd && out[i - 1] === 'closer' && lines[i - 1]!.chunk === line.chunk
            ? 'more'
            : 'closer';
        case 'seg': {
          if (!starts) return 'more';
          if (i === 0 && text[line.start] !== '[') return 'sourceLine';
          const attachment = within(e, 'attachment');
          return attachment && attachment.start >= previousEnd ? 'attSeg' : 'seg';
        }
        case 'dateline':
          return starts ? 'dateline' : 'more';
        case 'salute':
          return starts ? 'salute' : 'more';
        case 'quote':
          return 'quote';
        case 'opener':
          return 'seg';
        default:
          return 'p';
      }
    }
  }
  return out;
}
