import { oneLine } from '../../text/one-line.js';
import type { Rule } from './rule.js';
import { attr, attribute, textIn } from './tree.js';

export const volumeId: Rule = {
  id: 'volume-id',
  severity: 'error',
  profile: 'frus',
  why: 'The volume’s id (frus1955-57v23p1) stands in TEI/@xml:id, in idno[@type="frus"] and in the name of the file: other volumes link by it.',
  wrong: '<TEI xml:id="frus1955-57v23"><teiHeader><idno type="frus">frus1955-57v23p1</idno></teiHeader></TEI>',
  right: '<TEI xml:id="frus1955-57v23p1"><teiHeader><idno type="frus">frus1955-57v23p1</idno></teiHeader></TEI>',
  visitor: ({ report, of }) => {
    let id: string | undefined;
    return {
      elements: {
        TEI(root) {
          if (!of.whole) return;
          const given = attribute(root, 'xml:id');
          id = given?.value;
          if (!given) return report(root, 'The volume has no xml:id');
          if (!/^frus\d{4}(?:-\d{2})?[A-Za-z0-9-]*$/.test(given.value))
            report(given, `“${given.value}” is no volume id`);
          const name = of.file
            ?.split(/[/\\]/)
            .at(-1)
            ?.replace(/\.xml$/i, '');
          if (name?.startsWith('frus') && name !== given.value) {
            report(given, `The id “${given.value}” is not the file’s name, “${name}”`);
          }
        },
        idno(idno) {
          if (attr(idno, 'type') !== 'frus' || id === undefined) return;
          const text = oneLine(textIn(of.scan, idno));
          if (text !== id) report(idno, `idno says “${text}”, the volume’s id is “${id}”`);
        },
      },
      forget() {
        id = undefined;
      },
    };
  },
};
