import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attr, childElements } from './tree.js';

export const headerTitles: Rule = {
  id: 'header-titles',
  severity: 'error',
  profile: 'frus',
  why: 'titleStmt has one title each of type complete, series, sub-series, volume-number and volume, without markup: catalogues are made from them.',
  wrong:
    '<TEI><teiHeader><fileDesc><titleStmt><title type="complete">Foreign Relations</title></titleStmt></fileDesc></teiHeader></TEI>',
  right:
    '<TEI><teiHeader><fileDesc><titleStmt><title type="complete">A</title><title type="series">B</title><title type="sub-series">C</title><title type="volume-number">D</title><title type="volume">E</title></titleStmt></fileDesc></teiHeader></TEI>',
  visitor: ({ report, of }) => ({
    elements: {
      titleStmt(statement) {
        if (!of.whole || statement.parent?.name !== 'fileDesc') return;
        const titles = childElements(statement, 'title');
        for (const type of TYPES) {
          const [first, second]: ScanElement[] = titles.filter((title) => attr(title, 'type') === type);
          if (!first) report(statement, `The header has no title of type “${type}”`);
          else if (second) report(second, `A second title of type “${type}”`);
        }
        for (const title of titles) {
          const [markup] = childElements(title);
          if (markup) report(markup, `A title holds “${markup.name}”`);
        }
      },
    },
  }),
};

const TYPES = ['complete', 'series', 'sub-series', 'volume-number', 'volume'];
