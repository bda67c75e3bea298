import type { Rule } from './rule.js';
import { attribute, textIn, tidy } from './tree.js';

export const nameMismatch: Rule = {
  id: 'name-mismatch',
  severity: 'warning',
  profile: 'frus',
  why: 'The name in the text shares no word with the entry of the list that it leads to.',
  wrong:
    '<TEI><list type="persons"><item><persName xml:id="p_AJM1">Allison, John M.</persName></item></list><p>said <persName corresp="#p_AJM1">Dulles</persName></p></TEI>',
  right:
    '<TEI><list type="persons"><item><persName xml:id="p_AJM1">Allison, John M.</persName></item></list><p>said <persName corresp="#p_AJM1">Allison</persName></p></TEI>',
  run: ({ report, scan, ids }) => {
    const entries = new Map<string, string>();
    const entryOf = (id: string): string | undefined => {
      const known = entries.get(id);
      if (known !== undefined) return known;
      const element = ids.get(id);
      if (element?.name !== 'persName') return undefined;
      // The item tells of other names, offices and titles too.
      const item = element.parent?.name === 'item' ? element.parent : (element.parent?.parent ?? element);
      const text = fold(textIn(scan, item.name === 'item' ? item : element));
      entries.set(id, text);
      return text;
    };
    return {
      elements: {
        persName(element) {
          const link = attribute(element, 'corresp');
          if (!link?.value.startsWith('#p_') || attribute(element, 'type')?.value === 'alt') return;
          const entry = entryOf(link.value.slice(1));
          const text = tidy(textIn(scan, element, 'note'));
          const words = fold(text).match(/[\p{L}]{3,}/gu);
          if (entry === undefined || !words || words.some((word) => entry.includes(word) || close(word, entry))) return;
          report(link, `“${text}” leads to “${tidy(textIn(scan, ids.get(link.value.slice(1))!))}”`);
        },
      },
    };
  },
};

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}|[’'ʼ]/gu, '')
    .toLowerCase();

/** Whether a word of the entry begins alike: transliterations differ towards the end. */
const close = (word: string, entry: string): boolean =>
  (entry.match(/[\p{L}]{3,}/gu) ?? []).some(
    (other) => other.slice(0, 3) === word.slice(0, 3) || other.slice(1, 5) === word.slice(1, 5),
  );
