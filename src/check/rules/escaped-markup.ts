import { referenced } from '../../xml/references.js';
import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const escapedMarkup: Rule = {
  id: 'escaped-markup',
  severity: 'warning',
  profile: 'tei',
  why: 'Markup that was escaped once too often is text: readers see “&mdash;” and “<i>” where a dash and italics are meant.',
  wrong: '<p>AT&amp;amp;T&amp;#8217;s offer</p>',
  right: '<p>AT&amp;T&#8217;s offer</p>',
  fixes: true,
  visitor: ({ report, of }) => ({
    traits: TRAIT.markup,
    flow(flow) {
      for (const { 0: found, index } of flow.text.matchAll(ESCAPED)) {
        const span = flow.span(index, index + found.length);
        if (found.startsWith('<')) {
          report(span, `The tag “${found}” stands in the text as characters`, {
            hint: 'Encode what it says, or drop it.',
          });
          continue;
        }
        const once = of.scan.text.slice(span.start, span.end) === `&amp;${found.slice(1)}`;
        const known = once && referenced(found.slice(1, -1)) !== undefined;
        report(span, `“${found}” is escaped twice`, known ? { fix: [{ ...span, text: found }] } : {});
      }
    },
  }),
};

/** Names of HTML that texts are full of; a name with a semicolon behind it (“AT&T;”) is none of them. */
const ENTITY =
  'amp|lt|gt|quot|apos|nbsp|shy|[mn]dash|(?:thin|en|em)sp|hellip|[lr][sda]quo|sect|para|copy|reg|trade|deg|middot|bull|euro|pound|cent|yen|times|frac\\d\\d|szlig|[aoAO]Elig|[ao]elig|i(?:excl|quest)|[A-Za-z](?:grave|acute|circ|tilde|uml|ring|cedil|slash|caron)';
const TAG = 'i|b|u|em|strong|su[bp]|p|br|hr|span|div|font|a|h[1-6]|hi|note|[lp]b|ref|persName|placeName|gloss|date';
const ESCAPED = new RegExp(
  `&(?:#\\d+|#x[\\da-fA-F]+|${ENTITY});|</?(?:${TAG})(?:\\s+[\\w:.-]+\\s*=[^<>]*)?\\s*/?>`,
  'g',
);
