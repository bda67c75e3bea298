import { oneLine } from '../../text/one-line.js';
import type { ScanAttribute } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attribute, textIn } from './tree.js';

export const refNumber: Rule = {
  id: 'ref-number',
  severity: 'error',
  profile: 'frus',
  why: 'The number that is printed and the number that the link leads to must agree: “Document 28” leads to d28, “footnote 2, Document 28” to d28fn2, “page 81” to pg_81. Volumes whose texts count notes without the source note, by a majority of three links or more of their own, are held to that; so are documents alone, by any majority.',
  wrong: '<p>See <ref target="#d29">Document 28</ref>.</p>',
  right: '<p>See <ref target="#d28">Document 28</ref>.</p>',
  visitor: ({ report, of }) => {
    let notes: Footnote[] = [];
    return {
      elements: {
        ref(ref) {
          const link = attribute(ref, 'target');
          if (!link) return;
          const text = oneLine(textIn(of.scan, ref));
          const target = link.value.slice(link.value.indexOf('#') + 1);
          const note = NOTE.test(text) ? FOOTNOTES.map((form) => text.match(form)?.groups).find(Boolean) : undefined;
          const leads = note && target.match(/^d(\d+[A-Z]?)fn(\d+)$/);
          if (leads && isSame(note.document ?? leads[1]!, leads[1]!)) {
            notes.push({ link, text, ahead: Number(leads[2]) - Number(note.n), isOwn: link.value.startsWith('#') });
            return;
          }
          const told = READINGS.map((reading) => ({ ...reading, n: text.match(reading.text)?.slice(1).find(Boolean) }));
          const found = told.find(({ n }) => n !== undefined);
          const to = found && target.match(found.target)?.[1];
          if (leads || (to !== undefined && to !== found?.n)) report(link, `“${text}” leads to “${link.value}”`);
        },
      },
      end() {
        const habit = aheadByHabit(notes, of.whole);
        const hint = 'Elsewhere in the volume, printed numbers leave out the source note.';
        for (const { link, text, ahead, isOwn } of notes) {
          // How another volume counts, this one doesn't tell.
          if (isOwn ? ahead !== habit : ahead !== 0 && ahead !== 1)
            report(link, `“${text}” leads to “${link.value}”`, isOwn && habit > 0 ? { hint } : {});
        }
      },
      forget() {
        notes = [];
      },
    };
  },
};

interface Footnote {
  readonly link: ScanAttribute;
  readonly text: string;
  /** The number of the note that the link leads to less the printed one. */
  readonly ahead: number;
  /** The note is in this file. */
  readonly isOwn: boolean;
}

/** “document 28a” is d28A. */
const isSame = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();

/**
 * Where the texts of a volume count notes without the source note, most links lead to a number one higher. Of a whole
 * volume one or two are wrong; of a document alone nobody knows how its volume counts.
 */
const aheadByHabit = (notes: readonly Footnote[], whole: boolean): number => {
  const count = (ahead: number) => notes.filter((note) => note.isOwn && note.ahead === ahead).length;
  return count(1) > Math.max(count(0), whole ? 2 : 0) ? 1 : 0;
};

const FOOTNOTE = String.raw`(?:(?:foot)?notes?|fns?\.?) (?<n>\d+)`;
const DOCUMENT = String.raw`Doc(?:ument|\.) (?<document>\d+[A-Z]?)`;

/** What is in each of them. */
const NOTE = /note|fn/i;
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
