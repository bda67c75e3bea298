import type { Flow } from './flow.js';
import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';
import { around, attr } from './tree.js';

export const italicExpected: Rule = {
  id: 'italic-expected',
  severity: 'info',
  profile: 'frus',
  edited: true,
  why: '*Ibid.*, *supra* and *infra* are printed in italics, and so is what the editors withhold: “[*name not declassified*]”. Volumes that print either otherwise, by a majority of their own, are left in peace.',
  wrong: '<note n="2">Ibid., 794.5/8–155.</note>',
  right: '<note n="2"><hi rend="italic">Ibid.</hi>, 794.5/8–155.</note>',
  visitor: ({ report }) => {
    let references = noHabit();
    let remarks = noHabit();
    const read = (flow: Flow, words: RegExp, habit: Habit): void => {
      for (const { 0: word, index } of flow.text.matchAll(words)) {
        const end = index + word.length;
        if (isItalic(flow, index) || isItalic(flow, end - 1)) habit.italics++;
        else habit.plain.push({ ...flow.span(index, end), word });
      }
    };
    return {
      flow(flow) {
        const { text } = flow;
        if (text.includes('bid.') || text.includes('upra') || text.includes('nfra')) read(flow, REFERENCE, references);
        // Datelines are in italics as a whole.
        if (flow.has(TRAIT.bracket) && text.includes('declassified') && flow.element.name !== 'dateline')
          read(flow, REMARK, remarks);
      },
      end() {
        for (const { italics, plain } of [references, remarks]) {
          if (italics < plain.length && plain.length > 2) continue;
          for (const { word, ...place } of plain) report(place, `“${word}” is not italic`);
        }
      },
      forget() {
        references = noHabit();
        remarks = noHabit();
      },
    };
  },
};

/** How a file prints words of one kind. */
interface Habit {
  italics: number;
  readonly plain: { start: number; end: number; word: string }[];
}

const noHabit = (): Habit => ({ italics: 0, plain: [] });

const REFERENCE = /\b(?:[Ii]bid\.|supra|infra)(?![\p{L}-])/gu;
/** Longer ones, sources and what follows, are sentences of the editors. */
const REMARK = /(?<=\[)(?!Here follow)[^[\].:;]{0,80}\bnot (?:yet )?declassified(?=[^[\].:;]{0,40}\])/g;

function isItalic(flow: Flow, offset: number): boolean {
  if (/^(?:italic|sectiontitleital)$/.test(attr(flow.element, 'rend') ?? '')) return true;
  const holder = flow.holder(offset);
  return [holder, around(holder, 'hi')].some((each) => each?.name === 'hi' && /ital/.test(attr(each, 'rend') ?? ''));
}
