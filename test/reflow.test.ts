import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert } from '../src/convert.js';
import { runs } from './properties.js';

/** The body of the TEI of a text, with white space as one blank and none beside tags. */
function body(text: string): string {
  const { output } = convert(text, { volume: 'frus1955-57v99', format: 'div' });
  return output.replace(/\s+/g, ' ').replace(/> /g, '>').replace(/ </g, '<');
}

/** Lines of no more than `width` columns, as editors break them: at a blank, or where a `¦` stands. */
function filled(text: string, width: number): string {
  const line = (words: string): string => {
    let column = 0;
    return (words.match(/^ *[^ ¦]+|[ ¦][^ ¦]+/g) ?? []).reduce((out, piece) => {
      const word = piece.replace('¦', '');
      const fits = out === '' || column + word.length <= width;
      column = fits ? column + word.length : word.trim().length;
      return out + (fits ? word : `\n${word.trim()}`);
    }, '');
  };
  return text.split('\n').map(line).join('\n');
}

const PARAGRAPH = [
  'The Minister of Finance told me this morning that the loan which his Government means to raise in London will be made without delay.2 He',
  'sees no reason why American bankers should not take part in it if they wish to, and I said on April 3, 1956, [Page 81] that I should let',
  'you know before the end of the month. Nobody in Strelsau believes that the present Cabinet can last the summer, and the Prime Minister',
  'himself spoke of the elections as a settled thing. See telegram 1213 of the day before.',
].join(' ');

const TELEGRAM = `38. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, May 9, 1956, 7 p.m.

214. ${PARAGRAPH}

${PARAGRAPH.replace(/2 He|\[Page 81\] |1213/g, (found) => ({ '2 He': ' He', '1213': '121' })[found] ?? '')}

Sapt

  1. Source: Department of State, Central Files, 751.00/5–956. Confidential; Priority. Repeated to London, Paris, and Vienna for information.
  2. The loan was made on June 1, 1956. The Minister told the Embassy so in a letter of that date, a copy of which is in the Embassy’s files.
  3. Not printed. (Department of State, Central Files, 751.00/5–856)
`;

describe('lines of set width', () => {
  test('read like paragraphs of a line each, whatever they part', () => {
    for (let width = 44; width <= 100; width++) expect(body(filled(TELEGRAM, width)), `${width}`).toBe(body(TELEGRAM));
  });

  test('with any line ends and a margin read alike', () => {
    const text = filled(TELEGRAM, 66);
    expect(body(text.replace(/\n/g, '\r\n'))).toBe(body(TELEGRAM));
    expect(body(text.replace(/\n/g, ' \n'))).toBe(body(TELEGRAM));
    expect(body(text.replace(/^(?=.)/gm, '      '))).toBe(body(TELEGRAM));
  });

  test('keep bullets and forbidden characters where others are indented further', () => {
    const list = '    We want\n\n  * a boat\n  * a gun';
    expect(body(list)).toContain('<item>a gun</item>');
    const { output, ledger } = convert('    Boats\uFFFE\n\u0000\u0000\u0000\u0000Guns');
    expect(output).toContain('Guns');
    expect(ledger.filter((entry) => entry.kind === 'skip' && entry.reason === 'forbidden-in-xml')).toHaveLength(2);
  });

  test('go on with a note under its text', () => {
    const [text, notes] = filled(TELEGRAM, 66).split('\n  1. ') as [string, string];
    const hanging = `  1. ${notes}`.replace(/^(?! {2}\d\.)(?=.)/gm, '     ');
    expect(body(`${text}\n${hanging}`)).toBe(body(TELEGRAM));
  });

  test('go on with notes that are set to a smaller width', () => {
    const set = [
      '12. Letter From Mr. Sapt to Mr. Tarlenheim1',
      '',
      'Strelsau, April 2, 1957.',
      '',
      'The Minister told me that the loan had been agreed upon and that the money would be',
      'paid before the end of the month. He had not yet been told of the conditions that the',
      'bank was to ask for, and he hoped that they would be no harder than those of the year',
      'before.2 Everybody else believes that they will be.',
      '',
      'Sapt',
      '',
      '  1. Source: Department of State, Central Files,',
      '     751G.5/6–1259. Secret. Sent with instructions to',
      '     show it to the Department of Defense, and to the',
      '     bank.',
      '  2. Apparent reference to a discussion at the Chiefs',
      '     of Mission Conference.',
      '',
    ].join('\n');
    const output = body(set);
    expect(output).toContain('Central Files, 751G.5/6–1259. Secret. Sent with instructions to show it to');
    expect(output).toContain('and to the bank.</note>');
    expect(output).toContain('at the Chiefs of Mission Conference.</note>');
  });

  test('go on with what looks like a label, in a note or in the text', () => {
    const words = [
      'The Embassy said so in telegram 1522, which it sent on May 10 of this year, 8 p. m., to Paris and to London, and which is printed on p. 838',
      'of the volume for 1955. See also the letter from Mr. Rupert to the Chancellor of the day, John C. Tarlenheim, in Resolutions of the House, No. 84. It',
      'was sent to V. Hentzau and others at Zenda.',
    ].join(' ');
    const text = TELEGRAM.replace('Not printed.', words).replace('I said on', `${words.slice(0, -1)}, and I said on`);
    for (let width = 50; width <= 90; width++) expect(body(filled(text, width)), `${width}`).toBe(body(text));
    const hanging = [
      ...filled(TELEGRAM, 66).split('\n  3. ')[0]!.split('\n'),
      '  3. Sent to Paris and London on the same day, and repeated on May 10, 8',
      '     p. m., to Vienna.',
    ].join('\n');
    expect(body(hanging)).toContain('and repeated on May 10, 8 p. m., to Vienna.</note>');
  });

  test('that a page parts from another speaker’s, or from an item, begin a paragraph', () => {
    const said = 'Sapt: I never saw such a thing before the summer of last year, and I have always said—';
    const talk = filled(TELEGRAM.replace('Sapt\n', `${said}\n`), 66);
    for (const below of ['Mr. Zorn: Yes.', '—boats of all kinds, and what belongs to them.']) {
      const read = body(`${talk.split('\n  1. ')[0]!.trimEnd()}\n\n[Page 82]\n\n${below}\n`);
      expect(read.replaceAll(/<\/?persName>/g, ' ')).toMatch(/said—<\/p><pb [^>]*\/><p[^>]*>(?:Mr. Zorn : Yes|—boats)/);
    }
  });

  test('that end in “no” end a sentence where no number follows', () => {
    const talk = filled(
      TELEGRAM.replace('Sapt\n', 'I have asked the Minister for it, and he said, at last, no.\n'),
      66,
    );
    const over = (below: string): string => body(`${talk.split('\n  1. ')[0]!.trimEnd()}\n\n[Page 82]\n\n${below}\n`);
    expect(over('He went to Zenda on the day after.')).toMatch(/no\.<\/p><pb [^>]*\/><p[^>]*>He went/);
  });

  test('go on below a page mark that stands alone', () => {
    const text = filled(TELEGRAM, 66);
    expect(body(text.replace(/\s\[Page 81\]\s/, '\n[Page 81]\n'))).toBe(body(TELEGRAM));
    expect(body(text.replace(/\s\[Page 81\]\s/, '\n\n[Page 81]\n\n'))).toBe(body(TELEGRAM));
  });

  test('may end before the width beside a page mark', () => {
    const at = TELEGRAM.indexOf(' [Page 81] ');
    const [above, below] = [TELEGRAM.slice(0, at), TELEGRAM.slice(at + ' [Page 81] '.length)];
    const text = `${filled(above, 66)}\n[Page 81]\n${below.replace('let you', 'let\nyou')}`;
    expect(body(filled(text, 66))).toBe(body(TELEGRAM));
  });

  test('begin a paragraph where they are set in', () => {
    const set = filled(TELEGRAM, 66).replace(/\n\n(?=The Minister)/g, '\n    ');
    expect(body(set)).toBe(body(TELEGRAM));
    expect(body(set.replace('\n214.', '\n    214.'))).toBe(body(TELEGRAM));
  });

  test('that end in a hyphen or a dash go on without a blank', () => {
    const divided = TELEGRAM.replaceAll('Government', 'Govern-¦ment').replaceAll('delay', 'delay—¦or');
    for (let width = 50; width <= 80; width++)
      expect(body(filled(divided, width)), `${width}`).toBe(body(divided.replaceAll('¦', '')));
  });

  test('leave out the hyphens by which they divide words, not those of the words', () => {
    const divided = TELEGRAM.replaceAll('Government', 'Govern¦ment').replaceAll('elections', 'elec¦tions');
    for (let width = 50; width <= 80; width++) {
      const printed = filled(divided, width).replace(/(Govern|elec)\n/g, '$1-\n');
      expect(body(printed), `${width}`).toBe(body(TELEGRAM));
      expect(body(printed.replaceAll('-\n', '¬\n')), `${width}`).toBe(body(TELEGRAM));
    }
    const { output, ledger, diagnostics } = convert(
      filled(TELEGRAM, 66).replace(/a\s+settled\s+thing/g, 'a well-\nsettled thing in Henz-\nau, on co-\noperation'),
    );
    expect(output.replace(/\s+/g, ' ')).toContain('a well-settled thing in Henzau, on cooperation.');
    expect(ledger.filter((entry) => entry.kind === 'skip' && entry.reason === 'hyphen')).toHaveLength(4);
    expect(diagnostics.filter(({ code }) => code === 'divided-word').map(({ message }) => message)).toEqual(
      [1, 2].flatMap(() => [
        '“Henz-” at the end of a line is read as the first part of “Henzau”',
        '“co-” at the end of a line is read as the first part of “cooperation”',
      ]),
    );
  });

  test('that end with a note without a full stop leave the next one its own', () => {
    const text = TELEGRAM.replace('Vienna for information.', 'Vienna for all that this may concern there');
    for (let width = 50; width <= 80; width++) expect(body(filled(text, width)), `${width}`).toBe(body(text));
  });

  test('go on over a form feed, and keep the blank of a hyphen that is left hanging', () => {
    const text = filled(TELEGRAM.replaceAll('this morning', 'of pre- and post-war loans'), 66);
    expect(body(text.replace('pre- and', 'pre-\nand'))).toContain('pre- and post-war');
    const words = filled(TELEGRAM, 66).split('\n');
    const at = words.findIndex((line) => line.startsWith('214.')) + 1;
    const paged = [...words.slice(0, at), `\f${words[at]}`, ...words.slice(at + 1)].join('\n');
    expect(body(paged)).toBe(body(TELEGRAM));
  });

  test('that begin with a dash are items, however full', () => {
    const list =
      'We want the following before the end of this very month of May:\n- a loan\n- that the bankers let us know\n- a boat\n';
    const text = filled(TELEGRAM, 64).replace('\n\nSapt', `\n\n${list}\nSapt`);
    expect(body(text)).toContain('<item>a loan</item><item>that the bankers let us know</item><item>a boat</item>');
  });

  test('that begin alike with a bullet, a dash or a label are items of a line each, and no width', () => {
    const items = [
      'Grain harvest: 220 million tons',
      'Oil production: 10.9 million barrels a day',
      'Gold: 200 tons',
      'Gas: more',
    ];
    for (const bullet of ['•', '-', '–']) {
      const list = items.map((item) => `${bullet} ${item}`).join('\n');
      const found = items.map((item) => `<item>${item}</item>`).join('');
      expect(body(`1. Memorandum\n\nThe facts are these.\n\n${list}\n\nWe shall go on.\n`)).toContain(found);
      const wrapped = filled(TELEGRAM, 50).replace('\n\nSapt', `\n\nThese are the facts of last year\n${list}\n\nSapt`);
      if (bullet === '•') expect(body(wrapped)).toContain(found);
      expect(body(`${TELEGRAM.split('\n  1. ')[0]!.replace(/\n\n/g, '\n')}\nThe facts:\n${list}\n`)).toContain(found);
    }
    const labelled = items.map((item, i) => `(${'abcd'[i]}) ${item}`).join('\n');
    expect(body(`1. Memorandum\n\nThe facts are these.\n\n${labelled}\n\nWe shall go on.\n`)).toContain('<lb/>(d) Gas');
  });

  test('tell of forbidden characters at their ends', () => {
    const text = filled(TELEGRAM, 66).replace('\n', '\u0001\n').replace('in\n', 'in\u0001\n');
    const [told] = convert(text).diagnostics.filter(({ code }) => code === 'character-forbidden');
    expect(text[told!.start]).toBe('\u0001');
  });

  test('stay where a reviewer says that a block begins', () => {
    const text = filled(TELEGRAM, 66).replace('\n\nSapt', '\nRudolf');
    const start = text.indexOf('Rudolf');
    const on = {
      start,
      end: start + 6,
      exact: 'Rudolf',
      prefix: text.slice(start - 32, start),
      suffix: text.slice(start + 6, start + 38),
    };
    const decision = { id: '1', by: 'R', at: '2026-01-01T00:00:00Z', kind: 'block', choice: 'signature', on } as const;
    const { output } = convert(text, { decisions: [decision], format: 'div' });
    expect(output).toMatch(/<signed>(?:<[^>]*>)*Rudolf/);
    expect(output).toContain('the day before.</p>');
  });

  test('go on with a note whose line begins with the end of a sentence', () => {
    const note =
      '  1. Source: Central Intelligence Agency, Job 79–01025A, Box 76, Folder 2. Secret. Prepared on May 10.';
    const text = TELEGRAM.replace(/^ {2}1\. .*$/m, note);
    const broken = filled(text, 72);
    expect(broken).toContain('Folder\n2. Secret');
    expect(body(broken)).toBe(body(text));
  });

  test('need no empty line anywhere', () => {
    const text = filled(TELEGRAM, 66).replace(/\n\n/g, '\n');
    expect(body(text)).toBe(body(TELEGRAM));
  });

  test('that end in a full stop go on with a note of two lines, too', () => {
    const note = '  2. The loan was made on June 1, 1956. It is on our file. The Minister told us so.';
    const text = TELEGRAM.replace(/^ {2}2\. .*$/m, note);
    const hanging = filled(text, 60).replace('\nThe Minister told us so', (line) => `\n     ${line.trim()}`);
    expect(hanging).toContain('file.\n     The');
    expect(body(hanging)).toBe(body(text));
  });

  test('that are few, or of a list, stay as they are', () => {
    const list = '1. Memorandum\n\nPresent were:\n\nThe Secretary\nThe Under Secretary\nMr. Sapt\nMr. Tarlenheim\n';
    expect(body(list)).toContain('The Secretary</hi></persName><lb/>');
  });
});

test('paragraphs of a line each need no empty line between', () => {
  const [text, notes] = TELEGRAM.split('\n  1. ') as [string, string];
  expect(body(`${text.replace(/\n\n/g, '\n')}\n  1. ${notes}`)).toBe(body(TELEGRAM));
});

test('an empty line after every line parts no list and no notes', () => {
  const listed = TELEGRAM.replace(
    '214.',
    'SUBJECT\n  * The loan\n\nPARTICIPANTS\n  * Mr. Sapt\n  * Mr. Tarlenheim\n\n214.',
  );
  const spaced = listed.replace(/\n+/g, '\n\n').trimEnd();
  expect(body(spaced)).toBe(body(listed));
});

test('places and the ledger are those of the text as it stands, however it is set', () => {
  const words = fc.array(fc.constantFrom('Sapt', 'Your 2012', 'and', '[Page 7]', 'the', 'loan.3', 'of May 9, 1956,'), {
    minLength: 12,
    maxLength: 120,
  });
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 90 }), fc.constantFrom('\n', '\r\n', '\n   '), (all, width, end) => {
      const text = `7. Telegram\n\n${filled(all.join(' '), width).replaceAll('\n', end)}\n\n  1. Not printed.\n`;
      const { document, ledger } = convert(text);
      expect(document.source.text).toBe(text);
      const told = [...ledger].flatMap((entry) =>
        entry.kind === 'literal' ? [] : [text.slice(entry.start, entry.end)],
      );
      expect(told.join('').length).toBe(text.length);
      for (const { start, end } of document.marks) expect(text.slice(start, end)).toMatch(/^\S.*\S$|^\S$/s);
    }),
    { numRuns: runs(60) },
  );
});

describe('page marks on lines of their own', () => {
  const LETTER = (...paragraphs: string[]): string =>
    ['38. Letter From Mr. Sapt to Mr. Tarlenheim', 'Strelsau, May 9, 1956.', ...paragraphs, 'Sapt'].join('\n\n');
  const FIRST =
    'The Minister of Finance told me this morning that the loan which his Government means to raise in London will be made by the United';
  const SECOND = 'States without delay, and he sees no reason why bankers should not take part in it.';

  /** Three sentences that go on over a page. */
  const PAGES = ['[Page 91]', '[Page 92]', '[Page 93]'].flatMap((page) => [FIRST, page, SECOND]);

  test('stand in a paragraph where sentences go on', () => {
    const pages = ['[Page 81]', '[Page 82]', '[Page 83]'];
    const clean = body(LETTER(...pages.map((page) => `${FIRST} ${page} ${SECOND}`)));
    expect(clean).toContain('by the United<pb n="81" xml:id="pg_81"/>States without');
    expect(body(LETTER(...pages.flatMap((page) => [FIRST, page, SECOND])))).toBe(clean);
    expect(body(LETTER(...pages.map((page) => `${FIRST}\n${page.replace('81', ' 81 ')}\n${SECOND}`)))).toBe(clean);
    const other = FIRST.replace('by the United', 'soon, that is by the');
    const letter = LETTER(
      ...pages.flatMap((page) => [FIRST, page, SECOND]),
      other,
      '[Page 84]',
      'banks of the United States.',
    );
    expect(body(letter)).toContain('by the<pb n="84" xml:id="pg_84"/>banks');
  });

  test('part paragraphs where one alone does so: editions have such', () => {
    expect(body(LETTER(FIRST, '[Page 81]', SECOND))).toContain('by the United</p><pb n="81" xml:id="pg_81"/><p>States');
  });

  test('part paragraphs where a sentence ends, or a heading or an item stands', () => {
    const apart = '</p><pb n="81" xml:id="pg_81"/><p>';
    expect(body(LETTER(`${FIRST} Kingdom.`, '[Page 81]', SECOND))).toContain(apart);
    expect(body(LETTER(`${FIRST} Kingdom.\n[Page 81]\n${SECOND}`))).toContain(apart);
    expect(body(LETTER(FIRST, '[Page 81]', `2. ${SECOND}`))).toContain(apart);
    expect(body(LETTER(FIRST, '[Page 81]', `[Here follows what has been said before.]`))).toContain(apart);
  });

  test('part what they part in the clean form, where others stand among words', () => {
    const text = LETTER(`${FIRST} [Page 81] ${SECOND}`, FIRST, '[Page 82]', SECOND);
    expect(body(text)).toContain('by the United</p><pb n="82" xml:id="pg_82"/><p>States');
  });

  test('stand in an item that goes on, and between items of one list', () => {
    const list = LETTER('We want', '  * a boat that is large enough for all of us who\n  * a gun', SECOND, ...PAGES);
    const text = list
      .replace(' enough', '\n\n[Page 81]\n\nenough')
      .replace('\n  * a gun', '\n\n[Page 82]\n\n  * a gun');
    expect(body(text)).toContain(
      '<item>a boat that is large<pb n="81" xml:id="pg_81"/>enough for all of us who</item><pb n="82" xml:id="pg_82"/><item>a gun</item>',
    );
  });
});

describe('first lines that are set in', () => {
  const paragraphs = (text: string) => [...body(text).matchAll(/<p>(.*?)<\/p>/g)].map(([, words]) => words!);

  test('begin paragraphs below a heading and one another, without empty lines', () => {
    const note = `46. Editorial Note
     In briefing the National Security Council on May 22 on
significant world developments affecting United States security,
the Director offered the following comments on the situation in
Ruritania.
     He said that the financial situation there was very grave
and that the Government had asked for assistance. He believed the
talks would be resumed in the course of the next month.
     The President asked whether the Fund would help. Secretary
Sapt replied that it would if Ruritania took certain measures.
`;
    expect(body(note)).toContain('<head>46. Editorial Note</head>');
    expect(paragraphs(note)).toHaveLength(3);
  });

  test('leave datelines, signatures and notes their own', () => {
    const letter = `46. Letter From the Ambassador in Ruritania (Sapt) to the Secretary
of State1
Strelsau, February 10, 1956.
     It has come to my attention that Department has recommended
reduction in defense support.2 As Department aware, we have advised
the Government that we do not anticipate contributing more.
     2. We therefore counsel most careful consideration before a
decision is made to cut aid too deeply. Cutting commercial aid would
risk shortages.
V. Sapt
     1. Source: Department of State, Central Files, 751.00/2–1056.
Secret.
     2. Not printed.
`;
    expect(body(letter)).toMatch(
      /^<div[^>]*><head>46\. Letter.*<note n="1"[^>]*>Source: .* Secret\.<\/note><\/head><opener><dateline/,
    );
    expect(paragraphs(letter)).toEqual([
      expect.stringMatching(/^It has come .*Not printed\.<\/note>As .* more\.$/),
      expect.stringMatching(/^2\. We .* shortages\.$/),
    ]);
    expect(body(letter)).toMatch(/<closer><signed>.*Sapt/);
  });

  test('leave a dateline its own below a heading that fills its line', () => {
    const letter = `46. Memorandum From the Chief of the Bureau to the Secretary Sapt
Strelsau, February 10, 1956.
     It has come to my attention that Department has recommended
reduction in defense support. As Department aware, we have advised
the Government that we do not anticipate contributing more.
     We therefore counsel most careful consideration before a
decision is made to cut aid too deeply. Cutting commercial aid would
risk shortages.
`;
    expect(body(letter)).toMatch(/<head>46\. .*Sapt.*<\/head><opener><dateline/);
  });

  test('begin a paragraph below a line that ends before the width, where none are set in', () => {
    const note = `46. Editorial Note

On February 10 the Embassy in Strelsau was told by the Department
of the loan that the Government meant to raise in London, and was
instructed as follows:
The loan is to be made without delay, and bankers who wish to take
part in it are to be told of the terms before the end of the month.
`;
    expect(paragraphs(note)).toEqual([
      expect.stringMatching(/^On February 10 .* instructed as follows:$/),
      expect.stringMatching(/^The loan is .* of the month\.$/),
    ]);
  });

  test('are told from notes that are set to a smaller width', () => {
    const letter = `46. Letter From Mr. Sapt to Mr. Tarlenheim1
Strelsau, February 10, 1956.
     The Minister told me that the loan had been agreed upon and that the money would be
paid before the end of the month. He had not yet been told of the conditions that the
bank was to ask for.2
     He hoped that they would be no harder than those of the year before. Everybody else
believes that they will be, and that the bank is going to ask for the whole of the new
railway.
     We shall see.
Sapt

1. Source: Department of State, Central Files,
751G.5/6–1259. Secret.
Sent with instructions to show it to the bank,
and to nobody else.
2. Apparent reference to a discussion at the Chiefs
of Mission Conference.
`;
    expect(paragraphs(letter)).toEqual([
      'Source: Department of State, Central Files, 751G.5/6–1259. Secret.',
      'Sent with instructions to show it to the bank, and to nobody else.',
      expect.stringMatching(/^The Minister .*<note n="2".* Chiefs of Mission Conference\.<\/note>$/),
      expect.stringMatching(/^He hoped .* railway\.$/),
      'We shall see.',
    ]);
  });
});

test.each(['\n', '\n\n', '\n\nNotes\n'])(
  'without empty lines in the text, heading and dateline are lines of their own, with %j above the notes',
  (gap) => {
    const text = `79. Telegram From the Embassy in Ruritania to the Department of State1
Strelsau, June 12, 1959—7 p.m.
2621. It has come to my attention that the Department has recommended
a reduction in defense support.2 We have advised the Government that we
do not anticipate contributing more, and counsel most careful
consideration.
The Minister of Finance sees no reason why American bankers should not
take part in the loan if they wish to, and I said that I should let you
know before the end of the month whether they may.
Sapt${gap}  1. Source: Department of State, Central Files, 751.00/6–1259. Secret.
  2. Not printed.
`;
    const { output, document } = convert(text, { volume: 'frus1958-60v99', doc: 'd79', format: 'div' });
    expect(document.genre).toBe('telegram');
    expect(output).toContain('type="source">Source');
    expect(output).toContain('<date when="1959-06-12T19:00:00"');
    expect(output).toContain('<p>2621. It has come');
    expect(output).toContain('support.<note n="2"');
    expect(output).toContain('<p>The Minister');
  },
);
