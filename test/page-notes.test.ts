import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert } from '../src/convert.js';
import { anchorAt } from '../src/decisions/anchor.js';
import { runs } from './properties.js';

/** The body of the TEI of a text without names and emphasis, with white space as one blank and none beside tags. */
function body(text: string): string {
  const { output } = convert(text, { volume: 'frus1955-57v99', format: 'div' });
  const plain = output.replace(/<\/?(?:hi|persName|gloss|ref)\b[^>]*>/g, '');
  return plain.replace(/\s+/g, ' ').replace(/> /g, '>').replace(/ </g, '<');
}

const told = (text: string): string[] => convert(text).diagnostics.map(({ code }) => code);

/** A telegram of two pages with notes at the foot of each: labels and marks by page, as `[label, mark]`. */
function telegram(first: [string, string][], second: [string, string][], page = '[Page 82]'): string {
  const [source, loan] = first;
  const [other] = second;
  return `38. Telegram From the Embassy in Ruritania to the Department of State${source![1]}

Strelsau, May 9, 1956, 7 p.m.

214. The Minister of Finance told me this morning that the loan which his Government means to raise in London will be made without delay.${loan![1]} He sees no reason why American bankers should not take part in it if they wish to, and I said that I should let you

${source![0]} Source: Department of State, Central Files, 751.00/5–956. Confidential.
${loan![0]} The loan was made on June 1, 1956.

${page}

know before the end of the month.${other![1]} Nobody in Strelsau believes that the present Cabinet can last the summer.

Sapt

${other![0]} Not printed.
`;
}

const CONTINUED = telegram(
  [
    ['1.', '1'],
    ['2.', '2'],
  ],
  [['3.', '3']],
);

describe('notes at the foot of each page', () => {
  test('hang where their marks stand, and the paragraph goes on over the page', () => {
    const output = body(CONTINUED);
    expect(output).toContain(
      'Department of State<note n="1" xml:id="d38fn1" type="source">Source: Department of State',
    );
    expect(output).toContain(
      'without delay.<note n="2" xml:id="d38fn2">The loan was made on June 1, 1956.</note>He sees',
    );
    expect(output).toContain('let you<pb n="82" xml:id="pg_82"/>know before the end of the month.<note n="3"');
    expect(told(CONTINUED)).toContain('page-notes');
  });

  test.each([
    ['from 1', '1. The loan is wanted soon.\n\n2. It is wanted in London.'],
    ['on from those of the pages above', '5. The loan is wanted soon.\n\n6. It is wanted in London.'],
  ])('are told from paragraphs of the last page that are numbered %s', (_, paragraphs) => {
    const text = `38. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, May 9, 1956, 7 p.m.

The Minister of Finance spoke of the loan, as he had in telegram 214.2

  1. Source: Department of State, Central Files, 751.00/5–956. Confidential.
  2. Not printed.

[Page 82]

${paragraphs}

Sapt
`;
    const output = body(text);
    expect(output).toContain('telegram 214.<note n="2" xml:id="d38fn2">Not printed.</note></p>');
    for (const one of paragraphs.split('\n\n')) expect(output).toContain(`<p>${one}</p>`);
    expect(output).toContain('<signed>Sapt</signed>');
  });

  test.each([
    [
      'above and below the numbered ones',
      '* A copy was sent.\n1 Not printed.\n2 See telegram 12.',
      '1 Supra.\n* By courier.',
    ],
    ['alone on a page', '* A copy was sent.\n1 Not printed.\n2 See telegram 12.', '* By courier.'],
    ['with their stops', '* A copy was sent.\n1. Not printed.\n2. See telegram 12.', '*. By courier.'],
  ])('may be the document’s own, starred, beside the numbered ones: %s', (_, first, second) => {
    const other = second.startsWith('1') ? 'question1' : 'question';
    const text = [
      'The Ambassador in Ruritania (Dale) to the Secretary of State',
      'Zenda, May 3, 1915, 7 p. m.',
      'I have presented the note* to the Minister today.1 He told me that it would be considered.2',
      first,
      '[Page 346]',
      `He will answer next week. The other ${other} is still open.*`,
      'Dale',
      second,
    ].join('\n\n');
    const { output } = convert(`${text}\n`, { volume: 'frus1915v99', doc: 'd38', format: 'div' });
    const plain = output.replace(/<\/?(?:hi|persName|gloss|ref)\b[^>]*>/g, '');
    expect(plain).toContain('the note<note n="*" xml:id="d38fnast">A copy was sent.</note> to');
    expect(plain).toContain('today.<note n="1" xml:id="d38fn1">Not printed.</note> He');
    expect(plain).toContain('considered.<note n="2" xml:id="d38fn2">See telegram 12.</note></p>');
    expect(plain).toContain('still open.<note n="*" xml:id="d38fnastb">By courier.</note></p>');
    if (other === 'question1') expect(plain).toContain('question<note n="1" xml:id="d38fn1b">Supra.</note>');
  });

  test('are no items of a list at the foot of the page, though a star stands in the text', () => {
    const text = [
      'The Ambassador in Ruritania (Dale) to the Secretary of State',
      'Zenda, May 3, 1915, 7 p. m.',
      'I have presented the list* to the Minister.1 He told me that it would be considered.2 These goods are on it:',
      '* wheat of the south\n* boots of the north',
      '1. Not printed.\n2. See telegram 12.',
      '[Page 346]',
      'He will answer next week. The question3 is still open.4',
      '3. Supra.\n4. By courier.',
    ].join('\n\n');
    const { output } = convert(`${text}\n`, { volume: 'frus1915v99', doc: 'd38', format: 'div' });
    expect(output).not.toContain('n="*"');
    expect(output.match(/<note n="\d"/g)).toHaveLength(4);
  });

  test('may be numbered anew on each page, and labelled in any style', () => {
    for (const [label, mark] of [
      ['1.', '1'],
      ['(1)', '(1)'],
      ['[1]', '[1]'],
      ['*', '*'],
    ] as const) {
      const two = (of: string): string => of.replace('1', '2').replace('*', '†');
      const text = telegram(
        [
          [label, mark],
          [two(label), two(mark)],
        ],
        [[label, mark]],
      );
      const bare = (output: string): string => output.replace(/<note[^>]*>/g, '<note>');
      expect(bare(body(text)), label).toBe(bare(body(CONTINUED)));
    }
  });

  test('may stand below a rule, and above a form feed', () => {
    const ruled = CONTINUED.replaceAll(/(?=^[13]\. )/gm, '________\n');
    expect(body(ruled)).toBe(body(CONTINUED));
    const fed = CONTINUED.replace('[Page 82]\n\n', '\f');
    expect(body(fed)).toContain('<note n="2" xml:id="d38fn2">The loan was made on June 1, 1956.</note>He sees');
  });

  test('leave the decisions above them where they are', () => {
    const start = CONTINUED.indexOf('I should let you') + 'I should let '.length;
    const on = anchorAt(CONTINUED, start, start + 'you'.length);
    const decision = {
      id: '1',
      by: 'A. B.',
      at: '2026-01-01T00:00:00.000Z',
      kind: 'emphasis',
      choice: 'italic',
      on,
    } as const;
    const { output, diagnostics } = convert(CONTINUED, { decisions: [decision] });
    expect(output).toContain('should let <hi rend="italic">you</hi>');
    expect(diagnostics.map(({ code }) => code)).not.toContain('decision-unfit');
  });

  test('are notes though the source’s mark is lost', () => {
    const unmarked = CONTINUED.replace('of State1', 'of State');
    expect(body(unmarked)).toContain('<note n="1" xml:id="d38fn1" type="unplaced">Source: Department of State');
    expect(told(unmarked)).toContain('note-without-place');
  });

  test('are paragraphs where no marks show them, or the notes stand at the end of the text', () => {
    expect(told(CONTINUED.replace(/(?<=delay\.|month\.|State)\d/g, ''))).not.toContain('page-notes');
    const edition = `12. Letter From Mr. Sapt to Mr. Tarlenheim1

Strelsau, April 2, 1957.

The Minister told me so.2 He wants

1. a loan from the bankers in London

2. a boat

[Page 82]

and nothing else.

Sapt
  1. Source: Department of State, Central Files.
  2. Not printed.
`;
    expect(told(edition)).not.toContain('page-notes');
    expect(body(edition)).toContain('<note n="2" xml:id="d12fn2">Not printed.</note>');
  });

  test('are none where those of all pages stand at the end, indented with the text', () => {
    const edition = `12. Letter From Mr. Sapt to Mr. Tarlenheim1

Strelsau, May 9, 1956.2

1. The loan will be made without delay.

2. You should tell the bank that it may take part in it, and give it the text in the words of the Minister

[Page 82]

of Finance, as follows:

“1. As you know, the loan is made in London.

“2. We hope that you will take part.”

Sapt
  1. Source: Department of State, Central Files, 751.00/5–956. Secret.
Drafted by Mr. Sapt.
  2. Not printed.
`;
    const text = edition.replace(/^(?=.)/gm, '    ');
    expect(told(text)).not.toContain('page-notes');
    expect(body(text)).toContain('Tarlenheim<note n="1" xml:id="d12fn1" type="source"><p>Source:');
  });

  test('keep every character, whatever else stands around them', () => {
    const line = fc.constantFrom(
      ...['1. Note', '2. Another note', '* By a sign', 'Text1 and more2 of it', 'goes* on', '', '____'],
      ...['[Page 82]', '[Page 83]', '\f', '  * an item', '> ', '\u00ad', 'a | b'],
    );
    const eol = fc.constantFrom('\n', '\r\n', '\n\n', '  \n');
    const text = fc.array(fc.tuple(line, eol), { maxLength: 30 }).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (words) => {
        const { ledger } = convert(words);
        const covered = ledger.reduce((sum, one) => sum + (one.kind === 'literal' ? 0 : one.end - one.start), 0);
        expect(covered).toBe(words.length);
      }),
      { numRuns: runs(300) },
    );
  });
});
