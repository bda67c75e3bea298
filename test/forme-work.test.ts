import { describe, expect, test } from 'vitest';
import { convert } from '../src/convert.js';

const TELEGRAM = `79. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, June 12, 1959—7 p.m.

2621. It has come to my attention that Department has recommended reduction in defense support.2 We have advised the Government that we do not anticipate contributing more.

We counsel most careful consideration.3

Sapt

1. Source: Department of State, Central Files, 751.00/6–1259. Secret.

2. Not printed.

3. See footnote 4, Document 72.
`;

const converted = (text: string) => convert(text, { volume: 'frus1958-60v99', doc: 'd79', format: 'div' });

/** The division of a text, with what stands at the edges of its pages, and without. */
function division(text: string): { edges: string[]; rest: string; codes: string[] } {
  const { output, diagnostics, findings } = converted(text);
  expect(findings).toEqual([]);
  const edges = [...output.matchAll(/<fw>(.*?)<\/fw>/g)].map(([, words]) => words!);
  const codes = diagnostics.map(({ code }) => code).filter((code) => /above|below|edge/.test(code));
  return {
    edges,
    rest: output
      .replace(/<fw>.*?<\/fw>/g, '')
      .replace(/\s+/g, ' ')
      .replace(/> /g, '>'),
    codes,
  };
}

const PLAIN = division(TELEGRAM);

describe('what stands above the heading and below the text', () => {
  test.each([
    ['a stamp', ['TOP SECRET/SENSITIVE']],
    ['a stamp on two lines', ['CONFIDENTIAL', 'NODIS']],
    ['the archive’s', ['DECLASSIFIED', 'Authority NND 959000', 'By JM NARA Date 6/5/97']],
    ['the head of a mail', ['From: Jane Roe', 'To: John Roe', 'Subject: document 79', 'Date: Mon, 3 May 2021']],
    ['of a web page', ['Historical Documents', 'Ruritania']],
    ['an address', ['Foreign Relations of the United States', 'https://archive.example.org/frus1958-60v99/d79']],
    ['fields', ['URL: https://archive.example.org/d79', 'Retrieved: 2020-01-01', '---']],
    ['front matter', ['---', 'title: "Document"', 'id: d79', '---']],
  ])('%s leaves the heading what it is', (_, lines) => {
    const { edges, rest, codes } = division(`${lines.join('\n')}\n\n${TELEGRAM}`);
    expect(rest).toBe(PLAIN.rest);
    expect(edges).toEqual(lines);
    expect(codes).toEqual(['above-heading']);
  });

  test('stands above a heading without a number, too', () => {
    const { output, document } = converted(`SECRET\n\n${TELEGRAM.slice('79. '.length)}`);
    expect(output).toContain('<fw>SECRET</fw>\n<head>Telegram From');
    expect(document.genre).toBe('telegram');
  });

  test('a stamp at the end is no part of the last note', () => {
    const { edges, rest, codes } = division(`${TELEGRAM}\n\nSECRET\n`);
    expect(rest).toBe(PLAIN.rest);
    expect(edges).toEqual(['SECRET']);
    expect(codes).toEqual(['below-text']);
  });

  test.each([
    ['a licence', ['This work is in the public domain.', 'https://archive.example.org/d79']],
    ['when it was fetched', ['---', 'Retrieved from https://archive.example.org/d79 on 1/1/2020', '---']],
    ['whoever scanned it', ['Digitized by the library of Strelsau']],
    ['the number of its sheets', ['Page 2 of 2']],
  ])('%s below the notes is none of them', (_, lines) => {
    // As editions set them, and with a list above, whose items are set in as they are.
    const text = TELEGRAM.replace('Sapt', '  1. Ships.\n\n  2. Coal.\n\nSapt').replace(/\n(?=\d\. \D)\n?/g, '\n  ');
    for (const one of [text, TELEGRAM.replace(/\n\n(?=[23]\. [NS])/g, '\n').replace(/^(?=\d\. )/gm, '  ')]) {
      const { edges, rest, codes } = division(`${one}\n\n${lines.join('\n')}\n`);
      expect(rest).toBe(division(one).rest);
      expect(edges).toEqual(lines);
      expect(codes).toEqual(['below-text']);
    }
  });

  test('a name below a list is none of whoever scanned it', () => {
    const { edges } = division(`Ships\n\nWe want these ships.\n  1. sloops\n  2. ketches\n\nSapt\n`);
    expect(edges).toEqual([]);
  });

  test('where a document was found stays its source below an address', () => {
    const { output } = convert(
      `https://archive.example.org/d79\n\n751.00/3–148: Telegram\n\nThe Ambassador in Ruritania (Sapt) to the Secretary of State\n\nStrelsau, March 1, 1948.\n\n12. No change.\n`,
    );
    expect(output).toContain('<fw>https://archive.example.org/d79</fw>');
    expect(output).toContain('<note rend="inline" type="source">751.00/3–148: Telegram</note>');
  });

  test('what says where a document was found stays its source', () => {
    const { output } = convert(
      `751.00/3–148: Telegram\n\nThe Ambassador in Ruritania (Sapt) to the Secretary of State\n\nStrelsau, March 1, 1948.\n\n12. No change.\n`,
    );
    expect(output).not.toContain('<fw>');
    expect(output).toContain('<note rend="inline" type="source">751.00/3–148: Telegram</note>');
  });

  test('a mark of Markdown before the heading is no part of it', () => {
    expect(division(`# ${TELEGRAM}`)).toEqual(PLAIN);
    for (const bold of [/^.*1$/m, /^.*(?=1$)/m]) {
      expect(division(TELEGRAM.replace(bold, '**$&**'))).toEqual(PLAIN);
      expect(division(`# ${TELEGRAM.replace(bold, '**$&**')}`)).toEqual(PLAIN);
    }
    // Emphasis of some of its words.
    expect(division(TELEGRAM.replace('Embassy', '**Embassy**')).rest).toContain('>**Embassy** in');
    const { ledger } = converted(`# ${TELEGRAM}`);
    expect(ledger).toContainEqual(expect.objectContaining({ kind: 'skip', start: 0, end: 1, reason: 'heading-mark' }));
  });
});

describe('edges of pages', () => {
  const over = (edge: string) => TELEGRAM.replace('advised the', `advised\n\n${edge}\n\nthe`);

  test.each([
    ['a number', '                 - 2 -', ['- 2 -']],
    ['a number alone', '82', ['82']],
    ['a stamp with a number', 'SECRET\n\n2\n\nSECRET', ['SECRET', '2', 'SECRET']],
    ['a running head', 'Ruritania   83', ['Ruritania   83']],
  ])('%s between the halves of a sentence stands in its paragraph', (_, edge, words) => {
    const { edges, rest, codes } = division(over(edge));
    expect(rest).toBe(PLAIN.rest);
    expect(edges).toEqual(words);
    expect(codes).toEqual(['page-edge']);
  });

  test('that count on are told between paragraphs', () => {
    const text = over('- 2 -').replace('\n\nWe counsel', '\n\n- 3 -\n\nWe counsel');
    expect(division(text)).toMatchObject({ rest: PLAIN.rest, edges: ['- 2 -', '- 3 -'] });
  });

  test('among the notes are no part of them', () => {
    const head = '83   FOREIGN RELATIONS, 1958–1960, VOLUME XXIII';
    const { edges, rest } = division(TELEGRAM.replace('2. Not', `${head}\n\n2. Not`));
    expect(rest).toBe(PLAIN.rest);
    expect(edges).toEqual([head]);
  });

  test('in lines of set width go on as the lines do', () => {
    const wrapped = TELEGRAM.replace('recommended reduction', 'recommended\nreduction')
      .replace('advised the', 'advised the\nGovernment that we do not\n\n- 2 -\n\nanticipate')
      .replace('anticipate Government that we do not anticipate', 'anticipate');
    expect(division(wrapped).edges).toEqual(['- 2 -']);
    expect(division(wrapped).rest).toContain('we do not anticipate contributing more.');
  });

  test('between the halves of a word leave a page mark its own', () => {
    const { edges, rest } = division(
      over('- 2 -\n\n[Page 82]').replace('advised\n', 'ad-\n').replace('\nthe G', '\nvised the G'),
    );
    expect(edges).toEqual(['- 2 -']);
    expect(rest).toMatch(/We have ad-<pb n="82"[^>]*>vised the Government/);
  });

  test('that may be something else are told and left', () => {
    const { edges, rest, codes } = division(TELEGRAM.replace('\n\nWe counsel', '\n\n- 2 -\n\nWe counsel'));
    expect(edges).toEqual([]);
    expect(rest).toContain('<p>- 2 -</p>');
    expect(codes).toEqual(['page-edge-doubtful']);
  });

  test.each([
    ['headings of parts', 'PART 1\n\nThe first.\n\nPART 2\n\nThe second.'],
    ['figures', '1\n\nThe first.\n\n2\n\nThe second.'],
    [
      'titles of a table',
      '[2 entries in table not declassified]\n\nTABLE IV\n\nSUMMARY OF RESULTS\n\n[table not declassified]',
    ],
    ['rows of a table', 'Army   20\nNavy   30\n\nIn the south it rose.\n\nArmy   21\nNavy   32\n\nIt fell.'],
    ['levels', 'The levels are:\n\nCONFIDENTIAL\n\nSECRET'],
    ['speakers', 'THE PRESIDENT\n\nYes.\n\nTHE PRESIDENT\n\nNo.'],
  ])('are no %s', (_, lines) => {
    expect(division(TELEGRAM.replace('We counsel', `${lines}\n\nWe counsel`)).edges).toEqual([]);
  });
});

test('above the first note and below the last are numbers of pages, too', () => {
  const text = TELEGRAM.replace('advised the', 'advised\n\n- 1 -\n\nthe').replace(
    '1. Source',
    'Notes\n\n- 2 -\n\n1. Source',
  );
  const { edges, rest } = division(`${text}\n- 3 -\n`);
  expect(edges).toEqual(['- 1 -', '- 2 -', '- 3 -']);
  expect(rest).toBe(PLAIN.rest);
});

test('in quoted mail, with characters that nobody sees, are the same, and tile the text', () => {
  const text = `SEC\u00adRET\n\n# ${TELEGRAM.replace('advised the', 'ad\u200bvised\n\n- 2 -\n\nthe')}\nNODIS`
    .replace(/^/gm, '> ')
    .replaceAll('\n', '\r\n');
  const { edges, rest, codes } = division(text);
  expect(rest).toBe(PLAIN.rest);
  expect(edges.join(' ')).toBe('SEC RET - 2 - NODIS');
  expect(codes).toEqual(['above-heading', 'page-edge', 'below-text']);
  const { ledger, diagnostics } = converted(text);
  const placed = ledger.flatMap((entry) => ('start' in entry && entry.end > entry.start ? [entry] : []));
  placed.sort((a, b) => a.start - b.start);
  expect(placed.map(({ start }) => start)).toEqual([0, ...placed.slice(0, -1).map(({ end }) => end)]);
  expect(placed.at(-1)?.end).toBe(text.length);
  const told = (code: string) => diagnostics.filter((one) => one.code === code);
  expect(told('carrier')).toHaveLength(2);
  expect(told('page-edge').map(({ start, end }) => text.slice(start, end))).toEqual(['- 2 -']);
});
