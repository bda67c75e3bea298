import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const spaceInBrackets: Rule = {
  id: 'space-in-brackets',
  severity: 'info',
  profile: 'frus',
  edited: true,
  why: 'Brackets and quotation marks hug their content.',
  wrong: '<p>the Secretary ( acting ) said</p>',
  right: '<p>the Secretary (acting) said</p>',
  visitor: ({ report, of }) => ({
    traits: TRAIT.spaceHug,
    flow(flow) {
      // A lone mark in a cell is a ditto.
      if (flow.element.name === 'cell') return;
      for (const match of flow.text.matchAll(
        /(?<=[([]|(?:^|[\s(])“)[ \u00a0]+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,])[ \u00a0]+(?=[)\]”](?:[\s.,;:]|$))/gu,
      )) {
        const [start, end] = [match.index, match.index + match[0].length];
        // “. . . ”: the dots of an ellipsis are spaced.
        if (/(?:\s\.|…\s?\.?)$/.test(flow.text.slice(Math.max(0, start - 4), start))) continue;
        if (!flow.plain(of.scan, start - 1, end + 1)) continue;
        const [before, behind] = [flow.text[start - 1]!, flow.text[end]!];
        const opens = OPENING.test(before);
        const mark = opens ? before : behind;
        report(flow.span(start, end), `White space stands ${opens ? 'behind' : 'before'} ${mark}`, {
          hint: /[“”]/.test(mark) ? 'Take it out, or turn the mark if it faces the wrong way.' : 'Take it out.',
        });
      }
    },
  }),
};

const OPENING = /[([“]/;
