import type { ScanElement } from '../../xml/scan.js';
import type { Place, Rule } from './rule.js';
import { TRAIT } from './traits.js';
import { around, documentOf } from './tree.js';

export const unclosedParenthesis: Rule = {
  id: 'unclosed-parenthesis',
  severity: 'info',
  profile: 'frus',
  edited: true,
  why: 'A parenthesis that opens in a paragraph, note or item closes there, or in one further on: else a mark or a line got lost.',
  wrong: '<p>He left. (Telegram 12 from Bonn, May 3. Not printed.</p>',
  right: '<p>He left. (Telegram 12 from Bonn, May 3. Not printed.)</p>',
  visitor: ({ report }) => {
    const open = new Map<ScanElement | undefined, Place[]>();
    return {
      traits: TRAIT.parenthesis,
      flow(flow) {
        const { element, text } = flow;
        if (!COUNTED.has(element.name)) return;
        const indexes = unmatched(text, element.name === 'item');
        if (indexes.length === 0) return;
        const whole = element.name === 'note' ? element : (around(element, 'note') ?? documentOf(element));
        const opened = open.get(whole) ?? [];
        open.set(whole, opened);
        for (const index of indexes) {
          if (text[index] === '(') opened.push(flow.span(index, index + 1));
          // What closes may belong to a paragraph further up.
          else opened.pop();
        }
      },
      end() {
        for (const places of open.values()) for (const place of places) report(place, 'The parenthesis is not closed');
      },
      forget: () => open.clear(),
    };
  },
};

const COUNTED = new Set(['p', 'note', 'item']);

/** The offsets of parentheses without their other half, in order; those behind the number of an item, “a)”, are left out; at the end of an item stands none. */
function unmatched(text: string, isItem: boolean): number[] {
  const end = isItem ? text.trimEnd().length : Number.POSITIVE_INFINITY;
  const left: number[] = [];
  let opens = text.indexOf('(');
  let closes = text.indexOf(')');
  while (opens >= 0 || closes >= 0) {
    if (closes < 0 || (opens >= 0 && opens < closes)) {
      left.push(opens);
      opens = text.indexOf('(', opens + 1);
      continue;
    }
    const last = left.at(-1);
    if (last !== undefined && text[last] === '(') left.pop();
    else if (closes + 2 >= end || !NUMBERED.test(text.slice(Math.max(0, closes - 4), closes))) left.push(closes);
    closes = text.indexOf(')', closes + 1);
  }
  return left;
}

const NUMBERED = /(?:^|[\s;,])[\p{L}\d]{1,3}$/u;
