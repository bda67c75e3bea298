import type { Rule } from './rule.js';
import { attr, childElements, descendants } from './tree.js';

export const headerParts: Rule = {
  id: 'header-parts',
  severity: 'warning',
  profile: 'frus',
  why: 'publicationStmt names publisher, place, dates of publication and content, and the volume’s id; editors have a role; a sourceDesc stands in fileDesc.',
  wrong: `<TEI><teiHeader><fileDesc><titleStmt><editor>Glennon</editor></titleStmt><publicationStmt><publisher>USGPO</publisher></publicationStmt></fileDesc></teiHeader></TEI>`,
  right: `<TEI><teiHeader><fileDesc><titleStmt><editor role="general">Glennon</editor></titleStmt><publicationStmt><publisher>USGPO</publisher><pubPlace>Washington</pubPlace><date type="publication-date">1991</date><date type="content-date">1955</date><idno type="frus">frus1955-57v23p1</idno></publicationStmt><sourceDesc><p>Print.</p></sourceDesc></fileDesc></teiHeader></TEI>`,
  visitor: ({ report, of }) => ({
    elements: {
      fileDesc(description) {
        if (!of.whole) return;
        const [statement] = childElements(description, 'publicationStmt');
        if (statement) {
          for (const name of ['publisher', 'pubPlace']) {
            if (childElements(statement, name).length === 0) report(statement, `publicationStmt has no ${name}`);
          }
          for (const [name, type] of TYPED) {
            const all = childElements(statement, name);
            if (!all.some((each) => attr(each, 'type') === type))
              report(statement, `publicationStmt has no ${name} of type “${type}”`);
          }
          for (const idno of childElements(statement, 'idno')) {
            const type = attr(idno, 'type') ?? '';
            if (!IDNOS.has(type)) report(idno, `“${type}” is no type of idno`);
          }
        } else report(description, 'fileDesc has no publicationStmt');
        if (childElements(description, 'sourceDesc').length === 0) report(description, 'fileDesc has no sourceDesc');
        for (const editor of descendants(of.scan, description, 'editor')) {
          if (!/^(?:primary|general)$/.test(attr(editor, 'role') ?? ''))
            report(editor, 'The editor’s role is neither primary nor general');
        }
      },
    },
  }),
};

const TYPED = [
  ['date', 'publication-date'],
  ['date', 'content-date'],
  ['idno', 'frus'],
] as const;
const IDNOS = new Set(['dospubno', 'frus', 'isbn-10', 'isbn-13', 'issn', 'oclc', 'lccn']);
