import type { Rule } from './rule.js';
import { attr, attribute, childElements } from './tree.js';

export const tableSize: Rule = {
  id: 'table-size',
  severity: 'warning',
  profile: 'tei',
  why: '@rows of a table are the rows that it has, @cols the columns of its widest row, cells that span several counted; other rows may be shorter.',
  wrong:
    '<table rows="2" cols="3"><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row></table>',
  right:
    '<table rows="2" cols="2"><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row></table>',
  visitor: ({ report }) => ({
    elements: {
      table(table) {
        const rows = childElements(table, 'row');
        const stated = attribute(table, 'rows');
        if (stated && Number(stated.value) !== rows.length) {
          report(stated, `The table says ${stated.value} rows and has ${rows.length}`);
        }
        const cols = attribute(table, 'cols');
        if (!cols) return;
        const spans = rows.map((row) =>
          width(row.children.flatMap((c) => (c.type === 'element' && c.name === 'cell' ? c : []))),
        );
        const tall = rows.some((row) => childElements(row, 'cell').some((cell) => Number(attr(cell, 'rows') ?? 1) > 1));
        const widest = Math.max(0, ...spans);
        if (!tall && widest !== Number(cols.value))
          report(cols, `The table says ${cols.value} columns and has ${widest}`);
      },
    },
  }),
};

const width = (cells: readonly Parameters<typeof attr>[0][]): number =>
  cells.reduce((sum, cell) => sum + (Number(attr(cell, 'cols') ?? 1) || 1), 0);
