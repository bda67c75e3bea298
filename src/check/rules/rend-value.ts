import { oneLine } from '../../text/one-line.js';
import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const rendValue: Rule = {
  id: 'rend-value',
  severity: 'error',
  profile: 'frus',
  why: 'hi/@rend and p/@rend have fixed values: with another, or a space more, the words are printed plain.',
  wrong: '<p>See <hi rend="italics">Ibid.</hi></p>',
  right: '<p>See <hi rend="italic">Ibid.</hi></p>',
  fixes: true,
  visitor: ({ report }) => {
    const check = (known: ReadonlySet<string>) => (element: ScanElement) => {
      const rend = attribute(element, 'rend');
      if (!rend || known.has(rend.value)) return;
      const value = oneLine(rend.value);
      if (value.split(' ').every((word) => known.has(word))) {
        if (value === rend.value) return;
        const fix = [{ start: rend.valueStart, end: rend.valueEnd, text: value }];
        report(rend, `White space too much in “${rend.value}”, @rend of ${element.name}`, {
          hint: `Write “${value}”.`,
          fix,
        });
        return;
      }
      const meant = MEANT[value.toLowerCase()];
      const fix = [{ start: rend.valueStart, end: rend.valueEnd, text: meant ?? '' }];
      const extra =
        meant && known.has(meant)
          ? { hint: `Write “${meant}”.`, fix }
          : { hint: `There are ${[...known].join(', ')}.` };
      report(rend, `“${value}” is no @rend of ${element.name}`, extra);
    };
    return { elements: { hi: check(HI), p: check(P) } };
  },
};

const HI = new Set('strong italic smallcaps roman underline sub superscript'.split(' '));
const P = new Set(
  'flushleft strong italic sectiontitleital center right sectiontitle sectiontitlebold blockquote'.split(' '),
);
const MEANT: Readonly<Record<string, string>> = {
  italics: 'italic',
  ital: 'italic',
  it: 'italic',
  i: 'italic',
  bold: 'strong',
  b: 'strong',
  smcaps: 'smallcaps',
  'small-caps': 'smallcaps',
  sc: 'smallcaps',
  underlined: 'underline',
  u: 'underline',
  sup: 'superscript',
  super: 'superscript',
  subscript: 'sub',
  centre: 'center',
  centered: 'center',
  'flush-left': 'flushleft',
  flushright: 'right',
};
