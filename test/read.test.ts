import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, readText } from '../src/convert.js';
import { LABELS } from '../src/read/labels/labels.js';
import { openTo } from '../src/read/labels/open-labels.js';
import { linesOf } from '../src/read/lines/chunks.js';
import { read } from '../src/read/read.js';
import { withoutCarrier } from '../src/read/reflow/carrier.js';
import { notesMoved } from '../src/read/reflow/moved.js';
import { rebase } from '../src/read/reflow/rebase.js';
import { source } from '../src/source.js';
import { printedNumber } from '../src/text/printed-number.js';
import type { Block, Document, Leaf } from '../src/tree.js';
import { runs } from './properties.js';
import { outline } from './read.outline.js';

const FOLDER = join(import.meta.dirname, 'fixtures', 'read');

/** A text read, in terms of the text as it stands. */
const readAsItStands = (text: string): Document => rebase(readText(text));

/** All leaves of a document in source order. */
function leaves(blocks: readonly Block[]): Leaf[] {
  return blocks.flatMap((block) => {
    if (block.type === 'skip' || block.type === 'pb' || block.type === 'fw') return [block];
    if (block.type === 'note') return [block.label, ...leaves(block.body)];
    return 'content' in block ? [...block.content] : leaves(block.children);
  });
}

/** Why the leaves don't tile the text, or undefined. They do so in order, but where notes at the feet of pages stand below the text. */
function untiled(text: string): string | undefined {
  const inOrder = leaves(readAsItStands(text).blocks);
  const moved = notesMoved(withoutCarrier(source(text))) !== undefined;
  let at = 0;
  for (const { span, type } of moved ? inOrder.sort((a, b) => a.span.start - b.span.start) : inOrder) {
    if (span.start !== at) return `${type} begins at ${span.start}, not at ${at}`;
    at = span.end;
  }
  return at === text.length ? undefined : `ends at ${at} of ${text.length}`;
}

/** Skips that hold anything but what their reason says. */
function lost(text: string): string[] {
  return leaves(readAsItStands(text).blocks)
    .filter((leaf) => leaf.type === 'skip' && (leaf.reason === 'blank' || leaf.reason === 'indent'))
    .map((leaf) => text.slice(leaf.span.start, leaf.span.end))
    .filter((skipped) => /[^\s\u200b\u0085]/.test(skipped));
}

describe('fixtures', () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.txt'))) {
    it(name.slice(0, -4), () => {
      const text = readFileSync(join(FOLDER, name), 'utf8');
      const document = readAsItStands(text);
      const printed = `${outline(document.source, document.blocks).join('\n')}\n`;
      const file = join(FOLDER, name.replace(/\.txt$/, '.outline'));
      if (process.env.UPDATE || !existsSync(file)) writeFileSync(file, printed);
      expect(printed).toBe(readFileSync(file, 'utf8'));
      expect(untiled(text)).toBeUndefined();
    });
  }
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\r\n',
      '\r',
      '\n\n',
      '\f',
      '\v',
      '\u0000',
      '\ufeff',
      '\ud800',
      '\udc00',
      '\ufffe',
      '😀',
      '\t',
      '\u00a0',
      '\u200b',
      '\u2028',
    ),
    fc.constantFrom(
      '[Page 81]',
      '[Page XIV]',
      '  * ',
      '* ',
      ' | ',
      '|',
      '  1. ',
      '  2. ',
      '[1] ',
      '¹ ',
      '*',
      '†',
      '↩',
      '1',
      'Source: ',
      'No. 4',
    ),
    fc.constantFrom(
      '38. Telegram From A to B',
      'Washington, August 1, 1955.',
      'SUBJECT',
      'secret',
      '[Enclosure]',
      'Dulles',
      'a.',
      '(1)',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('is tiled by its leaves', () => {
    fc.assert(
      fc.property(text, (t) => untiled(t) === undefined),
      { numRuns: runs(400), examples: [['!\n* Source: \f↩']] },
    );
  });
  it('loses no character that is not white space', () => {
    fc.assert(
      fc.property(text, (t) => lost(t).length === 0),
      { numRuns: runs(400) },
    );
  });
});

it('copes with a hundred thousand page feeds', () => {
  expect(untiled('\f\r\n'.repeat(100_000))).toBeUndefined();
});

it('says which blocks it doubts', () => {
  const of = source('Notes for Tuesday\n\nHarbor\n\nTin\n\nFirefly\n\nWashington\n\nSecret\n\nEnd\n');
  const { diagnostics } = read(of, {}, { doubt: 0.999 });
  expect(diagnostics.length).toBeGreaterThan(0);
  expect(diagnostics.every((d) => d.code === 'block-doubtful' && d.p! < 0.999)).toBe(true);
  expect(read(of, {}, { doubt: 0 }).diagnostics).toEqual([]);
  const told = (doubt?: number) =>
    convert('1. Telegram\n\nthe meeting is moved to Friday at 3.\n', doubt === undefined ? {} : { doubt }).diagnostics;
  expect(told().map(({ code }) => code)).toEqual(['block-doubtful']);
  expect(told(0)).toEqual([]);
});

describe('the printed number', () => {
  it.each([
    ['38. Telegram From the Department of State', '38'],
    ['9A. Editorial Note', '9A'],
    ['[3] The Secretary of State to the Minister', '3'],
    ['No. 83 The Secretary of State', '83'],
    ['Nr. 83\n\nDer Botschafter an das Auswärtige Amt', '83'],
    ['83\n\nLetter', '83'],
    ['28 BURTON TO EVATT', '28'],
    ['28 Men and a Boat', undefined],
    ['The Consul to the Secretary of State', undefined],
  ])('of %s', (head, n) => expect(printedNumber(head)).toBe(n));

  const title = 'Telegram From Peru to the Department';
  const opening = (above: string, year = 1955): string[] => {
    const text = `${above}\n\n${title}\n\nOslo, May 3, ${year}.\n\nI saw him.\n`;
    const of = readAsItStands(text);
    return [of.context.n ?? '', of.genre, ...outline(source(text), of.blocks).slice(0, 2)];
  };
  it.each([
    ['No. 123', '123'],
    ['123', '123'],
    ['456.', '456'],
    ['[38]', '38'],
    ['Nr. 234', '234'],
    ['No. 210 NAI DT S 11007', '210'],
    ['No. 85\n\n793.00/1–1052: Telegram', '85'],
  ])('on a line of its own above the heading is a part of it: %s', (above, n) => {
    const read = [n, 'telegram', `head: ${above.replace('\n\n', '{lb}')}{lb}${title}`, 'opener'];
    expect(opening(above)).toEqual(read);
    expect(opening(above, 1950)).toEqual(read);
  });
  it('stands below the line that says where the document was found', () =>
    expect(opening('793.00/1–1052: Telegram\n\nNo. 1', 1952)).toEqual([
      '1',
      'telegram',
      'sourceLine: 793.00/1–1052: Telegram',
      `head: No. 1{lb}${title}`,
    ]));
  it.each([
    'Berg Library, White House Central files',
    'Sapt Library, PSF–General file',
    '123 Dale, Edwin F.: Telegram',
    '790B.5 MSP/12 2354: Telegram',
  ])('and “%s” is such a line', (found) =>
    expect(opening(`${found}\n\nNo. 1`, 1952).slice(2)).toEqual([`sourceLine: ${found}`, `head: No. 1{lb}${title}`]),
  );
  it('makes no such line of a numbered heading', () =>
    expect(opening('190. Summary of the Talks: Telegram', 1952)[2]).toMatch(/^head: 190\. Summary/));
  it('may have the archive’s between it and the heading', () =>
    expect(opening('87\n\ndodis.ch/12345')[2]).toBe(`head: 87{lb}dodis.ch/12345{lb}${title}`));
  it('makes no heading of a letter’s first words', () => {
    const text = 'No. 45\n\nSir,\n\nI saw him.\n';
    expect(outline(source(text), readAsItStands(text).blocks)[0]).toBe('head: No. 45');
  });
});

describe('an archive’s reference in brackets', () => {
  it.each([
    '[N 4321/22/38]',
    '[FO 371/76377]',
    'No. 2345 Telegraphic [N 4321/22/38]',
    '[UP 213/65] Personal and Secret',
  ])('%s is the opener’s', (reference) => {
    for (const year of [1944, 1964]) {
      const text = `12. Mr. Eden to Sir A. Kerr\n\n${reference}\n\nLondon, 3 May ${year}\n\nYour telegram.\n`;
      expect(outline(source(text), readAsItStands(text).blocks)).toContain(`  seg: ${reference}`);
    }
  });
  it.each(['[NAA: A1838, 403/3/1/1, xxi]', '[AA:A3196, 1945, 0.11203]'])(
    '%s below a signature is a source',
    (reference) => {
      for (const year of [1944, 1964]) {
        const text = `12. Mr. Eden to Sir A. Kerr\n\nLondon, 3 May ${year}\n\nI have seen him.\n\nEden\n\n${reference}\n`;
        const blocks = outline(source(text), readAsItStands(text).blocks);
        expect(blocks.at(-1)).toBe(`sourceLine: ${reference}`);
        expect(blocks).toContain('  signed: Eden');
      }
    },
  );
});

describe('page marks', () => {
  const reading = (mark: string) => {
    const text = `12. Telegram\n\nA word. [Page 610] Another.\n\nA third ${mark} one. [Page 612] Last.\n`;
    const { source: of, blocks, diagnostics } = readAsItStands(text);
    const pages = leaves(blocks).flatMap((leaf) => (leaf.type === 'pb' ? [leaf.n] : []));
    const told = diagnostics.filter(({ code }) => code.startsWith('page-'));
    return { pages, told: told.map(({ code, start, end }) => `${code} ${of.text.slice(start, end)}`) };
  };

  it.each([
    '[Page 611]',
    '[page 611]',
    '[PAGE 611]',
    '[ Page 611 ]',
    '[Page  611]',
    '[Page\u00a0611]',
    '[Page: 611]',
    '[Page611]',
  ])('%s is read', (mark) => expect(reading(mark)).toEqual({ pages: ['610', '611', '612'], told: [] }));
  it.each(['[Page 6ll]', '[Page 61l]', '[p. 611]', '[p.\u00a0611]', '[Page 611', '(Page 611)', '{Page 611}'])(
    '%s is told',
    (mark) => expect(reading(mark)).toEqual({ pages: ['610', '612'], told: [`page-mark-damaged ${mark}`] }),
  );
  it.each(['(page 31)', '(p. 612)', '[2 pages]'])('%s is none', (mark) =>
    expect(reading(mark)).toEqual({ pages: ['610', '612'], told: ['page-sequence [Page 612]'] }),
  );
  it('are told also where all are damaged, unless they may be citations', () => {
    const told = (mark: string) =>
      readAsItStands(`12. Telegram\n\nA word. ${mark} Another.\n`).diagnostics.map(({ code }) => code);
    expect(told('[p. 611')).toEqual(['page-mark-damaged']);
    expect(told('[Page 61O]')).toEqual(['page-mark-damaged']);
    expect(told('(p. 611)')).toEqual([]);
  });
});

describe('a place and a date near the top', () => {
  const told = (text: string): string[] =>
    readAsItStands(text).diagnostics.flatMap(({ code, start, end }) =>
      code === 'dateline-unread' ? [text.slice(start, end)] : [],
    );
  const dateline = 'Strelsau, April 4, 1967.';

  it('are told where no dateline is read', () => {
    const above = 'For the Ambassador from Sapt';
    expect(told(`22. Airgram From A to B\n\n${above}\n\n${dateline}\n\nThe elections were held.\n`)).toEqual([
      dateline,
    ]);
  });
  it.each(['January 11, 1956', '11 January 1956.', '[Undated.]'])(
    'may be a date alone, right below the heading: %s',
    (date) => {
      const text = `49. Diary Entry by the President, January 11, 1956\n\n${date}\n\nThis morning I saw Mr. Dale.\n`;
      expect(outline(source(text), readAsItStands(text).blocks)[2]).toBe(`  dateline: ${date}`);
    },
  );
  it('are not told where they are the dateline, or stand at the end of the text', () => {
    expect(told(`22. Airgram From A to B\n\n${dateline}\n\nThe elections were held.\n`)).toEqual([]);
    const long = `The ${'very '.repeat(50)}long note says so.`;
    expect(told(`22. Note From A to B\n\n${long}\n\n${dateline}\n`)).toEqual([]);
    for (const below of ['[Received April 5.]', '[Received April 5.]\n\n[Page 6]'])
      expect(told(`22. Note From A to B\n\nThe note says so.\n\n${dateline}\n\n${below}\n`)).toEqual([]);
  });
});

describe('a line below an item, without a bullet', () => {
  const open = (...lines: string[]): readonly string[] => {
    const of = source(`14. Memorandum From A to B\n\n${lines.join('\n')}\n`);
    const lined = linesOf(of);
    return openTo(of, lined, { volume: 'frus1964-68v99' })
      .at(-1)!
      .map((label) => LABELS[label]!);
  };

  it('goes on with a subject', () => {
    const item = '  * Conversation With Minister Sapt on Ruritanian';
    expect(open('SUBJECT', item, 'Elections')).toEqual(['more']);
    expect(open('PARTICIPANTS', '  * Ruritania', 'Minister Sapt')).toContain('item2');
    expect(open('SUBJECT', item, 'PARTICIPANTS')).toContain('listHead');
  });
  it('is nested in an item that ends with a colon', () => {
    const quotation = '“The ships are to be given back.”';
    expect(open('  * 1. He sent his reply.', '  * 2. It reads as follows:', quotation)).toEqual(['item2']);
    expect(open('  * 1. He sent his reply.', '  * 2. It reads as follows: [Page 12]', quotation)).toEqual(['item2']);
    expect(open('  * 1. He sent his reply.', '  * 2. It has come.', quotation)).toContain('more');
  });
  it.each(['[Page 12] a. Ships. b. Boats.', '“a. Ships. “b. Boats.”', '“a. Ships. b. Boats.”'])(
    'has nested items: %s',
    (nested) => {
      const text = `14. Memorandum From A to B\n\n  * 1. He sent his reply.\n  * 2. These were asked:\n${nested}\n`;
      const items = outline(source(text), readAsItStands(text).blocks);
      expect(items.filter((line) => /^ {6}item: /.test(line))).toHaveLength(2);
    },
  );
});

describe('notes at the end whose labels are set otherwise', () => {
  const BODY = '12. Telegram From A to B1\n\nStrelsau, August 4, 1955.\n\n205. He says so.2 He goes on.\n\nSapt\n\n';
  const notesOf = (text: string): string[] => {
    const { source: of, notes } = readAsItStands(text);
    return outline(of, notes);
  };

  it.each([
    ['no blank after the stop', '1.Source: Files.\n2.Not found.'],
    ['no stop', '1Source: Files.\n2Not found.'],
    ['a letter for the figure', 'l. Source: Files.\n2. Not found.'],
    ['a letter for the figure, indented', '  l. Source: Files.\n  2. Not found.'],
    ['on lines of their own', '1.\nSource: Files.\n2.\nNot found.'],
    ['on lines of their own without stop', '1\nSource: Files.\n2\nNot found.'],
    ['under a heading', 'Notes\n\n  1. Source: Files.\n  2. Not found.'],
    ['right under a heading', 'Footnotes:\n1. Source: Files.\n2. Not found.'],
    ['below a rule', '________________\n1. Source: Files.\n2. Not found.'],
    ['below a rule and a heading', '-----\n\nNotes\n\n  1. Source: Files.\n  2. Not found.'],
    ['a tab after the stop', '1.\tSource: Files.\n2.\tNot found.'],
    ['a wide space after the stop', '1.\u2003Source: Files.\n2.\u2003Not found.'],
    ['a space without width after the stop', '1.\u200b Source: Files.\n2.\u200b Not found.'],
    ['further in', '        1. Source: Files.\n        2. Not found.'],
    ['a colon', '1: Source: Files.\n2: Not found.'],
    ['a word before the number', 'Note 1. Source: Files.\nNote 2. Not found.'],
    ['a stop after the bracket', '[1]. Source: Files.\n[2]. Not found.'],
    ['no blank after the bracket', '[1]Source: Files.\n[2]Not found.'],
  ])('%s', (_, notes) => {
    expect(notesOf(BODY + notes)).toEqual(['note 1 source', '  p: Source: Files.', 'note 2', '  p: Not found.']);
    expect(untiled(BODY + notes)).toBeUndefined();
    expect(outline(readAsItStands(BODY + notes).source, readAsItStands(BODY + notes).blocks)).toContain(
      '  signed: Sapt',
    );
  });
  it.each([
    ['[^1]', '[^1]: '],
    ['[1]', '1. '],
    [' [1]', '[1]'],
    ['(1)', '(1) '],
    ['(1)', '1. '],
    ['{1}', '{1} '],
    ['/1/', '/1/'],
    ['[fn1]', '[fn1] '],
    ['^1', '^1 '],
    ['<sup>1</sup>', '<sup>1</sup> '],
    ['<sup>1</sup>', '1. '],
    ['¹', '1. '],
    ['¹', '  1. '],
  ])('marks %j, labels %j', (mark, label) => {
    const second = (one: string): string => one.replace('1', '2').replace('¹', '²');
    const text = `12. Telegram From A to B${mark}\n\n205. He says (1) yes and (2) no.${second(mark)} He goes on.\n\nSapt\n\n${label}Sent to C.\n\n${second(label)}Not found.\n`;
    expect(notesOf(text)).toEqual(['note 1', '  p: Sent to C.', 'note 2', '  p: Not found.']);
    expect(untiled(text)).toBeUndefined();
  });
  it.each([
    ['', '* Sent to C.\n† Not found.'],
    ['', '  * Sent to C.\n  † Not found.'],
    ['', '* Source: Files.\n† Not found.'],
  ])('symbols below a list of items%s', (_, notes) => {
    const text = `12. Memorandum of Conversation*\n\nSUBJECT\n  * Boats\n\nPARTICIPANTS\n  * Mr. Sapt\n  * Mr. Harlan\n\nHe says so.† He goes on.\n\n${notes}\n`;
    expect(readAsItStands(text).notes.map(({ n }) => n)).toEqual(['*', '†']);
    expect(outline(source(text), readAsItStands(text).blocks).filter((line) => /item: Mr/.test(line))).toHaveLength(2);
  });
  it('an enumeration at the end is none though the text speaks of its items', () => {
    const text = '12. Note\n\nHe asks (1) for boats and (2) for guns.\n\n(1) Boats he has.\n\n(2) Guns he has not.\n';
    expect(notesOf(text)).toEqual([]);
  });
  const spoken = (marks: readonly string[], labels = marks): string =>
    `12. Telegram From A to B\n\n205. He says yes.${marks[0]} He goes on${marks[1]}.\n\nSapt\n\n${labels[0]} Sent to C.\n${labels[1]} Not found.\n`;
  it.each([
    [['42', '43']],
    [
      ['42', '43'],
      ['42.', '43.'],
    ],
    [['[42]', '[43]']],
    [
      ['[42]', '[43]'],
      ['42.', '43.'],
    ],
    [['42)', '43)']],
    [['⁴²', '⁴³']],
    [['2', '3']],
  ])('are numbered on through a chapter: %j', (marks, labels = marks) => {
    const [first, second] = [42, 43].map((n) => (marks[0] === '2' ? n - 40 : n));
    const text = spoken(marks, labels);
    expect(notesOf(text)).toEqual([`note ${first}`, '  p: Sent to C.', `note ${second}`, '  p: Not found.']);
    expect(untiled(text)).toBeUndefined();
  });
  it.each([
    [
      'marks of the numbers before them are there',
      spoken(['2', '3']).replace('12. Telegram From A', '12. Telegram From A1'),
    ],
    ['a mark is lacking', spoken(['42', ''], ['42', '43'])],
    ['the marks are in another order', spoken(['43', '42'], ['42', '43'])],
    ['the numbers are figures', spoken([' For 42 boats.', ' with 43 guns'], ['42', '43'])],
    ['there is but one', spoken(['42', '']).replace('\n Not found.', '')],
  ])('aren’t numbered on where %s', (_, text) => expect(notesOf(text)).toEqual([]));
  it.each([
    [['[a]', '[b]']],
    [
      [' (1)', ' (2)'],
      ['(1)', '(2)'],
    ],
  ])('have marks %j', (marks, labels = marks) => {
    const text = spoken(marks, labels).replace('yes. (1) He', 'yes (1). He');
    const [a, b] = labels.map((label) => label.slice(1, -1));
    expect(notesOf(text)).toEqual([`note ${a}`, '  p: Sent to C.', `note ${b}`, '  p: Not found.']);
  });
  it('is told of though it is one of a chapter’s', () => {
    const text = spoken(['42', '']).replace('\n Not found.', '');
    const told = readText(text).diagnostics.filter(({ code }) => code === 'notes-unread');
    expect(told.map(({ start, end }) => text.slice(start, end))).toEqual(['42']);
  });
  it.each([
    ['12. Telegram From A to B', '#1 Sent to C.\n#2 Not found.', '#1'],
    ['12. Telegram From A to B', '____________\n1. Sent to C.\n2. Not found.', '1.'],
    ['12. Telegram From A to B', '[1] Sent to C.', '[1]'],
  ])('is told of that nothing in the text has a mark of: %s, %j', (head, notes, label) => {
    const text = `${head}\n\nHe says so.\n\n${notes}\n`;
    const told = readText(text).diagnostics.filter(({ code }) => code === 'notes-unread');
    expect(told.map(({ start, end }) => text.slice(start, end))).toEqual([label]);
  });
  it.each(['1. Boats.\n\n2. Guns.', '“1. Boats.\n\n“2. Guns.', '[1 line not declassified]'])(
    '%j looks like no notes',
    (list) =>
      expect(readText(`12. Note\n\nHe needs:\n\n${list}\n`).diagnostics.map(({ code }) => code)).not.toContain(
        'notes-unread',
      ),
  );
  it.each(['1.Boat\n2.Gun', '1.\nBoat\n2.\nGun', 'l. Boat\n2. Gun'])('%j is a list where no marks are', (list) =>
    expect(notesOf(`12. Telegram From A to B\n\nStrelsau, August 4, 1955.\n\n205. We need:\n\n${list}`)).toEqual([]),
  );
});

describe('the only note, below an empty line', () => {
  const count = (marked: string, note = '  1. Not printed.\n'): number => {
    const text = `12. Telegram From A to B\n\nStrelsau, March 11, 1961, 4 p.m.\n\n205. ${marked}\n\nSapt\n\n${note}`;
    return readAsItStands(text).notes.length;
  };

  it.each([
    [
      'a word, further down than a number that ends in its figure',
      'He spoke of file 711.11 and of the talks.1 He left.',
    ],
    ['a year', 'A treaty was signed on January 21, 19291 in Strelsau.'],
    ['the number of a telegram', 'Your 2011 is not here.'],
  ])('hangs on %s', (_, marked) => expect(count(marked)).toBe(1));
  it('goes on with the numbers of a chapter, where a number ends in its own', () => {
    expect(count('He has been told (urtel 25, Jan 107) of it.', '  7. Not printed.\n')).toBe(1);
    expect(count('The treaty of May 6, 1936 7 is not here.', '  7. Not printed.\n')).toBe(1);
    expect(count('He has been told of it (May 14).', '  7. Not printed.\n')).toBe(0);
    expect(count('On May 7 the treaties of 1917 and 1927, which he has, were signed.', '  7. He has gone.\n')).toBe(0);
    expect(count('It is signed.', '  4. He has gone.\n')).toBe(0);
  });
  it('counts with a label at the margin where a word has its mark', () => {
    expect(count('He promised a reply.1 He left.', '1. Not printed.\n')).toBe(1);
    expect(count('The 11 men need 3.1 million (1 each).', '1. Not printed.\n')).toBe(0);
  });
  it('is an item where a colon announces it, or a paragraph where others are set in', () => {
    const set = (...lines: string[]): number => readAsItStands(lines.join('\n\n')).notes.length;
    expect(set('12. Note', 'All 11 men need:', '  1. Guns.')).toBe(0);
    expect(set('12. Note', '  All 11 men left.', '  1. Guns are needed.')).toBe(0);
  });
});
