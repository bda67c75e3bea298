import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const spaceBeforePunctuation: Rule = {
  id: 'space-before-punctuation',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'No white space stands before a comma, stop, colon or semicolon; the spaced dots of an ellipsis are another thing, and a lone ? often stands for what can’t be read.',
  wrong: '<p>assigned to Mr. Nutter , and returned</p>',
  right: '<p>assigned to Mr. Nutter, and returned . . . at .77 of cost</p>',
  fixes: true,
  visitor: ({ report, of }) => ({
    traits: TRAIT.spacePoint,
    flow(flow) {
      const { text } = flow;
      for (const match of text.matchAll(
        /(?<=[\p{L}\p{N})”’])[ \u00a0]+(?=[,;](?:\s|$)|:(?:\s|$)|\.(?:\s*$|\s+[\p{Lu}“]))/gu,
      )) {
        const [start, end] = [match.index, match.index + match[0].length];
        // “. . .” and “… .” are ellipses.
        if (text[end] === '.' && /[.…]\s*$/.test(text.slice(0, start))) continue;
        const span = flow.span(start, end);
        // White space alone between two tags is layout.
        if (flow.nodes.some((node) => node.start === span.start && node.end === span.end)) continue;
        const fix = flow.plain(of.scan, start, end) ? { fix: [{ ...span, text: '' }] } : {};
        report(span, `White space stands before “${text[end]}”`, fix);
      }
    },
  }),
};
