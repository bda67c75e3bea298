import { describe, expect, test } from 'vitest';
import { convert } from '../src/convert.js';

const ABOVE = `38. Memorandum

Strelsau, May 9, 1956.

The Minister of Finance told me this morning that the loan which his
Government means to raise in London will be made without delay. He sees
no reason why bankers should not take part in it, and says:
`;
const BELOW = `
Nobody in Strelsau believes that the present Cabinet can last the summer,
and the Prime Minister himself spoke of the elections as a settled thing.

Sapt
`;

const convertBetween = (lines: string, above = ABOVE) =>
  convert(`${above}\n${lines}\n${BELOW}`, { volume: 'frus1955-57v99', format: 'div', name: 'input.txt' });

/** The texts of an element's outermost occurrences, tags left out. */
function textsOf(lines: string, element: string, above?: string): string[] {
  const { output } = convertBetween(lines, above);
  return Array.from(output.matchAll(new RegExp(`<${element}\\b[^>]*>([\\s\\S]*?)</${element}>`, 'g')), ([, inner]) =>
    inner!
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** The rows of a text's tables, their cells parted by bars. */
const rowsOf = (lines: string): string[] =>
  Array.from(convertBetween(lines).output.matchAll(/<row>([\s\S]*?)<\/row>/g), ([, row]) =>
    row!
      .replace(/<\/cell>\s*<cell>/g, '|')
      .replace(/<[^>]+>/g, '')
      .trim(),
  );

const codesOf = (lines: string): string[] => convertBetween(lines).diagnostics.map(({ code }) => code);

const NUMBERED = `    1. The loan is to be made in London and in no other place, and the
       money is to be paid before the end of the month.
    2. The bank is to be told of the conditions.
    3. Nobody else is to be told.`;
const ITEMS = [
  '1. The loan is to be made in London and in no other place, and the money is to be paid before the end of the month.',
  '2. The bank is to be told of the conditions.',
  '3. Nobody else is to be told.',
];

describe('lists that are set in', () => {
  test('have an item for each number, whatever hangs below it', () => {
    expect(textsOf(NUMBERED, 'item')).toEqual(ITEMS);
    expect(textsOf(NUMBERED.replace(/\n(?= {4}\d)/g, '\n\n'), 'item')).toEqual(ITEMS);
    expect(textsOf(NUMBERED.replace(/ {4}/g, '\t'), 'item')).toEqual(ITEMS);
  });

  test('stand inside of items by their indents', () => {
    const nested = NUMBERED.replace(
      'told of the conditions.',
      'told of these:\n       (a) the term;\n       (b) the rate.',
    );
    const { output } = convertBetween(nested);
    expect(output).toContain('told of these:<list type="simple" rend="bulleted"><item>(a) the term;</item>');
    expect(output).toContain('<item>(b) the rate.</item></list></item>\n<item>3.');
  });

  test('stand inside of items at any depth', () => {
    const deep = NUMBERED.replace(
      'told of the conditions.',
      'told of these:\n       (a) the term:\n          (i) a year;\n          (ii) more;\n       (b) the rate.',
    );
    const { output } = convertBetween(deep);
    expect(output).toContain('(a) the term:<list type="simple" rend="bulleted"><item>(i) a year;</item>');
    expect(output).toContain('(ii) more;</item></list></item><item>(b) the rate.</item></list></item>\n<item>3.');
  });

  test('stand between numbered lines at the margin', () => {
    const between = '1. These are told:\n   (a) the bank\n   (b) the mill\n2. The loan is made.';
    expect(textsOf(between, 'item')).toEqual(['(a) the bank', '(b) the mill']);
    expect(textsOf(between.replace('2. The', 'The'), 'item')).toEqual([]);
  });

  test('have signs for bullets', () => {
    for (const sign of ['-', '–', '—', '--', 'o', '+', '·', '■'])
      expect(textsOf(`    ${sign} a boat\n    ${sign} a gun of any kind\n      that can be had`, 'item'), sign).toEqual(
        ['a boat', 'a gun of any kind that can be had'],
      );
  });

  test('go on behind the end of a page', () => {
    const over =
      '    (a) wheat.\n    (b) rye, which nobody had named in\n\n[Page 81]\n\n        their letters.\n    (c) oats.';
    expect(textsOf(over, 'item')).toEqual([
      '(a) wheat.',
      '(b) rye, which nobody had named in their letters.',
      '(c) oats.',
    ]);
    const paged = NUMBERED.replace('\n    3.', '\n\n[Page 81]\n\n    3.');
    expect(textsOf(paged, 'item')).toHaveLength(3);
    expect(convertBetween(paged).output).toContain('<pb n="81"');
  });

  test('are given back as they stand', () => {
    const { ledger, document } = convertBetween(NUMBERED);
    const kept = ledger.filter(({ kind }) => kind !== 'literal') as readonly { start: number; end: number }[];
    expect(kept.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(document.source.text.length);
  });
});

describe('numbered lines that are no list', () => {
  test('stand at the margin, or have their first lines set in', () => {
    expect(textsOf('1. The loan is made.\n\n2. The bank is told.', 'item')).toEqual([]);
    const paragraphs = `    1. The loan is to be made in London and in no other place, and the
money is to be paid before the end of the month.
    2. The bank is to be told of the conditions, and so is everybody who
has a share in the bank.`;
    expect(textsOf(paragraphs, 'item')).toEqual([]);
  });

  test('are all there is below a dateline', () => {
    const above = '38. Telegram\n\nStrelsau, May 9, 1956.\n';
    expect(textsOf(NUMBERED, 'item', above)).toEqual([]);
  });

  test('are notes at the foot of a page', () => {
    const above = ABOVE.replace('and says:', 'and says so.1');
    expect(textsOf('  1. Not printed.\n  2. Not found.\n\n[Page 81]', 'item', above)).toEqual([]);
  });
});

describe('fields that head a memorandum', () => {
  const FIELDS = `SUBJECT:       The loan that is to be
               raised in London

PARTICIPANTS:  The Secretary
               Mr. Berg, Deputy Under Secretary
               Mr. Sapt, First Secretary,
                 Ruritanian Embassy`;
  const ENTRIES = [
    'The loan that is to be raised in London',
    'The Secretary',
    'Mr. Berg, Deputy Under Secretary',
    'Mr. Sapt, First Secretary, Ruritanian Embassy',
  ];
  const ABOVE_FIELDS = '38. Memorandum of Conversation\n\nStrelsau, May 9, 1956.\n';

  test('have their words in one column', () => {
    expect(textsOf(FIELDS, 'item', ABOVE_FIELDS)).toEqual(ENTRIES);
    expect(textsOf(FIELDS.replace('\n\n', '\n'), 'item', ABOVE_FIELDS)).toEqual(ENTRIES);
    expect(textsOf(FIELDS, 'head', ABOVE_FIELDS).slice(1)).toEqual(['SUBJECT:', 'PARTICIPANTS:']);
  });

  test('may have a label with but one blank behind it, tabs, and text right below', () => {
    const narrow = FIELDS.replaceAll(/(?<=\S) {2,}|^ {15}/gm, (blanks) => blanks.slice(1));
    expect(narrow).toContain('PARTICIPANTS: The');
    expect(textsOf(narrow, 'item', ABOVE_FIELDS)).toEqual(ENTRIES);
    const tabbed =
      'Participants:\tThe Secretary\n\tMr. Berg\nSubject:\tShips\nThe Minister said that the ships are here.';
    expect(textsOf(tabbed, 'item', ABOVE_FIELDS)).toEqual(['The Secretary', 'Mr. Berg', 'Ships']);
  });

  test('are paragraphs where no column shows, and in annual volumes', () => {
    for (const gap of ['       ', ' '])
      expect(textsOf(`TO:${gap}The Secretary\n\nFROM:${gap}Mr. Sapt`, 'item', ABOVE_FIELDS)).toEqual([]);
    const text = `${ABOVE_FIELDS.replace('1956', '1948')}\n${FIELDS}\n${BELOW}`;
    expect(convert(text, { volume: 'frus1948v99', format: 'div' }).output).not.toContain('<item>');
  });
});

describe('tables without bars', () => {
  test('have no paragraph with a number apart, above or below, for a row', () => {
    const lines = `5.   The loans of these years were as follows, and are very likely to be
raised in the course of the next, the Minister said in the evening:

     Year      London     Paris
     1955      1,200        340
     1956      1,410        415

6.   Nobody believes that the bankers of either capital will ever
take part in the next, whatever the Minister may say of them in public.`;
    expect(rowsOf(lines)).toEqual(['Year|London|Paris', '1955|1,200|340', '1956|1,410|415']);
    expect(textsOf(lines, 'p')).toContain(
      '5. The loans of these years were as follows, and are very likely to be raised in the course of the next, the Minister said in the evening:',
    );
  });

  const ROWS = [
    '|1955|1956',
    'Wheat|1,200|1,300',
    'Timber|300|',
    'Linen and other textiles|20|30',
    'Total|1,520|1,330',
  ];

  test('have their columns set apart by blanks, figures to the right', () => {
    const table = `                          1955         1956
    Wheat                1,200        1,300
    Timber                 300
    Linen and
      other textiles        20           30
    Total                1,520        1,330`;
    expect(rowsOf(table)).toEqual(ROWS);
    expect(rowsOf(table.replace(/\n/g, '\n\n').replace('and\n\n', 'and\n'))).toEqual(ROWS);
  });

  test('or by tabs', () => {
    expect(rowsOf('\t1955\t1956\nWheat\t1,200\t1,300\nTimber\t300\t\nTotal\t1,500\t1,300')).toEqual([
      '|1955|1956',
      'Wheat|1,200|1,300',
      'Timber|300|',
      'Total|1,500|1,300',
    ]);
  });

  test('or by dots', () => {
    const led = 'Wheat.......... 1,200\nTimber . . . . . .  300\nTotal.......... 1,500';
    expect(rowsOf(led)).toEqual(['Wheat|1,200', 'Timber|300', 'Total|1,500']);
  });

  test('of words begin alike, and their last cell may go on below', () => {
    const table = `Name          Office
Sapt          War
Tarlenheim    Foreign Affairs
Rupert        Finance, and for a
              time customs`;
    expect(rowsOf(table).slice(1)).toEqual([
      'Sapt|War',
      'Tarlenheim|Foreign Affairs',
      'Rupert|Finance, and for a time customs',
    ]);
  });

  test('are no fields, labels or ends of sentences', () => {
    expect(rowsOf('TO:       The Secretary\nFROM:     Mr. Sapt\nSUBJECT:  Loans')).toEqual([]);
    expect(rowsOf('(a)    the loan\n(b)    the bank\n(c)    the rate')).toEqual([]);
    expect(rowsOf('He came.  He saw it all\nas it was.  He told me.\nThen he left.  I stayed.')).toEqual([]);
  });

  test('are told where their columns do not show', () => {
    const lines = `We saw the     bank and
the men of    it, who are     not
bankers     at all but we saw`;
    expect(codesOf(lines)).toContain('table-unread');
    expect(rowsOf(lines)).toEqual([]);
    expect(codesOf('Wheat     1,200\nTimber      300\nTotal     1,500')).not.toContain('table-unread');
  });
});
