import type { ScanElement } from '../../xml/scan.js';
import type { Edit } from '../finding.js';
import { isInline } from './flow.js';
import type { Rule } from './rule.js';
import { content } from './tree.js';

export const breakAtEdge: Rule = {
  id: 'break-at-edge',
  severity: 'warning',
  profile: 'tei',
  why: 'A page or line break first or last in its parent breaks nothing inside it: it belongs before or behind the element.',
  wrong: '<div><p><pb n="81"/>The first words of the page.</p></div>',
  right: '<div><pb n="81"/><p>The first words of the page.</p></div>',
  fixes: true,
  visitor: ({ report, of }) => {
    const check = (element: ScanElement): void => {
      const { parent } = element;
      if (!parent || (parent.name === 'div' && of.profile !== 'frus') || WHOLES.has(parent.name)) return;
      const siblings = content(parent);
      const first = siblings[0] === element;
      if (!first && siblings.at(-1) !== element) return;
      if (siblings.length === 1 && !isInline(parent) && parent.name !== 'p') return;
      const what = element.name === 'pb' ? 'page' : 'line';
      report(element, `A ${what} break stands ${first ? 'first' : 'last'} in “${parent.name}”`, {
        fix: moved(of.scan.text, element, parent, first),
      });
    };
    return { elements: { pb: check, lb: check } };
  },
};

/** Elements whose edges are pages' edges, as often as not. */
const WHOLES = new Set([
  'body',
  'front',
  'back',
  'text',
  'group',
  'floatingText',
  'titlePage',
  'lg',
  'sp',
  'ab',
  'table',
  'list',
]);

/** A line break at the edge of a block goes; any other break moves over its parent's tag. */
function moved(text: string, element: ScanElement, parent: ScanElement, first: boolean): Edit[] {
  const beside = parent.children[element.index + (first ? 1 : -1)];
  const raw = beside?.type === 'text' && !beside.cdata ? beside.raw : '';
  // White space on the inner side goes with the break, so that none is left at the edge.
  const start = first ? element.start : element.start - (raw.length - raw.trimEnd().length);
  const end = first ? element.end + (raw.length - raw.trimStart().length) : element.end;
  const cut = { start, end, text: '' };
  if (element.name === 'lb' && !isInline(parent)) return [cut];
  const target = first ? parent.start : parent.end;
  const insert = { start: target, end: target, text: text.slice(start, end) };
  return first ? [insert, cut] : [cut, insert];
}
