import type { ScanAttribute, ScanElement } from '../../xml/scan.js';
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
  visitor: ({ report, defer, of }) => {
    let based = false;
    /** What its own notes' ids begin with; looked up once a file. */
    let own: string | undefined;
    const inFragment = (id: string): boolean => {
      // A lone document can judge only its own notes.
      const { root } = of.scan;
      own ??= (root && attr(loneDocument(root) ?? root, 'xml:id')) ?? '';
      return own !== '' && id.startsWith(`${own}fn`);
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
      if ((file !== '' && /^[a-z][a-z0-9+.-]*:/i.test(file)) || id.includes('(')) return;
      if (file === '' || file === of.volume) {
        const { ids, included, whole, lists } = of;
        if (ids.has(id) || included.has(id) || (hash < 0 && file === of.volume)) return;
        // A document alone has no lists of persons and terms; unless some are given nobody can judge.
        if (!whole && !lists && leadsToEntry(element.name, id)) return;
        if (whole || inFragment(id)) report(pointer, message(element.name, attribute, value));
        else defer({ file: '', id, start, end, element: element.name, attribute, value });
      } else if (/^frus\d/.test(file) || (!based && /\.(xml|tei)$/i.test(file))) {
        defer({ file, id, start, end, element: element.name, attribute, value });
      }
    };
    const check = (attribute: ScanAttribute, element: ScanElement): void => {
      const { name, value } = attribute;
      // Nearly all pointers are one id of this file.
      if (value.charCodeAt(0) === 35 && of.ids.has(value.slice(1))) return;
      if (NOT_POINTERS[name]?.includes(element.name)) return;
      // Without “#” it names an image.
      if (name === 'facs' && !value.includes('#')) return;
      if (value.trim() === '') report(attribute, `@${name} of “${element.name}” is empty`);
      else for (const pointer of pointers(attribute)) judge(element, name, pointer);
    };
    return {
      attributes: {
        ...Object.fromEntries(Array.from(POINTERS, (name) => [name, check])),
        'xml:base'() {
          based = true;
        },
      },
      forget() {
        based = false;
        own = undefined;
      },
    };
  },
};

export const message = (element: string, attribute: string, value: string): string =>
  `${element}/@${attribute} leads to “${value}”, which is not there`;
