import { oneLine } from '../../text/one-line.js';
import type { ScanElement } from '../../xml/scan.js';
import type { Flow } from './flow.js';
import type { Rule } from './rule.js';
import { isContent, sibling } from './tree.js';

export const doubledParagraph: Rule = {
  id: 'doubled-paragraph',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'Two paragraphs in a row with the same words are one that was keyed twice.',
  wrong:
    '<div><p>The Ambassador said that he would report at once.</p><p>The Ambassador said that he would report at once.</p></div>',
  right: '<div><p>The Ambassador said that he would report at once.</p><p>He left.</p></div>',
  visitor: ({ report }) => {
    /** By parent, the paragraph that was last. */
    const last = new Map<ScanElement, Flow>();
    return {
      flow(flow) {
        const { element, text } = flow;
        if (element.name !== 'p' || !element.parent) return;
        const before = last.get(element.parent);
        last.set(element.parent, flow);
        if (before && isSame(before.text, text) && isSentence(text) && paragraphBefore(element) === before.element) {
          report(element, `The paragraph repeats the one before it: “${oneLine(text).slice(0, 40)}…”`);
        }
      },
      forget: () => last.clear(),
    };
  },
};

/** Lengths tell most apart. */
const isSame = (a: string, b: string): boolean =>
  a === b || (Math.abs(a.length - b.length) < 20 && oneLine(a) === oneLine(b));

/** Remarks on what is withheld, rows of marks and short entries of lists may be the same. */
const isSentence = (text: string): boolean => words(text).trim().length > 40;

const words = (text: string): string => text.replace(/\[[^[\]]*\]/g, '').replace(/[^\p{L}\p{N}\s]/gu, '');

/** The paragraph before this one, if nothing but page breaks stands between. */
function paragraphBefore(p: ScanElement): ScanElement | undefined {
  let before = sibling(p, -1);
  while (before && (!isContent(before) || isBreak(before))) before = sibling(before, -1);
  return before?.type === 'element' && before.name === 'p' ? before : undefined;
}

const isBreak = (node: { type: string; name?: string }): boolean => node.type === 'element' && node.name === 'pb';
