import type { ScanElement, ScanNode } from '../../xml/scan.js';
import type { Edit } from '../finding.js';
import { isInline } from './flow.js';
import type { FileFacts, Rule } from './rule.js';
import { content, isContent, isDocument } from './tree.js';

export const breakAtEdge: Rule = {
  id: 'break-at-edge',
  severity: 'warning',
  profile: 'tei',
  why: 'A page or line break first or last in its parent breaks nothing inside it: it belongs before or behind the element. Under the profile tei a line break may stand first: there it begins a line.',
  wrong: '<div><p><pb n="81"/>The first words of the page.</p></div>',
  right: '<div><pb n="81"/><p>The first words of the page.</p></div>',
  fixes: true,
  visitor: ({ report, of }) => {
    const check = (element: ScanElement): void => {
      const { parent } = element;
      if (!parent || isExempt(parent, of)) return;
      const edge = EDGES.find((one) => isAt(one, element, parent));
      if (edge === 'first' && beginsLine(element, of)) return;
      if (!edge || (content(parent).length === 1 && !isInline(parent) && parent.name !== 'p')) return;
      const what = element.name === 'pb' ? 'page' : 'line';
      const fix = moved(element, parent, edge, of);
      report(element, `A ${what} break stands ${edge} in “${parent.name}”`, fix ? { fix } : {});
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

const isExempt = ({ name }: ScanElement, { profile }: FileFacts): boolean =>
  WHOLES.has(name) || (name === 'div' && profile !== 'frus');

/** TEI sets a line break where a line begins; in Foreign Relations it parts two lines. */
const beginsLine = ({ name }: ScanElement, { profile }: FileFacts): boolean => name === 'lb' && profile !== 'frus';

const EDGES = ['first', 'last'] as const;
type Edge = (typeof EDGES)[number];

const isAt = (edge: Edge, node: ScanNode, { children }: ScanElement): boolean =>
  (edge === 'first' ? children.find(isContent) : children.findLast(isContent)) === node;

/** Beyond a document or a note its page would be another's; beyond the root there is nothing. */
const holdsBreaks = (element: ScanElement): boolean =>
  !element.parent || element.name === 'note' || isDocument(element);

/**
 * A line break at the edge of a block goes, unless it says more than that; any other break moves over the tags of all elements
 * whose edge it stands at. Undefined where there is no place for it.
 */
function moved(element: ScanElement, parent: ScanElement, edge: Edge, of: FileFacts): Edit[] | undefined {
  const first = edge === 'first';
  const beside = parent.children[element.index + (first ? 1 : -1)];
  const raw = beside?.type === 'text' && !beside.cdata ? beside.raw : '';
  // White space on the inner side goes with the break, so that none is left at the edge.
  const start = first ? element.start : element.start - (raw.length - raw.trimEnd().length);
  const end = first ? element.end + (raw.length - raw.trimStart().length) : element.end;
  const cut = { start, end, text: '' };
  for (let inner = parent; ; inner = inner.parent!) {
    if (element.name === 'lb' && !isInline(inner)) return element.attributes.length === 0 ? [cut] : undefined;
    if (holdsBreaks(inner)) return undefined;
    const outer = inner.parent!;
    if (!isExempt(outer, of) && isAt(edge, inner, outer)) continue;
    const target = first ? inner.start : inner.end;
    const insert = { start: target, end: target, text: of.scan.text.slice(start, end) };
    return first ? [insert, cut] : [cut, insert];
  }
}
