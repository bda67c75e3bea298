import { oneLine } from '../../one-line.js';
import type { ScanAttribute } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attribute, textIn } from './tree.js';

export const refNumber: Rule = {
  id: 'ref-number',
  severity: 'error',
  profile: 'frus',
  why: 'The number that is printed and the number that the link leads to must agree: “Document 28” leads to d28, “footnote 2, Document 28” to d28fn2, “page 81” to pg_81. Volumes whose texts count notes without the source note, by a majority of their own, are held to that.',
  wrong: '<p>See <ref target="#d29">Document 28</ref>.</p>',
  right: '<p>See <ref target="#d28">Document 28</ref>.</p>',
  run: ({ report, scan }) => {
    const notes: Footnote[] = [];
    return {
      elements: {
        ref(ref) {
          const link = attribute(ref, 'target');
          if (!link) return;
          const text = oneLine(textIn(scan, ref));
          const target = link.value.slice(link.value.indexOf('#') + 1);
          const note = FOOTNOTES.map((form) => text.match(form)?.groups).find(Boolean);
          const leads = note && target.match(/^d(\d+[A-Z]?)fn(\d+)$/);
          if (leads && (note.document ?? leads[1]) === leads[1]) {
            notes.push({ link, text, ahead: Number(leads[2]) - Number(note.n) });
            return;
          }
          const told = READINGS.map((reading) => ({ ...reading, n: text.match(reading.text)?.slice(1).find(Boolean) }));
          const found = told.find(({ n }) => n !== undefined);
          const to = found && target.match(found.target)?.[1];
          if (leads || (to !== undefined && to !== found?.n)) report(link, `“${text}” leads to “${link.value}”`);
        },
      },
      end() {
        const habit = aheadByHabit(notes);
        const hint = 'Elsewhere in the volume, printed numbers leave out the source note.';
        for (const { link, text, ahead } of notes) {
          if (ahead !== habit) report(link, `“${text}” leads to “${link.value}”`, habit > 0 ? { hint } : {});
        }
      },
    };
  },
};

interface Footnote {
  readonly link: ScanAttribute;
  readonly text: string;
  /** The number of the note that the link leads to less the printed one. */
  readonly ahead: number;
}

/** Where the texts of a volume count notes without the source note, most links lead to a number one higher. */
const aheadByHabit = (notes: readonly Footnote[]): number => {
  const count = (ahead: number) => notes.filter((note) => note.ahead === ahead).length;
  return count(1) > count(0) ? 1 : 0;
};

const FOOTNOTE = String.raw`(?:(?:foot)?notes?|fns?\.?) (?<n>\d+)`;
const DOCUMENT = String.raw`Doc(?:ument|\.) (?<document>\d+[A-Z]?)`;

/** Texts that name one footnote, with its document or without. */
const FOOTNOTES = [
  `^(?:see |and )?${FOOTNOTE},?(?: to| of)? ${DOCUMENT}[.,)]*$`,
  `^(?:see )?${DOCUMENT}(?:[,;]|,? and)(?: its)? ${FOOTNOTE}(?: thereto)?[.,)]*$`,
  `^(?:see |and )?${FOOTNOTE}(?:,? (?:above|below|supra|infra|thereto|to)\\b.*)?[.,]?$`,
].map((form) => new RegExp(form, 'i'));

/** A text that names one number, and the form of target in which the same number stands. */
const READINGS: readonly { text: RegExp; target: RegExp }[] = [
  { text: /\b(?:Document|Doc\.) (\d+[A-Z]?)[.,]?$|^(?:see )?Documents? (\d+)$/, target: /^d(\d+[A-Z]?)$/ },
  { text: /^(?:see )?(?:pages?|p\.) (\d+)$/i, target: /^pg_(\d+)$/ },
];
