import type { Rule } from './rule.js';

export const possessiveInName: Rule = {
  id: 'possessive-in-name',
  severity: 'info',
  profile: 'frus',
  why: 'The ’s of the possessive is not part of the name: it stands behind persName.',
  wrong: '<p>of <persName corresp="#p_SM1">Shigemitsu’s</persName> ideas</p>',
  right: '<p>of <persName corresp="#p_SM1">Shigemitsu</persName>’s ideas</p>',
  fixes: true,
  visitor: ({ report }) => ({
    elements: {
      persName(name) {
        const last = name.children.at(-1);
        const match = last?.type === 'text' && last.raw.endsWith('s') ? last.raw.match(/[\p{L}.]([’']s)$/u) : undefined;
        if (!last || !match) return;
        const start = last.end - match[1]!.length;
        const fix = [
          { start, end: last.end, text: '' },
          { start: name.end, end: name.end, text: match[1]! },
        ];
        report({ start, end: last.end }, 'The possessive stands inside the name', { fix });
      },
    },
  }),
};
