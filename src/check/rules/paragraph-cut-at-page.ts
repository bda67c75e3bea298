import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { edgeText, isBlank, sibling } from './tree.js';

export const paragraphCutAtPage: Rule = {
  id: 'paragraph-cut-at-page',
  severity: 'warning',
  profile: 'tei',
  why: 'A sentence that goes on over the page is one paragraph, with the page break inside.',
  wrong: '<div><p>the talks with</p><pb n="2" xml:id="pg_2"/><p>the Japanese.</p></div>',
  right: '<div><p>the talks with <pb n="2" xml:id="pg_2"/> the Japanese.</p></div>',
  fixes: true,
  visitor: ({ report, of }) => ({
    elements: {
      pb(pb) {
        const before = paragraphBeside(pb, -1);
        const after = before && paragraphBeside(pb, 1);
        if (
          !after ||
          !GOES_ON.test(edgeText(of.scan, after, 'first')) ||
          !IS_OPEN.test(edgeText(of.scan, before, 'last'))
        )
          return;
        const cut = [
          { start: before.closeStart, end: pb.start },
          { start: pb.end, end: after.tagEnd },
        ] as const;
        // Attributes and comments would be lost.
        const bare =
          after.attributes.length === 0 &&
          [0, 1].every((i) => BARE[i]!.test(of.scan.text.slice(cut[i]!.start, cut[i]!.end)));
        const fix = bare ? { fix: cut.map((span) => ({ ...span, text: ' ' })) } : {};
        report(pb, 'The paragraph is cut in two at the page', fix);
      },
    },
  }),
};

/** A word in small letters, and no item's letter: `a)`. */
const GOES_ON = /^\s*(?:\p{Ll}{2,}(?![\p{L}.)])|a\s)/u;
const IS_OPEN = /[\p{L},]\s*$/u;
const BARE = [/^<\/[^>]*>\s*$/, /^\s*<[^>]*>$/];

/** The paragraph next to a page break, nothing but blank between. */
function paragraphBeside(pb: ScanElement, step: -1 | 1): ScanElement | undefined {
  let next = sibling(pb, step);
  while (next && isBlank(next)) next = sibling(next, step);
  return next?.type === 'element' && next.name === 'p' ? next : undefined;
}
