/** Several documents in one text: where each begins. All texts are invented. */

import { describe, expect, test } from 'vitest';
import { readText } from '../src/convert.js';
import { documentStarts } from '../src/read/index.js';
import { linesOf } from '../src/read/lines/chunks.js';
import { source } from '../src/source.js';

/** The first lines of the parts that a text falls into. */
function openings(text: string): string[] {
  const whole = source(text);
  return documentStarts(whole, linesOf(whole)).map(({ from }) => text.slice(from).split('\n')[0]!);
}

const NOTE = '  1. Source: Department of State, Central Files, 611.88/3–1456. Secret.';
const telegram = (n: string, note = NOTE): string =>
  `${n} Telegram From the Embassy in Ruritania to the Department of State1\n\nStrelsau, March 14, 1956.\n\nAll is quiet.\n\n${note}`;

describe('where documents begin', () => {
  test('at headings whose numbers count up', () => {
    const text = [telegram('7.'), '8. Editorial Note\n\nThe talks began.', telegram('9.')].join('\n\n');
    expect(openings(text)).toEqual([
      '7. Telegram From the Embassy in Ruritania to the Department of State1',
      '8. Editorial Note',
      '9. Telegram From the Embassy in Ruritania to the Department of State1',
    ]);
  });

  test('a number may stand on a line of its own, and a number may lack', () => {
    const text = ['No. 7\n', 'No. 9\n'].map((n) => telegram(n)).join('\n\n');
    expect(openings(text)).toEqual(['No. 7', 'No. 9']);
  });

  test('a selection’s numbers may be far apart', () => {
    expect(openings([telegram('57.'), telegram('212.')].join('\n\n'))).toHaveLength(2);
    expect(openings([telegram('7.'), '40. Memorandum of Coal'].join('\n\n'))).toEqual([]);
  });

  test('a heading may reach over lines, and name no kind of document between others', () => {
    const title = '8. Remarks of the Marshal of Strelsau on the Price of\nCoal and on Customs1';
    const text = [telegram('7.'), `${title}\n\nCoal is dear.\n\n${NOTE}`, telegram('9.')].join('\n\n');
    expect(openings(text)[1]).toBe('8. Remarks of the Marshal of Strelsau on the Price of');
  });

  test('the mark of a page above a heading goes with the document, and so does its file', () => {
    const text = `[Page 3]\n\n611.88/3–1456: Telegram\n\n${telegram('No. 1\n')}\n\n[Page 4]\n\n611.88/3–1556: Telegram\n\n${telegram('No. 2\n')}`;
    expect(openings(text)).toEqual(['[Page 3]', '[Page 4]']);
  });

  test('without numbers the lines that name files tell', () => {
    const heading = 'The Minister in Ruritania (Marsh) to the Secretary of State';
    const one = (file: string): string => `${file}\n\n${heading}\n\nStrelsau, March 14, 1949.\n\nAll is quiet.`;
    const text = [one('860.00/3–1449: Telegram'), 'Editorial Note\n\nIt rained.', one('Strelsau Legation Files')];
    expect(openings(text.join('\n\n'))).toEqual([
      '860.00/3–1449: Telegram',
      'Editorial Note',
      'Strelsau Legation Files',
    ]);
  });

  test.each([
    ['paragraphs', '8. All is quiet.\n\n9. Report on coal follows.'],
    ['headings inside', '8. Coal and Customs\n\nBoth are dear.\n\n9. The Next Talks\n\nThey are late.'],
    ['lists of what is enclosed', '8. A memorandum on coal (Tab A)\n\n9. A report on customs (Tab B)'],
    ['questions', '8. Is the Report on Coal Out?\n\n9. Is the Memorandum on Customs Out?'],
    ['notes', '  8. Telegram 233 From Strelsau\n\n  9. Memorandum of March 15'],
  ])('%s are no documents', (_, inside) => {
    expect(openings(telegram('7.', inside))).toEqual([]);
  });
});

describe('what is told', () => {
  const told = (text: string) => readText(text).diagnostics.filter(({ code }) => code === 'document-another');

  test('where the second begins, and how many there are', () => {
    const text = ['7.', '8.', '9.'].map((n) => telegram(n)).join('\n\n');
    const [warning, ...more] = told(text);
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ severity: 'warning', start: text.indexOf('8. Telegram') });
    expect(warning!.message).toMatch(
      /“8\. Telegram From .*…”, is read as a part of this one; the text holds 3 documents$/,
    );
  });

  test('in a text of set width, too', () => {
    const text = ['7.', '8.']
      .map((n) =>
        telegram(n)
          .replace('Ruritania to', 'Ruritania\nto')
          .replaceAll(
            'All is quiet.',
            'All is quiet here,\nand nothing is known of the King,\nwho has gone to Zenda to hunt\nthe boar.',
          ),
      )
      .join('\n\n');
    expect(told(text).map(({ start }) => start)).toEqual([text.indexOf('8. Telegram')]);
  });

  test('nothing of numbered headings further down', () => {
    const text = `${telegram('212.', '')}\n\n${'Coal is dear.\n\n'.repeat(8)}1. Memorandum From the Marshal to the King\n\nIt is so.\n\n2. Memorandum From the King to the Marshal\n\nIt is.`;
    expect(told(text)).toEqual([]);
  });
});
