import { oneLine } from '../../text/one-line.js';
import type { Rule } from './rule.js';
import { attr, textIn } from './tree.js';

export const rangeOneRef: Rule = {
  id: 'range-one-ref',
  severity: 'warning',
  profile: 'frus',
  why: 'In a range or list each number is a ref of its own: one link for “Documents 28–30” leads to the first only.',
  wrong: '<p>See <ref target="#d28">Documents 28–30</ref>.</p>',
  right: '<p>See <ref target="#d28">Documents 28</ref>–<ref target="#d30">30</ref>.</p>',
  visitor: ({ report, of }) => ({
    elements: {
      ref(ref) {
        if (!/^#?(?:d\d|pg_|frus.*#)/.test(attr(ref, 'target') ?? '')) return;
        const text = oneLine(textIn(of.scan, ref));
        if (
          /\b(?:Documents|Docs\.|footnotes|pages|pp\.) \d+[A-Z]?(?:\s?[–-]\s?|, (?:and )?| and )\d+[A-Z]?[.,]?$/i.test(
            text,
          )
        ) {
          report(ref, `One ref holds “${text}”`);
        }
      },
    },
  }),
};
