/** Marks become elements that nest, hold text, and never reach around a note. */

import { describe, expect, it } from 'vitest';
import { cut, source, textOf } from '../src/source.js';
import type { Leaf, Mark } from '../src/tree.js';
import { sortMarks, weave } from '../src/write/tei/weave.js';

/** `a|b` has two leaves; `^` stands for an anchor, `/` for a page break. */
function run(leaves: string, marks: [string, number, number][]): string {
  const of = source(leaves.replaceAll('|', ''));
  let at = 0;
  const edges = leaves.split('|').map((part) => {
    at += part.length;
    return at;
  });
  const content = cut(of.span, ...edges.slice(0, -1)).map((span): Leaf => {
    const text = textOf(of, span);
    if (text === '^') return { type: 'anchor', span, note: 0 };
    return text === '/' ? { type: 'pb', span, n: '1' } : { type: 'text', span };
  });
  let out = '';
  const sorted = sortMarks(marks.map(([type, start, end]) => ({ type, start, end, attributes: {} }) as Mark));
  weave(content, sorted, {
    open: (mark) => {
      out += `<${mark.type}>`;
    },
    close: (mark) => {
      out += `</${mark.type}>`;
    },
    leaf: (leaf) => {
      out += leaf.type === 'text' ? textOf(of, leaf.span) : leaf.type === 'anchor' ? '^' : '/';
    },
  });
  return out;
}

describe('weave', () => {
  it('wraps a stretch inside a leaf', () => {
    expect(run('See Dulles now', [['persName', 4, 10]])).toBe('See <persName>Dulles</persName> now');
  });
  it('nests equal and inner stretches', () => {
    expect(run('abcd', [['hi', 0, 4], ['ref', 1, 3]])).toBe('<hi>a<ref>bc</ref>d</hi>'); // biome-ignore format: one row
  });
  it('puts emphasis inside what it covers wholly', () => {
    expect(run('Dulles', [['hi', 0, 6], ['persName', 0, 6]])).toBe('<persName><hi>Dulles</hi></persName>'); // biome-ignore format: one row
  });
  it('splits the later of two that cross', () => {
    expect(run('abcdef', [['hi', 0, 4], ['ref', 2, 6]])).toBe('<hi>ab<ref>cd</ref></hi><ref>ef</ref>'); // biome-ignore format: one row
  });
  it('keeps a page break inside a name, and a note outside', () => {
    expect(run('John |/|Foster|^| x', [['persName', 0, 12]])).toBe('<persName>John /Foster</persName>^ x');
    expect(run('John |^|Foster', [['persName', 0, 12]])).toBe('<persName>John </persName>^<persName>Foster</persName>');
  });
  it('keeps a note inside emphasis', () => {
    expect(run('ab|^|cd', [['hi', 0, 5]])).toBe('<hi>ab^cd</hi>');
  });
  it('writes no empty element', () => {
    expect(run('ab|/|cd', [['persName', 2, 3]])).toBe('ab/cd');
  });
});
