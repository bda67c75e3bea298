import type { ScanElement } from '../../xml/scan.js';
import { leadsToEntry } from './entry.js';
import { NOT_POINTERS, POINTERS, type Pointer, pointers } from './pointer.js';
import type { Rule } from './rule.js';
import { attr, loneDocument } from './tree.js';

export const danglingLink: Rule = {
  id: 'dangling-link',
  severity: 'error',
  profile: 'tei',
  why: 'A pointer leads to an element that is not there. Pointers to other files are judged by the files given and by the lists of known volumes.',
  wrong: '<TEI><text><body><div xml:id="d1"><p>See <ref target="#d2">Document 2</ref>.</p></div></body></text></TEI>',
  right:
    '<TEI><text><body><div xml:id="d1"><p>See <ref target="#d2">Document 2</ref>.</p></div><div xml:id="d2"><p>Here.</p></div></body></text></TEI>',
  run: ({ report, defer, ids, included, whole, lists, volume, scan }) => {
    let based = false;
    const inFragment = (id: string): boolean => {
      // A lone document can judge only its own notes.
      const alone = scan.root && (loneDocument(scan.root) ?? scan.root);
      const own = alone && attr(alone, 'xml:id');
      return own !== undefined && id.startsWith(`${own}fn`);
    };
    const judge = (element: ScanElement, attribute: string, pointer: Pointer): void => {
      const { value, start, end } = pointer;
      if (value === '#') {
        report(pointer, `@${attribute} points at nothing: “#”`);
        return;
      }
      const hash = value.indexOf('#');
      const file = hash < 0 ? value : value.slice(0, hash);
      const id = hash < 0 ? '' : value.slice(hash + 1);
      if (/^[a-z][a-z0-9+.-]*:/i.test(file) || id.includes('(')) return;
      if (file === '' || file === volume) {
        if (ids.has(id) || included.has(id) || (hash < 0 && file === volume)) return;
        const item = { file: '', id, start, end, element: element.name, attribute, value };
        // A document alone has no lists of persons and terms; unless some are given nobody can judge.
        if (!whole && !lists && leadsToEntry(element.name, id)) return;
        if (whole || inFragment(id)) report(pointer, message(element.name, attribute, value));
        else defer(item);
      } else if (/^frus\d/.test(file) || (!based && /\.(xml|tei)$/i.test(file))) {
        defer({ file, id, start, end, element: element.name, attribute, value });
      }
    };
    return {
      any(element) {
        for (const attribute of element.attributes) {
          const { name, value } = attribute;
          if (name === 'xml:base') based = true;
          if (!POINTERS.has(name) || NOT_POINTERS[name]?.includes(element.name)) continue;
          // Nearly all pointers are one id of this file.
          if (value.charCodeAt(0) === 35 && ids.has(value.slice(1))) continue;
          // Without “#” it names an image.
          if (name === 'facs' && !value.includes('#')) continue;
          if (value.trim() === '') report(attribute, `@${name} of “${element.name}” is empty`);
          else for (const pointer of pointers(attribute)) judge(element, name, pointer);
        }
      },
    };
  },
};

export const message = (element: string, attribute: string, value: string): string =>
  `${element}/@${attribute} leads to “${value}”, which is not there`;
