import { describe, expect, test } from 'vitest';
import { ordered } from '../src/read/blocks/order.js';
import { source, within } from '../src/source.js';
import type { Block, FlowType, Group, GroupType } from '../src/tree.js';

const { span } = source('x');
const flow = (type: FlowType): Block => ({ type, content: [{ type: 'text', span }] });
const group = (type: GroupType, ...children: Block[]): Block => ({ type, children });
const page: Block = { type: 'pb', span: within(span, 0, 0), n: '1' };

/** `closer(signed)` for a closer that holds a signature. */
const show = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => ('children' in block ? `${block.type}(${show((block as Group).children)})` : block.type))
    .join(' ');

const [head, p, dateline] = [flow('head'), flow('p'), flow('dateline')];
const opener = group('opener', flow('dateline'), flow('salute'));
const closer = group('closer', flow('signed'), page, flow('signed'));
const [listHead, label, item] = [flow('listHead'), flow('label'), flow('item')];
const list = (...children: Block[]): Block => group('list', ...children);

describe('blocks in an order that TEI allows', () => {
  test.each<[string, Block[], string]>([
    ['what is in order stays', [flow('sourceLine'), head, opener, p, page, closer], ''],
    ['an opener before the heading stays', [opener, head, dateline, p], ''],
    ['a closing amid the text is paragraphs', [head, p, closer, p], 'head p p pb p p'],
    ['an opener after a paragraph is paragraphs', [head, p, opener, p], 'head p p p p'],
    ['an opener after a closing makes paragraphs of both', [head, p, closer, opener], 'head p p pb p p p'],
    ['several closings stand at the end', [head, p, closer, page, closer], ''],
    [
      'a closing that nobody signs is paragraphs, as is one above it',
      [head, p, closer, group('closer', flow('run'))],
      'head p p pb p p',
    ],
    ['a second heading is a paragraph', [head, head, p], 'head p p'],
    ['a heading after text is a paragraph', [p, head], 'p p'],
    ['a dateline before any heading is a paragraph', [dateline, p], 'p p'],
    ['flows of groups never stand alone', [head, flow('signed'), item, flow('run')], 'head p p p'],
    [
      'an attachment has an order of its own',
      [head, p, closer, group('attachment', head, p, closer, p)],
      'head p closer(signed pb signed) attachment(head p p pb p p)',
    ],
    [
      'what follows an attachment belongs to it',
      [head, group('attachment', head, p), p, group('attachment', p)],
      'head attachment(head p p) attachment(p)',
    ],
  ])('%s', (_, blocks, expected) => {
    expect(show(ordered(blocks))).toBe(expected || show(blocks));
  });

  test.each<[string, Block, string]>([
    ['items', list(listHead, page, item, item, page), ''],
    ['labels with items', list(page, listHead, label, page, item, label, item), ''],
    [
      'both, parted',
      list(listHead, label, item, item, label, item),
      'list(listHead label item) list(item) list(label item)',
    ],
    ['labels without an item', list(label, label, item, label), 'list(item) list(label item) list(item)'],
    ['a heading in the middle', list(item, listHead, item), 'list(item item item)'],
    ['no item', list(listHead, page), 'p pb'],
    ['inside an item', list(group('item', flow('run'), list(listHead))), 'list(item(run p))'],
    ['inside a paragraph', group('p', flow('run'), list(listHead)), 'p(run run)'],
  ])('a list of %s', (_, block, expected) => {
    expect(show(ordered([block]))).toBe(expected || show([block]));
  });
});
