import type { ScanElement } from '../../xml/scan.js';
import type { Edit } from '../finding.js';
import { LINKING } from './linking.js';
import type { Rule } from './rule.js';
import { isBlank, sibling } from './tree.js';

export const pbSpacing: Rule = {
  id: 'pb-spacing',
  severity: 'warning',
  profile: 'frus',
  why: 'Inside a text a page break has white space on both sides, or on neither where it splits a word.',
  wrong: '<p>replacing present <pb n="81" xml:id="pg_81"/>Security Treaty</p>',
  right: '<p>replacing present <pb n="81" xml:id="pg_81"/> Security Treaty</p>',
  fixes: true,
  visitor: ({ report }) => ({
    elements: {
      pb(pb) {
        const before = sibling(pb, -1);
        const after = sibling(pb, 1);
        if (before?.type !== 'text' || after?.type !== 'text' || isBlank(before) || isBlank(after)) return;
        const spaceBefore = /\s$/.test(before.raw);
        const spaceAfter = /^\s/.test(after.raw);
        if (spaceBefore === spaceAfter) return;
        // Before a comma or stop there is no space on either side: space-before-punctuation's business.
        if (/^\s*[,;:.]/.test(after.raw)) return;
        const side = spaceBefore ? 'before but not behind' : 'behind but not before';
        const at = spaceBefore ? pb.end : pb.start;
        const spread = { start: at, end: at, text: ' ' };
        const fix = isJoined(before.raw, after.raw) ? closed(pb, before.raw, after.raw) : spread;
        const extra = isSuspended(before.raw, after.raw) ? {} : { fix: [fix] };
        report(pb, `White space stands ${side} the page break`, extra);
      },
    },
  }),
};

/** “Sino- Soviet”, “an example —in”: no white space stands there on a page. */
const isJoined = (before: string, after: string): boolean =>
  /—\s*$/.test(before) || /^\s*—/.test(after) || HYPHEN.test(before);

/** “short- as well as long-term”, but “rock- and-roll”: only a reader knows whether white space stands there. */
const isSuspended = (before: string, after: string): boolean => HYPHEN.test(before) && LINKED.test(after);

const HYPHEN = /\p{L}-\s*$/u;
const LINKED = new RegExp(`^\\s*${LINKING}`, 'iu');

const closed = (pb: ScanElement, before: string, after: string): Edit => {
  const white = before.length - before.trimEnd().length;
  if (white > 0) return { start: pb.start - white, end: pb.start, text: '' };
  return { start: pb.end, end: pb.end + after.length - after.trimStart().length, text: '' };
};
