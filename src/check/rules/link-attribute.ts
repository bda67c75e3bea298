import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attribute } from './tree.js';

/** Element → the attribute that is written, and the one that is due. */
const DUE: Readonly<Record<string, readonly [string, string]>> = {
  ref: ['corresp', 'target'],
  gloss: ['corresp', 'target'],
  persName: ['target', 'corresp'],
};

export const linkAttribute: Rule = {
  id: 'link-attribute',
  severity: 'error',
  profile: 'frus',
  why: 'ref and gloss point with @target, persName with @corresp: with the other attribute the link is not made.',
  wrong: '<p>See <ref corresp="#d37">Document 37</ref>.</p>',
  right: '<p>See <ref target="#d37">Document 37</ref>.</p>',
  fixes: true,
  visitor: ({ report }) => {
    const check = (element: ScanElement): void => {
      const [written, due] = DUE[element.name]!;
      const wrong = attribute(element, written);
      if (!wrong || attribute(element, due)) return;
      const place = { start: wrong.start, end: wrong.start + written.length };
      report(wrong, `${element.name}/@${written} stands for @${due}`, { fix: [{ ...place, text: due }] });
    };
    return { elements: { ref: check, gloss: check, persName: check } };
  },
};
