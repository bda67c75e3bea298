import { forenamesOf } from '../../authority/nicknames.js';
import { oneLine } from '../../text/one-line.js';
import type { ScanAttribute } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attribute, textIn } from './tree.js';

export const nameMismatch: Rule = {
  id: 'name-mismatch',
  severity: 'warning',
  profile: 'frus',
  why: 'The name or abbreviation in the text shares no word with the entry of the list that it leads to.',
  wrong:
    '<TEI><list type="persons"><item><persName xml:id="p_AJM1">Allison, John M.</persName></item></list><p>said <persName corresp="#p_AJM1">Dulles</persName></p></TEI>',
  right:
    '<TEI><list type="persons"><item><persName xml:id="p_AJM1">Allison, John M.</persName></item></list><p>said <persName corresp="#p_AJM1">Allison</persName></p></TEI>',
  visitor: ({ report, of }) => {
    const entries = new Map<string, string>();
    // A volume has a few hundred names and abbreviations, thousands of times.
    const compared = new Map<string, string | undefined>();
    const entryOf = (id: string, name: 'persName' | 'term'): string | undefined => {
      const element = of.ids.get(id);
      if (element?.name !== name) return undefined;
      const known = entries.get(id);
      if (known !== undefined) return known;
      // The item tells of other names, offices and titles too.
      const item = element.parent?.name === 'item' ? element.parent : (element.parent?.parent ?? element);
      const text = fold(textIn(of.scan, item.name === 'item' ? item : element));
      entries.set(id, text);
      return text;
    };
    const mismatch = (id: string, text: string, name: 'persName' | 'term'): string | undefined => {
      const entry = entryOf(id, name);
      const words = fold(text).match(/[\p{L}]{2,}/gu);
      if (entry === undefined || !words) return undefined;
      if (name === 'term' && squeezed(entry).includes(squeezed(fold(text)).replace(/s$/, ''))) return undefined;
      if (words.some((word) => entry.includes(word) || close(word, entry))) return undefined;
      if (words.some((word) => forenamesOf(word).some((name) => entry.includes(name)))) return undefined;
      return `“${text}” leads to “${oneLine(textIn(of.scan, of.ids.get(id)!))}”`;
    };
    // A document alone has no entries, and most files are such.
    const leads = (link: ScanAttribute | undefined, name: 'persName' | 'term'): link is ScanAttribute =>
      link?.value.startsWith('#') === true && of.ids.get(link.value.slice(1))?.name === name;
    const compare = (link: ScanAttribute, text: string, name: 'persName' | 'term'): void => {
      const pair = `${link.value} ${text}`;
      if (!compared.has(pair)) compared.set(pair, mismatch(link.value.slice(1), text, name));
      const message = compared.get(pair);
      if (message !== undefined) report(link, message);
    };
    return {
      elements: {
        persName(element) {
          const link = attribute(element, 'corresp');
          if (!leads(link, 'persName') || attribute(element, 'type')?.value === 'alt') return;
          const text = oneLine(textIn(of.scan, element, 'note'));
          // Initials, LBJ, are in no list.
          if (!/^(?:\p{Lu}\.? ?){1,4}(?:[’']s)?$/u.test(text)) compare(link, text, 'persName');
        },
        gloss(element) {
          const link = attribute(element, 'target');
          if (!leads(link, 'term')) return;
          compare(link, oneLine(textIn(of.scan, element, 'note')), 'term');
        },
      },
      forget() {
        entries.clear();
        compared.clear();
      },
    };
  },
};

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}|[’'ʼ]/gu, '')
    .toLowerCase();

/** The letters and digits of an abbreviation: R & D, P.L. and RD, PL are the same. */
const squeezed = (folded: string): string => folded.replace(/&amp;|\band\b|[^\p{L}\p{N}]/gu, '');

/** Whether the entry has a word that this one is a form of: transliterations and slips of the pen are no other person. */
const close = (word: string, entry: string): boolean =>
  (entry.match(/[\p{L}]{3,}/gu) ?? []).some(
    (other) =>
      other.slice(0, 3) === word.slice(0, 3) ||
      other.slice(1, 5) === word.slice(1, 5) ||
      (other.length > 3 && word.endsWith(other)) ||
      (word.length > 4 && distance(word, other) < 3),
  );

/** Edits between two words (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
