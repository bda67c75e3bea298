import type { ScanElement } from '../../xml/scan.js';
import type { Place, Rule } from './rule.js';
import { TRAIT } from './traits.js';
import { around, documentOf } from './tree.js';

export const unbalancedBracket: Rule = {
  id: 'unbalanced-bracket',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'Square brackets are the editors’ own: each that opens in a note, a head or the paragraphs of a document closes there.',
  wrong: '<p>was told [name not declassified that the plan</p>',
  right: '<p>was told [name not declassified] that the plan</p>',
  visitor: ({ report }) => {
    // A bracket may span paragraphs, so they are counted together.
    const open = new Map<ScanElement | undefined, Place[]>();
    return {
      traits: TRAIT.bracket,
      flow(flow) {
        const { text, element } = flow;
        const whole = wholeOf(element);
        const opened = open.get(whole) ?? [];
        open.set(whole, opened);
        for (const { 0: bracket, index } of text.matchAll(/[[\]]/g)) {
          const place = flow.span(index, index + 1);
          if (bracket === '[') opened.push(place);
          else if (opened.length > 0) opened.pop();
          else if (PROSE.has(element.name) && !/^\s*\w{1,2}$/.test(text.slice(0, index)))
            report(place, 'The bracket was not opened');
        }
      },
      end() {
        for (const places of open.values()) for (const place of places) report(place, 'The bracket is not closed');
      },
      forget: () => open.clear(),
    };
  },
};

const PROSE = new Set(['p', 'note', 'item', 'cell', 'head']);

/** The text that brackets are counted in. */
const wholeOf = (element: ScanElement): ScanElement | undefined =>
  (/^(?:note|head)$/.test(element.name) ? element : around(element, 'note', 'head')) ?? documentOf(element);
