import type { Rule } from './rule.js';
import { around, attr } from './tree.js';

export const italicExpected: Rule = {
  id: 'italic-expected',
  severity: 'info',
  profile: 'frus',
  why: '*Ibid.*, *supra* and *infra* are printed in italics.',
  wrong: '<note n="2">Ibid., 794.5/8–155.</note>',
  right: '<note n="2"><hi rend="italic">Ibid.</hi>, 794.5/8–155.</note>',
  run: ({ report }) => ({
    flow(flow) {
      if (!/bid\.|pra\b|fra\b/.test(flow.text)) return;
      for (const match of flow.text.matchAll(/\b(?:[Ii]bid\.|supra|infra)(?![\p{L}])/gu)) {
        const holder = flow.holder(match.index);
        const italic = [holder, around(holder, 'hi')].some(
          (each) => each?.name === 'hi' && /ital/.test(attr(each, 'rend') ?? ''),
        );
        const set = /^(?:italic|sectiontitleital)$/.test(attr(flow.element, 'rend') ?? '');
        if (!italic && !set)
          report(flow.span(match.index, match.index + match[0].length), `“${match[0]}” is not italic`);
      }
    },
  }),
};
