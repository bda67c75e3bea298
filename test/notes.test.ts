import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert } from '../src/convert.js';
import { placeNotes } from '../src/resolve/notes/place.js';
import { leaves, sample, shown } from './notes-sample.js';

const placed = (...lines: string[]): string => shown(placeNotes(sample(lines.join('\n'))));

describe('a note hangs', () => {
  test('on a number that it makes longer', () => {
    const body = placed(
      '12. Telegram From the Embassy in Norway to the Department of State1',
      '',
      '415. Your 4022 and 399.3 Minister agrees that three ships may sail. He will tell us the day in your 402 manner.4',
      '',
      'Harlan',
      '  1. Source: Department of State, Central Files, 757.5/3–255. Secret.',
      '  2. Document 9.',
      '  3. In telegram 399, February 27, the Embassy reported that the Minister was ill.',
      '  4. No record of this has been found.',
    );
    expect(body).toContain('Department of State⟦1⟧');
    expect(body).toContain('Your 402⟦2⟧ and 399.⟦3⟧ Minister');
    expect(body).toContain('manner.⟦4⟧');
  });

  test('on no day, year, sum or paragraph number', () => {
    const body = placed(
      '7. Memorandum From the Officer in Charge to the Director1',
      '',
      '1. On May 2, 1952, the 2 governments agreed to pay $2.2 million in 12 parts (see paragraph 2).2',
      '',
      '2. The talks of March 3 cost 3,300 dollars,3 half of it for 3 aircraft.',
      '  1. Source: National Archives, Lot Files, box 3. Confidential.',
      '  2. Not printed.',
      '  3. The sum was later found to be higher.',
    );
    expect(body).toContain('Director⟦1⟧');
    expect(body).toContain('paragraph 2).⟦2⟧');
    expect(body).toContain('dollars,⟦3⟧ half');
  });

  test('on a signature, and where a page begins', () => {
    const body = placed(
      '31. Telegram From the Consulate in Perth to the Department of State1',
      '',
      'Harbor is closed since Monday [Page 82] and the mayor2 blames nobody.',
      '',
      'Whitlow3',
      '  1. Source: Department of State, Central Files. Restricted.',
      '  2. Edgar Sallow.',
      '  3. Printed from a copy that bears this typed signature.',
    );
    expect(body).toContain('[Page 82] and the mayor⟦2⟧ blames');
    expect(body).toContain('Whitlow⟦3⟧');
  });
});

describe('notes are marked', () => {
  const marked = (marks: string[], labels = marks): string =>
    placed(
      `9. Telegram From the Embassy in Laos to the Department of State${marks[0]}`,
      '',
      `Your 315${marks[1]} came at 9 a.m. on May 2. The Minister [2 words garbled] left.${marks[2]}`,
      ...labels.map(
        (label, i) => `  ${label}. ${['Source: Central Files.', 'Telegram 315, May 1.', 'Not printed.'][i]}`,
      ),
    );
  test.each([
    ['symbols', ['*', '†', '‡']],
    ['numbers in brackets', ['[1]', '[2]', '[3]']],
    ['superscript digits', ['¹', '²', '³']],
    ['numbers that run on through a volume', ['61', '62', '62a']],
  ])('by %s', (_, marks) => {
    const wanted = [`State⟦${marks[0]}⟧`, `315⟦${marks[1]}⟧ came`, `left.⟦${marks[2]}⟧`];
    for (const part of wanted) expect(marked(marks)).toContain(part);
  });
  test.each([
    ['numbers in brackets', ['[1]', '[2]', '[3]']],
    ['superscript digits', ['¹', '²', '³']],
    ['numbers in parentheses', ['(1)', '(2)', '(3)']],
    ['numbers in braces', ['{1}', '{2}', '{3}']],
    ['numbers between slashes', ['/1/', '/2/', '/3/']],
    ['numbers after fn', ['[fn1]', '[fn2]', '[fn3]']],
    ['references of Markdown', ['[^1]', '[^2]', '[^3]']],
    ['carets', ['^1', '^2', '^3']],
    ['carets on both sides', ['^1^', '^2^', '^3^']],
    ['numbers after the word note', ['[note 1]', '[note 2]', '[note 3]']],
    ['numbers before a stroke', ['1/', '2/', '3/']],
    ['raised numbers of HTML', ['<sup>1</sup>', '<sup>2</sup>', '<sup>3</sup>']],
    ['brackets after a blank', [' [1]', ' [2]', ' [3]']],
  ])('by %s, though their labels are bare numbers', (_, marks) => {
    expect(marked(marks, ['1', '2', '3'])).toContain(`315⟦${marks[1]}⟧ came`);
  });
  test('by bare numbers, though the text enumerates in parentheses', () => {
    const body = placed(
      '9. Telegram From the Embassy in Laos to the Department of State1',
      '',
      'The Minister wants (1) three ships,2 (2) coal for them, and (3) time.3',
      '  1. Source: Department of State, Central Files.',
      '  2. Not printed.',
      '  3. He had asked for it before.',
    );
    expect(body).toContain('State⟦1⟧');
    expect(body).toContain('wants (1) three ships,⟦2⟧ (2) coal for them, and (3) time.⟦3⟧');
  });
  test.each([')', '/'])('by numbers before %s, as their labels are', (sign) => {
    const text =
      '9. Telegram From A to B\n\nYour 315 came on May 2.1) The Minister (he had slept 1/2 hour) left.2)\n\n1) Telegram 315, May 1.\n2) Not printed.\n'.replace(
        /(?<=[.\n])(\d)\)/g,
        `$1${sign}`,
      );
    const { placements } = convert(text).document;
    expect(placements.map(({ start, end }) => text.slice(start! - 2, end))).toEqual([`2.1${sign}`, `t.2${sign}`]);
  });
  test('by bare numbers before a bracket closes', () => {
    const body = placed(
      '9. Telegram From the Embassy in Laos to the Department of State',
      '',
      'The Minister (he had slept1) left (for Saigon2).',
      '  1. Telegram 315, May 1.',
      '  2. Not printed.',
    );
    expect(body).toContain('slept⟦1⟧) left (for Saigon⟦2⟧).');
  });
  test('by bare numbers, though a list is labelled with closed ones', () => {
    const body = placed(
      '9. Telegram From the Embassy in Laos to the Department of State1',
      '',
      'The Minister wants three ships.2',
      '',
      '1) He has no coal.3',
      '',
      '2) He has no time.',
      '  1. Source: Department of State, Central Files.',
      '  2. Not printed.',
      '  3. He had asked for it before.',
    );
    for (const part of ['State⟦1⟧', 'ships.⟦2⟧', '1) He has no coal.⟦3⟧', '2) He']) expect(body).toContain(part);
  });
  test('by marks in a row', () => {
    const body = placed(
      '9. Telegram From the Embassy in Laos to the Department of State1',
      '',
      'Ref: A. Vientiane 877023',
      '',
      'There were 14 of them at the meeting on Friday.4, 5 Nobody spoke.',
      '  1. Source: Department of State, Central Files.',
      '  2. Document 31.',
      '  3. See footnote 2, Document 31.',
      '  4. See Document 12.',
      '  5. Not found.',
    );
    expect(body).toContain('8770⟦2⟧⟦3⟧\n');
    expect(body).toContain('Friday.⟦4⟧, ⟦5⟧ Nobody');
  });
});

describe('notes are labelled', () => {
  const telegram = (label: (n: number) => string, mark: (n: number) => string = String): string =>
    [
      `79. Memorandum of Conversation${mark(1)}`,
      'Strelsau, June 12, 1959.',
      `The Minister spoke of these files: 751.00/6–1259 and 751.5/7–159.${mark(2)}`,
      '1. The loan is wanted soon.',
      `2. The coal is wanted later, on 3/4 of the terms.${mark(3)}`,
      'Sapt\n',
    ].join('\n\n') +
    ['Source: Department of State, Central Files, 751.00/6–1259.', 'Not printed.', 'See footnote 2, Document 72.']
      .map((text, i) => `${label(i + 1)}${text}\n`)
      .join('');
  const division = (text: string) => convert(text, { volume: 'frus1958-60v99', doc: 'd79', format: 'div' });
  const plain = division(telegram((n) => `  ${n}. `)).output;

  test.each<[string, (n: number) => string]>([
    ['tabs', (n) => `${n}\t`],
    ['several blanks', (n) => `${n}     `],
    ['two hyphens', (n) => `${n} -- `],
    ['a full stop and a hyphen', (n) => `${n}.- `],
    ['a dash', (n) => `${n} – `],
    ['a number sign', (n) => `#${n} `],
    ['parentheses, though paragraphs are numbered, too', (n) => `(${n}) `],
    ['strokes, though paragraphs are numbered, too', (n) => `${n}/ `],
  ])('with %s', (_, label) => expect(division(telegram(label)).output).toBe(plain));

  test.each<[string, (n: number) => string]>([
    ['1/', (n) => `${n}/`],
    ['[1]', (n) => `[${n}]`],
    ['(1)', (n) => `(${n})`],
    ['¹', (n) => '¹²³'[n - 1]!],
  ])('and a heading that ends in %s is that of its genre', (_, mark) => {
    const { document, output } = division(telegram((n) => `  ${n}. `, mark));
    expect(document.genre).toBe('conversation');
    expect(output).toBe(plain);
  });

  test.each<[string, (n: number) => string]>([
    ['1', (n) => ` ${n}`],
    ['(1)', (n) => ` (${n})`],
  ])('and hang where marks such as %s stand behind blanks', (_, mark) => {
    expect(division(telegram((n) => `  ${n}. `, mark)).output).toBe(plain);
    const unsourced = telegram((n) => `  ${n}. `, mark).replace('Source: Department', 'Department');
    expect(division(unsourced).document.placements.map(({ decision }) => decision.state)).toEqual(
      Array(3).fill('found'),
    );
  });

  test('a lone numbered paragraph is none of them, and marks of notes that lack are told', () => {
    const [body] = telegram((n) => `  ${n}. `)
      .replace('2. The coal', 'The coal')
      .split('  1. Source');
    const { document } = division(`${body}\n${'He left soon.\n\n'.repeat(3)}`);
    expect(document.notes).toEqual([]);
    expect(document.diagnostics.map(({ code }) => code)).toContain('mark-without-note');
  });

  test('the mark of a note that lacks at their end is told', () => {
    const cut = telegram((n) => `  ${n}. `)
      .replace(/ {2}3\. .*\n/, '')
      .replace('terms.3', 'terms of that loan.3');
    const [told] = division(cut).diagnostics.filter(({ code }) => code === 'mark-without-note');
    expect(cut.slice(told!.start - 5, told!.end)).toBe('loan.3');
    expect(division(cut.replace('loan.3', 'Rev.3')).diagnostics.map(({ code }) => code)).not.toContain(
      'mark-without-note',
    );
  });

  test('and columns of numbers and words that do not count up are a table', () => {
    expect(division('Ships\n\n3\tgunboats\n7\tsloops\n2\tketches\n').output).toContain('<cell>7</cell>');
  });
});

describe('a note that has no place', () => {
  const document = placeNotes(
    sample(
      [
        '5. Telegram From the Legation in Bern to the Department of State1',
        '',
        'The envoy left town yesterday.3',
        '',
        'Moss',
        '  1. Source: Department of State, Central Files. Secret.',
        '  2. Not found.',
        '  3. The envoy’s name is not given.',
      ].join('\n'),
    ),
  );

  test('is kept, marked and reported', () => {
    expect(document.placements.map((one) => one.decision.state)).toEqual(['found', 'missing', 'found']);
    expect(document.notes).toHaveLength(3);
    expect(document.diagnostics.map((d) => d.code)).toEqual(['note-without-place']);
    expect(shown(document)).toContain('yesterday.⟦3⟧');
  });
});

test('a note hangs on no number with thousands', () => {
  const head = '5. Telegram From the Legation in Bern to the Department of State1';
  const notes = '  1. Source: Department of State, Central Files. Secret.\n  2. Not found.';
  const debts = '2,000,000 other debts.';
  const placed = placeNotes(sample(`${head}\n\n4,000,000 credits.\n\n${debts}\n\nMoss\n${notes}`));
  expect(placed.placements.map((one) => one.decision.state)).toEqual(['found', 'missing']);
  expect(shown(placed)).toContain(debts);
});

describe('a note whose mark is printed twice', () => {
  const document = placeNotes(
    sample(
      [
        '6. Telegram From the Legation in Bern to the Department of State1',
        '',
        'The first envoy left the town.2 The other envoy left the lake.2 Nobody else has left.',
        '',
        'Moss',
        '  1. Source: Department of State, Central Files. Secret.',
        '  2. Not printed.',
      ].join('\n'),
    ),
  );

  test('is placed, and reported with its other place', () => {
    expect(document.placements.map((one) => one.decision.state)).toEqual(['found', 'ambiguous']);
    const [doubt] = document.diagnostics;
    expect(doubt?.code).toBe('note-doubtful');
    expect(doubt?.alternatives?.[0]?.choice).toMatch(/left the (town|lake)\.⟦2⟧/);
    expect((doubt?.p ?? 0) + (doubt?.alternatives?.[0]?.p ?? 0)).toBeGreaterThan(0.95);
  });

  test('is no doubt where less is asked for', () => {
    const easy = placeNotes(sample(document.source.text), { doubt: 0.1 });
    expect(easy.diagnostics).toEqual([]);
  });
});

describe('whatever the text', () => {
  const word = fc.constantFrom(
    'Your',
    '201',
    '2',
    '12.3',
    'May',
    'Japan1',
    '[Page 8]',
    '* ',
    '\n\n',
    '3',
    '“x”2',
    '…',
    '1,234',
  );
  const body = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
  const numbers = fc.array(fc.constantFrom('1', '2', '3', '12', '*', '4a'), { maxLength: 6 });

  test('leaves tile the source, places rise, probabilities add up', () => {
    fc.assert(
      fc.property(body, numbers, (text, ns) => {
        const before = sample(`${text}\n${ns.map((n) => `  ${n}. See 201.`).join('\n')}`);
        const after = placeNotes(before);
        let at = 0;
        for (const { span } of leaves(after.blocks)) {
          expect(span.start).toBe(at);
          at = span.end;
        }
        expect(at).toBe(before.source.text.length);

        let last = 0;
        expect(after.placements.map((one) => one.note)).toEqual(before.notes.map((_, i) => i));
        for (const { note, start, end, decision } of after.placements) {
          const all = decision.p + decision.alternatives.reduce((sum, other) => sum + other.p, 0);
          expect(decision.p).toBeGreaterThanOrEqual(0);
          expect(all).toBeLessThanOrEqual(1 + 1e-9);
          if (decision.state === 'missing') continue;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(before.source.text.slice(start, end).replace(/[[\]]/g, '')).toBe(before.notes[note]!.n);
          last = end;
        }
        const anchors = leaves(after.blocks).filter((leaf) => leaf.type === 'anchor');
        expect(anchors).toHaveLength(after.placements.filter((one) => one.decision.state !== 'missing').length);
        expect(placeNotes(before)).toEqual(after);
      }),
    );
  });
});
