import { oneLine } from '../../one-line.js';
import type { ScanAttribute } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attribute, textIn } from './tree.js';

export const refNumber: Rule = {
  id: 'ref-number',
  severity: 'error',
  profile: 'frus',
  why: 'The number that is printed and the number that the link leads to must agree: “Document 28” leads to d28, “footnote 2” to a note 2, “page 81” to pg_81. Volumes whose texts count notes without the source note, by a majority of their own, are held to that.',
  wrong: '<p>See <ref target="#d29">Document 28</ref>.</p>',
  right: '<p>See <ref target="#d28">Document 28</ref>.</p>',
  run: ({ report, scan }) => {
    const notes: Footnote[] = [];
    return {
      elements: {
        ref(ref) {
          const link = attribute(ref, 'target');
          const text = oneLine(textIn(scan, ref));
          const target = link?.value.slice(link.value.indexOf('#') + 1) ?? '';
          const told = READINGS.map((reading) => ({ ...reading, n: text.match(reading.text)?.slice(1).find(Boolean) }));
          const found = told.find(({ n }) => n !== undefined);
          if (!link || !found) return;
          const leads = target.match(found.target)?.[1];
          if (leads === undefined) return;
          if (found.target === NOTE) notes.push({ link, text, ahead: Number(leads) - Number(found.n) });
          else if (leads !== found.n) report(link, `“${text}” leads to “${link.value}”`);
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

const NOTE = /^d\d+[A-Z]?fn(\d+)$/;

/** A text that names one number, and the form of target in which the same number stands. */
const READINGS: readonly { text: RegExp; target: RegExp }[] = [
  {
    text: /^(?:see |and )?(?:foot)?notes? (\d+)(?:,? (?:above|below|supra|infra|thereto|to)\b.*)?[.,]?$/i,
    target: NOTE,
  },
  { text: /\b(?:Document|Doc\.) (\d+[A-Z]?)[.,]?$|^(?:see )?Documents? (\d+)$/, target: /^d(\d+[A-Z]?)$/ },
  { text: /^(?:see )?(?:pages?|p\.) (\d+)$/i, target: /^pg_(\d+)$/ },
];
