import type { Flow } from './flow.js';
import type { Rule } from './rule.js';
import { around, attr } from './tree.js';

export const italicExpected: Rule = {
  id: 'italic-expected',
  severity: 'info',
  profile: 'frus',
  edited: true,
  why: '*Ibid.*, *supra* and *infra* are printed in italics. Volumes that print them otherwise, by a majority of their own, are left in peace.',
  wrong: '<note n="2">Ibid., 794.5/8–155.</note>',
  right: '<note n="2"><hi rend="italic">Ibid.</hi>, 794.5/8–155.</note>',
  run: ({ report }) => {
    let italics = 0;
    const plain: { start: number; end: number; word: string }[] = [];
    const isItalic = (flow: Flow, offset: number): boolean => {
      if (/^(?:italic|sectiontitleital)$/.test(attr(flow.element, 'rend') ?? '')) return true;
      const holder = flow.holder(offset);
      return [holder, around(holder, 'hi')].some(
        (each) => each?.name === 'hi' && /ital/.test(attr(each, 'rend') ?? ''),
      );
    };
    return {
      flow(flow) {
        if (!flow.text.includes('bid.') && !flow.text.includes('pra') && !flow.text.includes('fra')) return;
        for (const match of flow.text.matchAll(/\b(?:[Ii]bid\.|supra|infra)(?![\p{L}-])/gu)) {
          if (isItalic(flow, match.index)) italics++;
          else plain.push({ ...flow.span(match.index, match.index + match[0].length), word: match[0] });
        }
      },
      end() {
        if (italics < plain.length && plain.length > 2) return;
        for (const { word, ...place } of plain) report(place, `“${word}” is not italic`);
      },
    };
  },
};
