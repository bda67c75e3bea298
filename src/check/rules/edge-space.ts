import type { ScanElement } from '../../xml/scan.js';
import type { Edit } from '../finding.js';
import { isSpace } from './characters.js';
import type { Rule } from './rule.js';
import { isBlank } from './tree.js';

export const edgeSpace: Rule = {
  id: 'edge-space',
  severity: 'info',
  profile: 'tei',
  why: 'White space at the edge of a name, term or link is not part of it: it stands outside.',
  wrong: '<p>sent to <persName>Allison </persName>today</p>',
  right: '<p>sent to <persName>Allison</persName> today</p>',
  fixes: true,
  visitor: ({ report, of }) => {
    /** White space goes to the other side of the tag, unless there is some. */
    const moved = (at: number, beside: number, text: string): Edit[] =>
      isSpace(of.scan.text.charCodeAt(beside)) ? [] : [{ start: at, end: at, text }];
    const check = (element: ScanElement): void => {
      const first = element.children[0];
      const last = element.children.at(-1);
      if (first?.type === 'text' && !first.cdata && isSpace(first.raw.charCodeAt(0)) && !isBlank(first)) {
        const end = first.start + first.raw.length - first.raw.trimStart().length;
        const text = first.raw.slice(0, end - first.start);
        const fix = [...moved(element.start, element.start - 1, text), { start: first.start, end, text: '' }];
        report({ start: first.start, end }, `White space begins “${element.name}”`, { fix });
      }
      if (last?.type === 'text' && !last.cdata && isSpace(last.raw.charCodeAt(last.raw.length - 1)) && !isBlank(last)) {
        const start = last.start + last.raw.trimEnd().length;
        const text = last.raw.slice(start - last.start);
        const fix = [{ start, end: last.end, text: '' }, ...moved(element.end, element.end, text)];
        report({ start, end: last.end }, `White space ends “${element.name}”`, { fix });
      }
    };
    const names = ['persName', 'placeName', 'orgName', 'gloss', 'term', 'ref', 'date'];
    return { elements: Object.fromEntries(names.map((name) => [name, check])) };
  },
};
