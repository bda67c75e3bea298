import { oneLine } from '../../one-line.js';
import type { Rule } from './rule.js';
import { attribute, textIn } from './tree.js';

export const refNumber: Rule = {
  id: 'ref-number',
  severity: 'error',
  profile: 'frus',
  why: 'The number that is printed and the number that the link leads to must agree: “Document 28” leads to d28, “footnote 2” to a note 2, “page 81” to pg_81.',
  wrong: '<p>See <ref target="#d29">Document 28</ref>.</p>',
  right: '<p>See <ref target="#d28">Document 28</ref>.</p>',
  visitor: ({ report, of }) => ({
    elements: {
      ref(ref) {
        const link = attribute(ref, 'target');
        const text = oneLine(textIn(of.scan, ref));
        const target = link?.value.slice(link.value.indexOf('#') + 1) ?? '';
        const told = READINGS.map((reading) => text.match(reading.text)?.slice(1).find(Boolean)).map((n, i) => ({
          n,
          form: READINGS[i]!.target,
        }));
        const found = told.find(({ n }) => n !== undefined);
        if (!link || !found) return;
        const leads = target.match(found.form)?.[1];
        if (leads !== undefined && leads !== found.n) report(link, `“${text}” leads to “${link.value}”`);
      },
    },
  }),
};

/** A text that names one number, and the form of target in which the same number stands. */
const READINGS: readonly { text: RegExp; target: RegExp }[] = [
  {
    text: /^(?:see |and )?(?:foot)?notes? (\d+)(?:,? (?:above|below|supra|infra|thereto|to)\b.*)?[.,]?$/i,
    target: /^d\d+[A-Z]?fn(\d+)$/,
  },
  { text: /\b(?:Document|Doc\.) (\d+[A-Z]?)[.,]?$|^(?:see )?Documents? (\d+)$/, target: /^d(\d+[A-Z]?)$/ },
  { text: /^(?:see )?(?:pages?|p\.) (\d+)$/i, target: /^pg_(\d+)$/ },
];
