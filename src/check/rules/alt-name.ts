import type { Scan, ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { around, attr, descendants, textIn } from './tree.js';

export const altName: Rule = {
  id: 'alt-name',
  severity: 'warning',
  profile: 'frus',
  why: 'An entry of the list of persons that says “See …” has a persName[@type="alt"] that points with @corresp to the entry meant.',
  wrong:
    '<div xml:id="persons"><list><item><persName xml:id="p_A1">Aswan</persName>, see <persName corresp="#p_NGA1">Nasser</persName></item></list></div>',
  right:
    '<div xml:id="persons"><list><item><persName xml:id="p_A1">Aswan</persName>, see <persName corresp="#p_NGA1" type="alt">Nasser</persName></item></list></div>',
  fixes: true,
  visitor: ({ report, of }) => ({
    elements: {
      persName(name) {
        if (attr(name, 'type') === 'alt' && !attr(name, 'corresp')) report(name, 'The entry points at no other');
      },
      item(item) {
        if (attr(around(item, 'div') ?? item, 'xml:id') !== 'persons') return;
        const [entry, ...others] = descendants(of.scan, item, 'persName');
        if (!entry || !saysSee(of.scan, item, entry)) return;
        if ([entry, ...others].some((name) => attr(name, 'type') === 'alt')) return;
        const pointer = others.find((name) => attr(name, 'corresp'));
        if (!pointer) report(item, 'The entry says “see”, but points at no other');
        else {
          const at = pointer.attributes.at(-1)!.end;
          const fix = [{ start: at, end: at, text: ' type="alt"' }];
          report(pointer, 'The entry says “see”, but the name that it points with has no type="alt"', { fix });
        }
      },
    },
  }),
};

/** Whether the name of an entry is all that it tells: “Aswan, see Nasser”. */
function saysSee(scan: Scan, item: ScanElement, entry: ScanElement): boolean {
  const [text, name] = [textIn(scan, item), textIn(scan, entry)];
  return /^[\s,.]*see\s+(?!also\b)/i.test(text.slice(text.indexOf(name) + name.length));
}
