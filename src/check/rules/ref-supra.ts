import { oneLine } from '../../text/one-line.js';
import type { Rule } from './rule.js';
import { attr, attribute, documentOf, textIn } from './tree.js';

export const refSupra: Rule = {
  id: 'ref-supra',
  severity: 'warning',
  profile: 'frus',
  why: '*Supra* alone is the document before this one, *infra* the one behind it.',
  wrong:
    '<div type="document" xml:id="d38" n="38"><p>See <ref target="#d36"><hi rend="italic">supra</hi></ref>.</p></div>',
  right:
    '<div type="document" xml:id="d38" n="38"><p>See <ref target="#d37"><hi rend="italic">supra</hi></ref>.</p></div>',
  visitor: ({ report, of }) => ({
    elements: {
      ref(ref) {
        const word = oneLine(textIn(of.scan, ref)).toLowerCase().replace(/[.,]$/, '');
        if (word !== 'supra' && word !== 'infra') return;
        const link = attribute(ref, 'target');
        const document = documentOf(ref);
        const here = Number(document && attr(document, 'n'));
        const there = Number(link?.value.match(/^#d(\d+)(?:fn\d+)?$/)?.[1]);
        if (!link || !Number.isInteger(here) || !Number.isInteger(there)) return;
        const due = word === 'supra' ? here - 1 : here + 1;
        if (there !== due) report(link, `“${word}” in document ${here} leads to document ${there}, not ${due}`);
      },
    },
  }),
};
