import { MOJIBAKE, mended } from './mojibake.js';
import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const brokenEncoding: Rule = {
  id: 'broken-encoding',
  severity: 'warning',
  profile: 'tei',
  why: 'UTF-8 that a program read as Windows-1252 shows two or three characters for one: â€™ for ’, Ã© for é.',
  wrong: '<p>the Governmentâ€™s attachÃ© in MedellÃ­n, 1952â€“1954</p>',
  right: '<p>the Government’s attaché in Medellín, 1952–1954</p>',
  fixes: true,
  visitor: ({ report, of }) => ({
    traits: TRAIT.lead,
    flow(flow) {
      for (const { 0: found, index } of flow.text.matchAll(MOJIBAKE)) {
        const end = index + found.length;
        const span = flow.span(index, end);
        const char = mended(found);
        if (char === undefined) {
          report(span, `“${found}” is the rest of a character of UTF-8 that was read in another encoding`, {
            hint: 'Its last byte is lost: look it up in the source.',
          });
          continue;
        }
        const fix = flow.plain(of.scan, index, end) ? { fix: [{ ...span, text: char }] } : {};
        report(span, `“${found}” is “${char}”, UTF-8 that was read as Windows-1252`, fix);
      }
    },
  }),
};
