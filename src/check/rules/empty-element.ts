import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { childElements, isBlankInside } from './tree.js';

export const emptyElement: Rule = {
  id: 'empty-element',
  severity: 'warning',
  profile: 'tei',
  why: 'A name, link, date or highlighting around nothing marks nothing: its text got lost or it was left over.',
  wrong: '<p>sent to <persName corresp="#p_AJM1"/>Allison</p>',
  right: '<p>sent to <persName corresp="#p_AJM1">Allison</persName></p>',
  visitor: ({ report, of }) => {
    const check = (element: ScanElement): void => {
      if (!isBlankInside(of.scan, element) || childElements(element).length > 0) return;
      if (element.parent?.name === 'listEvent') return;
      report(element, `“${element.name}” is empty`);
    };
    const names = [
      'hi',
      'persName',
      'placeName',
      'orgName',
      'gloss',
      'head',
      'item',
      'q',
      'quote',
      'title',
      'emph',
      'signed',
    ];
    return { elements: Object.fromEntries(names.map((name) => [name, check])) };
  },
};
