import { describe, expect, it, test } from 'vitest';
import { convert, readText } from '../src/convert.js';
import { addressedFrom } from '../src/read/annual/addressee.js';
import { isDate } from '../src/read/annual/dated.js';
import { narrowed } from '../src/read/annual/narrowed.js';
import { canHead } from '../src/read/annual/titles.js';
import { unfold } from '../src/read/blocks/nested.js';
import { LABELS } from '../src/read/labels/labels.js';
import { openTo } from '../src/read/labels/open-labels.js';
import { linesOf } from '../src/read/lines/chunks.js';
import { source } from '../src/source.js';
import { outline } from './read.outline.js';

/** The outline of a text of given blocks; ` / ` parts lines of a block. */
function outlineOf(volume: string, ...blocks: string[]): string[] {
  const { source, blocks: read } = readText(`${blocks.join('\n\n').replaceAll(' / ', '\n')}\n`, { volume, doc: 'd4' });
  return outline(source, read);
}

describe('numbered subjects of minutes', () => {
  const subjects = ['1. The Harvest', 'M. Sapt said that it was in.', '2. The Mill', 'M. Hentzau agreed.'];

  it('are no notes though codes and files end in their numbers', () => {
    const read = outlineOf(
      'frus1919v99',
      'Paris Peace Conf. 999.03101/1',
      'BC–A1',
      'Notes of a Meeting Held at the Castle on Sunday, January 12, 1919, at 4 p. m.',
      ...subjects,
    );
    expect(read).toEqual([
      'sourceLine: Paris Peace Conf. 999.03101/1',
      'opener',
      '  seg: BC–A1',
      expect.stringMatching(/^head: Notes of a Meeting/),
      ...subjects.map((line) => (/^\d/.test(line) ? `p[flushleft]: ${line}` : `p: ${line}`)),
    ]);
    const memorandum = outlineOf(
      'frus1934v99',
      '799.94/4001',
      'Memorandum by the Secretary of State',
      '[Washington,] May 5, 1934.',
      'The Committee B2 met, and the Committee B1 too.',
      '1. The ships are to be given back.',
      'This has been done.',
      '2. The cargoes are to be sold.',
    );
    expect(memorandum.slice(-3).map((line) => line.slice(0, 5))).toEqual(['p: 1.', 'p: Th', 'p: 2.']);
  });
  it('leave the notes below them alone', () => {
    const read = outlineOf(
      'frus1919v99',
      'BC–A1',
      'Notes of a Meeting Held at the Castle on Sunday, January 12, 1919, at 4 p. m.1',
      ...subjects.slice(0, -1),
      'M. Hentzau agreed.2 /   1. Not printed. /   2. See below.',
    );
    expect(read.slice(-6)).toEqual([
      'p[flushleft]: 2. The Mill',
      'p: M. Hentzau agreed.2',
      'note 1',
      '  p: Not printed.',
      'note 2',
      '  p: See below.',
    ]);
  });
});

describe('the code of a council’s paper', () => {
  it.each(['IC–180A', 'BC–A4', 'FM–T–1', 'CF–99/1', 'I. C. P. 1', 'W. C. P.–733', 'S–H Bulletin 12', 'M. 133.'])(
    '%s stands above the heading of the minutes, and of their appendix',
    (code) => {
      const title = 'Notes of a Meeting Held at the Castle on Monday, January 13, 1919, at 4 p. m.';
      const minutes = ['opener', `  seg: ${code}`, expect.stringMatching(/^head: Notes of a Meeting/)];
      const text = 'M. Sapt said that the harvest was in.';
      expect(outlineOf('frus1919v99', code, title, text)).toEqual([...minutes, `p: ${text}`]);
      expect(
        outlineOf(
          'frus1919v99',
          'Paris Peace Conf. 999.03101/4',
          code,
          title,
          text,
          `Appendix I to ${code}`,
          code,
          'Draft Resolution',
          'Strelsau, May 9, 1919.',
          'That the harvest be sold.',
        ),
      ).toEqual([
        'sourceLine: Paris Peace Conf. 999.03101/4',
        ...minutes,
        `p: ${text}`,
        'attachment',
        '  opener',
        `    seg: Appendix I to ${code}`,
        `    seg: ${code}`,
        '  head: Draft Resolution',
        '  opener',
        '    dateline: Strelsau, May 9, 1919.',
        '  p: That the harvest be sold.',
      ]);
    },
  );
});

it.each(['IC–112', 'IC–176D [BC–48]', 'CF–10 and CF–10A'])(
  'minutes below %s have their heading, however its hour ends',
  (code) => {
    const head = 'Secretary’s Notes of a Conversation Held at the Castle on Friday, 24th January, 1919, at 15 h.';
    const read = outlineOf('frus1919v99', 'Paris Peace Conf. 999.03101/4', code, head, 'M. Sapt said nothing.');
    expect(read.slice(1, 4)).toEqual(['opener', `  seg: ${code}`, expect.stringMatching(/^head: Secretary/)]);
  },
);

describe('an attachment', () => {
  const LETTER = [
    '899.00/12',
    'The Ruritanian Ambassador (Hentzau) to the Secretary of State',
    'Washington, May 10, 1919.',
    'Mr. Secretary: I send you a report.',
    'Accept [etc.]',
    'Rupert Hentzau',
  ];
  const REPORT = ['Report of the Commission', 'Strelsau, March 6, 1919.', 'The harvest is in.', 'Karl Sapt'];

  it.each([
    'Appendix A',
    'Appendix “A”',
    'Appendix III',
    'Appendix',
    'Annexure A',
    'Annexure “A”',
    'Exhibit A',
    'Inclosure No. 1',
    'Schedule A',
    '[Exhibit A]',
    'Appendix A (HD–12)',
    'Appendix No. 2 to HD–12',
    '[Supplement]',
    '[Attached Memorandum]',
    '[Enclosures]',
  ])('begins below a signature with %s', (label) => {
    expect(outlineOf('frus1919v99', ...LETTER, label, ...REPORT).slice(-12)).toEqual([
      'p: Accept [etc.]',
      'closer',
      '  signed: Rupert Hentzau',
      'attachment',
      '  opener',
      `    seg: ${label}`,
      '  head: Report of the Commission',
      '  opener',
      '    dateline: Strelsau, March 6, 1919.',
      '  p: The harvest is in.',
      '  closer',
      '    signed: Karl Sapt',
    ]);
  });
  it('may have its title in the brackets of its label, however long', () => {
    const label = '[Annex—Memorandum by the Ruritanian Minister of War Transport and of Ships (Hentzau)]';
    expect(outlineOf('frus1919v99', ...LETTER, label, ...REPORT)).toContainEqual(
      expect.stringMatching(/^ {4}seg: \[Annex—Memo/),
    );
    const dated = '[Enclosure—Note of May 5, 1919, From Mr. Sapt]';
    expect(outlineOf('frus1919v99', ...LETTER, dated, ...REPORT)).toContain(`    seg: ${dated}`);
    for (const none of ['[Enclosure not printed.]', '[Enclosure Not Printed]', '[Annex 2 is missing.]'])
      expect(outlineOf('frus1919v99', ...LETTER.slice(0, 4), none, 'The harvest is in.')).not.toContain('attachment');
  });
  it.each(['(Signed) K. L. Sapt', 'Signed: Karl Sapt'])('begins below %s with a word and its number', (signature) => {
    const minutes = ['CF–10', 'Minutes of the Fifth Meeting of the Council, Held on May 10, 1919', 'All agreed.'];
    const note = ['Appendix I', 'Note on Mills', 'Zenda, April 23, 1919.', 'The mills stand.', signature];
    const read = outlineOf('frus1919v99', ...minutes, ...note, 'Appendix II', 'Telegram From Zenda', 'So they do.');
    expect(read.slice(-9)).toEqual([
      '    dateline: Zenda, April 23, 1919.',
      '  p: The mills stand.',
      '  closer',
      `    signed: ${signature}`,
      'attachment',
      '  opener',
      '    seg: Appendix II',
      '  head: Telegram From Zenda',
      '  p: So they do.',
    ]);
  });
  it('may say without brackets that it is a translation', () => {
    const minutes = ['CF–10', 'Minutes of the Fifth Meeting of the Council, Held on May 10, 1919', 'All agreed.'];
    const read = outlineOf(
      'frus1919v99',
      ...minutes,
      'Appendix “B” to CF–10',
      'Translation',
      'Report on Mills',
      'They grind.',
    );
    expect(read.slice(-4)).toEqual([
      '    seg: Appendix “B” to CF–10',
      '    seg: Translation',
      '  head: Report on Mills',
      '  p: They grind.',
    ]);
  });
  it('may have the number of its paper in brackets', () => {
    const minutes = [
      'CF–10',
      'Minutes of the Fifth Meeting of the Council, Held on May 10, 1919',
      '12.',
      'All agreed.',
    ];
    const read = outlineOf(
      'frus1919v99',
      ...minutes,
      'Appendix 12.',
      '[Document 17.]',
      'Memorandum on Mills',
      'They grind.',
    );
    expect(read.slice(3)).toEqual([
      'p[center]: 12.',
      'p: All agreed.',
      'attachment',
      '  opener',
      '    seg: Appendix 12.',
      '    seg: [Document 17.]',
      '  head: Memorandum on Mills',
      '  p: They grind.',
    ]);
  });
  it('begins below the last sentence of minutes with a word and its number', () => {
    const minutes = ['CF–10', 'Notes of a Meeting Held at the Castle on May 10, 1919', 'The meeting adjourned.'];
    const read = outlineOf('frus1919v99', ...minutes, 'Appendix I', 'M–115', 'Draft Letter', 'The letter is short.');
    expect(read.slice(-6)).toEqual([
      'attachment',
      '  opener',
      '    seg: Appendix I',
      '    seg: M–115',
      '  head: Draft Letter',
      '  p: The letter is short.',
    ]);
  });
  it.each(['Schedule A', 'Exhibit A', 'Appendix', 'Annex'])('does not begin within a text with %s', (label) => {
    const text = ['The company buys these.', label, 'Coal and iron.', 'I shall report again.', 'Accept [etc.]'];
    expect(outlineOf('frus1919v99', ...LETTER.slice(0, 3), ...text, 'Rupert Hentzau')).not.toContain('attachment');
  });
  it('has below its heading what a second title says, down to the dateline', () => {
    const title = '[The President of the Delegation (Sapt) to the President of the Conference (Hentzau)]';
    const below = ['Translation of note', 'Ruritanian Delegation', 'Zenda, May 9, 1919.', 'Mr. President: I reply.'];
    const read = outlineOf('frus1919v99', ...LETTER, 'Appendix A', title, ...below, 'Karl Sapt');
    expect(read.slice(9)).toEqual([
      '  opener',
      '    seg: Appendix A',
      expect.stringMatching(/^ {2}head: \[The President/),
      '  opener',
      '    seg: Translation of note',
      '    seg: Ruritanian Delegation',
      '    dateline: Zenda, May 9, 1919.',
      '  p: Mr. President: I reply.',
      '  closer',
      '    signed: Karl Sapt',
    ]);
  });
});

describe('letters enclosed before 1870', () => {
  const LETTER = [
    'Mr. Harlow to Mr. Winslow.',
    'No. 541.]',
    'Department of State, / Washington, April 10, 1863.',
    'Sir: I enclose a copy.',
    'I am, sir, your obedient servant,',
    'CHARLES F. HARLOW.',
    'William H. Winslow, Esq., &c., &c., &c.',
  ];
  const ENCLOSED = [
    'Mr. Dale to Mr. Winslow.',
    '[Extract.]',
    'United States Consulate, / Zenda, March 25, 1863.',
    'Sir: I beg to report that the harvest is in.',
  ];
  const read = [
    'attachment',
    '  head: Mr. Dale to Mr. Winslow.',
    '  opener',
    '    seg: [Extract.]',
    '    dateline: United States Consulate,{lb}Zenda, March 25, 1863.',
    '  p: Sir: I beg to report that the harvest is in.',
  ];
  const end = ['  signed: CHARLES F. HARLOW.', '  run: William H. Winslow, Esq., &c., &c., &c.'];

  it('begin with their headings', () => {
    expect(outlineOf('frus1863p9', ...LETTER, ...ENCLOSED).slice(-9)).toEqual(['closer', ...end, ...read]);
  });
  it('may be listed above', () => {
    const list = ['[Enclosures.]', '1. Mr. Dale to Mr. Winslow, March 25, 1863.', '2. Deposition of John Sapt.'];
    expect(outlineOf('frus1863p9', ...LETTER, ...list, ...ENCLOSED).slice(-12)).toEqual([
      'closer',
      ...end,
      ...list.map((line) => `  run: ${line}`),
      ...read,
    ]);
    expect(outlineOf('frus1863p9', ...LETTER, list.join(' / ')).slice(-4)).toEqual([
      'closer',
      ...end,
      `  run: ${list.join('{lb}')}`,
    ]);
    expect(outlineOf('frus1863p9', ...LETTER, '[Inclosures.]').slice(-4)).toEqual([
      'closer',
      ...end,
      '  run: [Inclosures.]',
    ]);
  });
  it('may have an editor’s word above the heading', () => {
    const [head, word, ...below] = ENCLOSED;
    expect(outlineOf('frus1863p9', ...LETTER, word!, head!, ...below).slice(-10)).toEqual([
      'closer',
      ...end,
      'attachment',
      '  opener',
      '    seg: [Extract.]',
      '  head: Mr. Dale to Mr. Winslow.',
      '  opener',
      '    dateline: United States Consulate,{lb}Zenda, March 25, 1863.',
      '  p: Sir: I beg to report that the harvest is in.',
    ]);
  });
  it.each(['A.', 'No. 1.'])('may have %s above a heading in small letters', (label) => {
    const head = 'The students of Zenda to Mr. Winslow.';
    const enclosed = ['Zenda, March 25, 1863.', 'Excellency: We thank you.', '(Signed by 30 students.)'];
    expect(outlineOf('frus1863p9', ...LETTER, label, head, ...enclosed).slice(-11)).toEqual([
      'closer',
      ...end,
      'attachment',
      '  opener',
      `    seg: ${label}`,
      `  head: ${head}`,
      '  opener',
      '    dateline: Zenda, March 25, 1863.',
      '  p: Excellency: We thank you.',
      '  p: (Signed by 30 students.)',
    ]);
    const sentence = 'The students of Zenda look forward to May.';
    expect(outlineOf('frus1863p9', ...LETTER, label, sentence, ...enclosed.slice(1))).not.toContain('attachment');
  });
  it('are none where a text only names them', () => {
    const named = ['Sir: I send these papers.', 'Mr. Dale to Mr. Winslow.', 'Mr. Winslow to Mr. Dale.'];
    const text = [...LETTER.slice(0, 3), ...named, ...LETTER.slice(4)];
    expect(outlineOf('frus1863p9', ...text)).not.toContain('attachment');
  });
});

describe('a second title below the heading', () => {
  it.each([
    ['Aide-Mémoire'],
    ['Memorandum'],
    ['[Translation]', 'Aide-Mémoire', 'Confidential'],
    ['Oral Statement', 'Strictly confidential, tentative and without commitment'],
  ])('stands above the dateline: %s', (...titles) => {
    const head = 'The Ruritanian Embassy to the Department of State';
    const text = ['Washington, May 5, 1934.', 'His Government have considered the proposals.', 'They agree.'];
    const opener = [
      'opener',
      ...titles.map((one) => (one.length > 48 ? expect.stringMatching(/^ {2}seg: Strictly/) : `  seg: ${one}`)),
      '  dateline: Washington, May 5, 1934.',
    ];
    const below = [
      expect.stringMatching(/^head: /),
      ...opener,
      'p: His Government have considered the proposals.',
      'p: They agree.',
    ];
    expect(outlineOf('frus1934v99', '799.94/4001', head, ...titles, ...text).slice(1)).toEqual(below);
    expect(outlineOf('frus1934v99', head, ...titles, ...text)).toEqual(below);
  });
});

describe('the first words', () => {
  it.each(['125. Personal for the Secretary.', '55. Strictly confidential.', '15. Personal for Sapt.'])(
    'of a telegram are text: %s',
    (line) => {
      const opening = ['899.00/701: Telegram', 'The Ambassador in Ruritania (Dale) to the Secretary of State'];
      for (const dateline of [
        'Zenda, May 5, 1919, 3 p. m.',
        'Zenda, May 5, 1919, 3 p. m. / [Received May 6, 1 a. m.]',
      ]) {
        const read = outlineOf('frus1919v99', ...opening, dateline, line, 'He has talked to him.', 'Dale');
        expect(read).toContain(`p: ${line}`);
      }
    },
  );
  it('of a treaty are its preamble', () => {
    const blocks = [
      'Treaty Series No. 999',
      'Arbitration Treaty Between the United States of America and Ruritania, Signed at Washington, February 6, 1928',
      'The President of the United States of America and the King of Ruritania',
      'Determined to prevent any interruption in the peaceful relations;',
      'Have decided to conclude a new treaty.',
      'Article I',
      'Any disputes shall be submitted.',
    ];
    expect(outlineOf('frus1928v99', ...blocks)[2]).toMatch(/^p: The President/);
    expect(readText(blocks.join('\n\n'), { volume: 'frus1928v99', doc: 'd4' }).genre).toBe('treaty');
  });
});

describe('the opening', () => {
  const HEAD = 'Mr. Reade to the Secretary of State';
  const TEXT = ['Sir: I report that the harvest is in.', 'I shall report again.'];
  const read = TEXT.map((line) => `p: ${line}`);

  it.each(['[Enclosure]', '[Annex 2]', '[Enclosure 2—Translation]', 'Enclosure', 'Annex 2'])(
    'has %s above the heading where the document was attached to another',
    (label) => {
      const title = 'Draft Resolution on the Harvest';
      expect(outlineOf('frus1949v99', label, title, ...TEXT)).toEqual([
        'opener',
        `  seg: ${label}`,
        `head: ${title}`,
        ...read,
      ]);
    },
  );
  it.each(['[Extract]', '[Paraphrase]', '[Substance of Telegram]'])(
    'has the editor’s word %s above the heading, or below it',
    (word) => {
      const opener = ['opener', `  seg: ${word}`];
      const above = outlineOf('frus1949v99', '899.00/12', word, HEAD, ...TEXT);
      expect(above).toEqual(['sourceLine: 899.00/12', ...opener, `head: ${HEAD}`, ...read]);
      const below = outlineOf('frus1949v99', '899.00/12', HEAD, word, ...TEXT);
      expect(below).toEqual(['sourceLine: 899.00/12', `head: ${HEAD}`, ...opener, ...read]);
      const marked = ['CFM 12', 'secret', 'Strelsau, May 5, 1949.'];
      const dated = outlineOf('frus1949v99', '899.00/12', HEAD, ...marked, word, ...TEXT);
      expect(dated.slice(5)).toEqual(['  dateline: Strelsau, May 5, 1949.', `  seg: ${word}`, ...read]);
    },
  );
  it.each(['Castle Collection', 'Hentzau Records, Box 3'])('says where the document was found: %s', (found) => {
    const dateline = 'Strelsau, May 5, 1949.';
    expect(outlineOf('frus1949v99', found, dateline, ...TEXT)[0]).toBe(`sourceLine: ${found}`);
  });
  it.each(['[N 4321/22/38]', 'No. 12 [NAA: A1838, 403/3/1/1, xxi]'])('has an archive’s reference: %s', (reference) => {
    expect(outlineOf('frus1949v99', 'Mr. Harlow to Mr. Winslow.', reference, ...TEXT)).toEqual([
      'head: Mr. Harlow to Mr. Winslow.',
      'opener',
      `  seg: ${reference}`,
      ...read,
    ]);
  });
  it.each([['Confidential'], ['Strelsau, March 6, 1949.', 'top secret', 'us urgent']])(
    'has the classification below the heading: %s',
    (...lines) => {
      const classified = outlineOf('frus1949v99', 'Mr. Harlow to Mr. Winslow', ...lines, ...TEXT);
      const opener = lines.map((line) => (/\d/.test(line) ? `  dateline: ${line}` : `  seg: ${line}`));
      expect(classified).toEqual(['head: Mr. Harlow to Mr. Winslow', 'opener', ...opener, ...read]);
    },
  );
  it.each(['[Undated.]', 'Undated', '[No date.]', 'Strelsau, October 12, 1911—12 midnight.'])(
    'has the dateline below the heading: %s',
    (date) => {
      expect(outlineOf('frus1911v99', '899.00/12', HEAD, date, ...TEXT)).toEqual([
        'sourceLine: 899.00/12',
        `head: ${HEAD}`,
        'opener',
        `  dateline: ${date}`,
        ...read,
      ]);
    },
  );
  it('has the dateline below the heading, whatever house and place it names', () => {
    const date = "King's Quarters, Ruritanian Embassy, Strelsau, November 28, 1943, 3 p.m.";
    expect(openAt(1, 'Hentzau Papers', 'Sapt Minutes', date, 'Mr. Sapt was present.')).toEqual(['dateline']);
  });
  it('has the sender’s number and the post above the date, in a block with it or each alone', () => {
    const head = 'Mr. Harlow to Mr. Winslow.';
    const date = 'Strelsau, March 6, 1889.';
    const block = outlineOf('frus1889p9', head, `Serial No. 17 / Hotel Hentzau, / ${date}`, ...TEXT);
    expect(block).toEqual([
      `head: ${head}`,
      'opener',
      '  seg: Serial No. 17',
      `  dateline: Hotel Hentzau,{lb}${date}`,
      ...read,
    ]);
    expect(outlineOf('frus1889p9', head, 'No. 541.]', 'American Legation,', date, ...TEXT)).toEqual([
      `head: ${head}`,
      'opener',
      '  seg: No. 541.]',
      '  seg: American Legation,',
      `  dateline: ${date}`,
      ...read,
    ]);
  });
});

describe('an enclosure before 1906', () => {
  const LETTER = [
    'Mr. Dale to Mr. Harlow.',
    'No. 411.]',
    'American Legation, / Strelsau, Ruritania, October 25, 1900.',
    'Sir: I enclose two papers.',
    'C. F. Dale.',
    '[Inclosure in No. 411.—Translation.]',
  ];

  it('has its heading with a stop, and an editor’s word below it', () => {
    const title = 'Same to same.';
    expect(outlineOf('frus1900p9', ...LETTER, title, '[Translation.]', 'The harvest is in.').slice(-7)).toEqual([
      'attachment',
      '  opener',
      '    seg: [Inclosure in No. 411.—Translation.]',
      `  head: ${title}`,
      '  opener',
      '    seg: [Translation.]',
      '  p: The harvest is in.',
    ]);
  });
  it.each([
    'Report of the commissioners on the harvest.',
    'The same to Mr. Hay.',
    'Decree No. 301.',
    'The ministers of the foreign office to Mr. Dale.',
    'The Ruritanian plenipotentiaries to the foreign ministers.',
    'Chinese plenipotentiaries to the foreign ministers.',
    'Mr. Dale to the minister of war.',
  ])('may have the heading “%s”', (line) => expect(canHead(line, true)).toBe(true));
  it.each(['AWARD.', 'the fire.', 'Loan agreement.', 'Resources of the land.', 'Note verbale.'])(
    'may have a title of a few words with a stop, as the label has: %s',
    (title) => {
      const text = ['The harvest of this year is in.', 'So say all.'];
      const enclosing = LETTER.slice(0, 5);
      expect(outlineOf('frus1900p9', ...enclosing, '[Inclosure.]', title, ...text).slice(-5)).toEqual([
        '  opener',
        '    seg: [Inclosure.]',
        `  head: ${title}`,
        ...text.map((line) => `  p: ${line}`),
      ]);
      expect(outlineOf('frus1900p9', ...enclosing, '[Inclosure]', title, ...text)).not.toContain(`  head: ${title}`);
    },
  );
  it.each(['Sapt signed the agreement.', 'Gentlemen of the mill.', 'They grind.'])(
    'has none with a sentence or a salute of a few words: %s',
    (line) => {
      const read = outlineOf(
        'frus1900p9',
        ...LETTER.slice(0, 5),
        '[Inclosure.]',
        line,
        'The harvest of this year is in.',
      );
      expect(read).not.toContain(`  head: ${line}`);
    },
  );
  it.each(['The committee met on March 25. Present: Messrs. Sapt and Dale.', '1. Salt.'])(
    'has no dateline that is a sentence or an item: %s',
    (line) => {
      const title = 'Report of the committee on mills.';
      const read = outlineOf('frus1900p9', ...LETTER, title, line, 'The harvest of this year is in.');
      expect(read.filter((one) => one.includes('dateline'))).toHaveLength(1);
    },
  );
  it.each([
    'The Minister called and went to the Department.',
    'I have written to Mr. Berg.',
    'Please communicate at once to the Minister for Foreign Affairs.',
    'Report on the harvest follows by mail.',
    'From: Zenda',
    'Date: September 20, 1900',
  ])('has none with a sentence: %s', (line) => expect(canHead(line, true)).toBe(false));
});

it('what a colon ends heads nothing, and is no matter of the opener', () => {
  const treaty = [
    '711.9912/7',
    'Treaty Between the United States of America and Ruritania, Signed at Strelsau, June 27, 1930',
    'The United States of America and Ruritania have named as their plenipotentiaries:',
  ];
  const closed = ['head', 'attHead', 'seg', 'dateline'];
  const open = openAt(1, ...treaty, 'The President of the United States of America:', 'John Berg, Secretary of State;');
  expect(open.filter((label) => closed.includes(label))).toEqual([]);
  expect(openAt(1, 'Law of December 20, 1928', 'The Assembly decrees:', 'Art. 1. It is so.')).not.toContain('seg');
  expect(openAt(1, 'Memorandum', 'He wrote.', 'Decree No. 301.', 'It is so.')).not.toContain('dateline');
});

describe('the opening before 1906', () => {
  const TEXT = ['Sir: I report that the harvest is in.', 'I shall report again.'];

  it.each([
    'Strelsau, May 28, 1878. (Received June 15.)',
    'Strelsau, Ruritania, October 25, 1900.',
    'American Legation, Strelsau, March 22, 1901, noon.',
    'En route to Strelsau, May 28, 1878.',
    'Strelsau, via Zenda, May 28, 1878. (Received by cable May 29.)',
  ])('may have the date “%s”', (line) => expect(isDate(line)).toBe(true));
  it.each([
    'Signed at Strelsau, May 28, 1878.',
    'Mr. Dale to Mr. Berg, May 28, 1878.',
    'Note by Mr. Dale, May 28, 1878.',
    'The strike ended, as I wrote, May 28, 1878.',
  ])('has no date with “%s”', (line) => expect(isDate(line)).toBe(false));
  it('has a word with a bracket above its date', () => {
    const date = 'Strelsau, January 10, 1884.';
    const read = outlineOf('frus1884p9', 'Prince Sapt to Mr. Dale.', 'Informal.]', date, ...TEXT);
    expect(read.slice(1, 4)).toEqual(['opener', '  seg: Informal.]', `  dateline: ${date}`]);
  });
  it('has whom a circular is for, in brackets, above the date', () => {
    const whom = '[To the diplomatic and consular officers of the United States.]';
    const date = 'Department of State, / Washington, March 21, 1887.';
    expect(outlineOf('frus1887p9', 'Circular.', whom, date, ...TEXT).slice(0, 4)).toEqual([
      'head: Circular.',
      'opener',
      expect.stringMatching(/^ {2}seg: \[To the diplomatic/),
      '  dateline: Department of State,{lb}Washington, March 21, 1887.',
    ]);
  });
  it('has no dateline where it says where a treaty was signed', () => {
    const title = 'Convention Between the United States and Ruritania for the Extradition of Criminals';
    const signed = 'Signed at Washington, June 12, 1897.';
    const parties = 'The President of the United States and the King of Ruritania have agreed upon these articles:';
    const articles = ['Article I.', 'The two Governments agree.', 'Article II.', 'This convention shall be ratified.'];
    const treaty = outlineOf('frus1897p9', title, signed, parties, ...articles);
    expect(treaty.slice(0, 2)).toEqual([expect.stringMatching(/^head: Convention/), `p: ${signed}`]);
    const head = 'Convention between the United States and Ruritania for the extradition of criminals.';
    expect(outlineOf('frus1897p9', head, parties, ...articles)[0]).toMatch(/^head: Convention/);
  });
});

test('a treaty’s title is no source line, though its date is in it', () => {
  const title =
    'Convention Between the United States and Ruritania Regarding Ships, Signed at Washington, January 23, 1924';
  const parties = 'The President of the United States of America and His Majesty the King of Ruritania;';
  const text = ['Being desirous of peace;', 'Have agreed as follows:', 'Article I', 'The ships shall be given back.'];
  expect(outlineOf('frus1924v99', title, parties, ...text)[0]).toMatch(/^head: Convention/);
});

test('an enclosed telegram may be dated at noon, with when it came below', () => {
  const letter = [
    '899.00/12',
    'The Secretary of State to Senator Dale',
    'Washington, March 26, 1917.',
    'My Dear Senator: I enclose a telegram.',
    'I am [etc.]',
    'Robert Harlow',
    '[Enclosure—Telegram]',
    'The Minister in Ruritania (Berg) to the Secretary of State',
  ];
  const date = 'Strelsau, March 22, 1917, noon.';
  const read = outlineOf(
    'frus1917v99',
    ...letter,
    date,
    '[Received 9.15 p. m.]',
    '97. The Minister does not know.',
    'Berg',
  );
  expect(read).toContain(`    dateline: ${date}`);
});

describe('the end', () => {
  it('is a treaty’s signers, by surnames alone', () => {
    const treaty = [
      'Treaty Series No. 999',
      'Arbitration Treaty Between the United States and Ruritania',
      'The President and the King have decided to conclude a new treaty.',
      'Article I',
      'Any disputes shall be submitted.',
      'Article II',
      'The treaty shall be ratified.',
    ];
    expect(outlineOf('frus1928v99', ...treaty, 'Sapt', 'Hentzau').slice(-4)).toEqual([
      'p: The treaty shall be ratified.',
      'closer',
      '  signed: Sapt',
      '  signed: Hentzau',
    ]);
  });
  it('is a paragraph where a note is dated below its last sentence', () => {
    const note = [
      'The Ruritanian Legation to the Department of State',
      'The Legation sends a note.',
      'The harvest is in.',
    ];
    expect(outlineOf('frus1934v99', ...note, '[Washington,] May 5, 1934.').slice(-2)).toEqual([
      'p: The harvest is in.',
      'p: [Washington,] May 5, 1934.',
    ]);
  });
  it('is a signature above place and date, which are a block', () => {
    const letter = ['Mr. Harlow to Mr. Winslow.', 'Sir: I report that the harvest is in.', 'I shall report again.'];
    const end = ['C. F. Harlow.', 'Hotel Hentzau, / Strelsau, March 6, 1889.'];
    expect(outlineOf('frus1889p9', ...letter, ...end).slice(-3)).toEqual([
      'closer',
      '  signed: C. F. Harlow.',
      '  dateline: Hotel Hentzau,{lb}Strelsau, March 6, 1889.',
    ]);
  });
});

describe('the printed number above the heading', () => {
  it.each(['No. 85.', '85.', '[85]'])('is a part of it: %s', (number) => {
    const blocks = [
      number,
      'Mr. Harlow to Mr. Dale.',
      '[Extract.]',
      'No. 287.]',
      'Department of State, / Washington, January 12, 1888.',
      'Sir: I send you a copy of a note.',
      'C. F. Harlow.',
    ];
    expect(outlineOf('frus1888p9', ...blocks)).toEqual([
      `head: ${number}{lb}Mr. Harlow to Mr. Dale.`,
      'opener',
      '  seg: [Extract.]',
      '  seg: No. 287.]',
      '  dateline: Department of State,{lb}Washington, January 12, 1888.',
      'p: Sir: I send you a copy of a note.',
      'closer',
      '  signed: C. F. Harlow.',
    ]);
    expect(outlineOf('frus1888p9', `${number} / Mr. Harlow to Mr. Dale.`, ...blocks.slice(2))[0]).toBe(
      `head: ${number}{lb}Mr. Harlow to Mr. Dale.`,
    );
    expect(outlineOf('frus1888p9', number, 'Treaty of commerce.', 'The two parties agree.')[0]).toBe(
      `head: ${number}{lb}Treaty of commerce.`,
    );
    const text = blocks.join('\n\n').replaceAll(' / ', '\n');
    const { output, document } = convert(text, { volume: 'frus1888p9', format: 'div' });
    expect(document.context.n).toBe('85');
    expect(output).toContain('<lb/><hi rend="italic">Mr. <persName');
  });
});

describe('how documents end', () => {
  const opening = [
    '799.94/4001',
    'The Secretary of State to the Ambassador in Ruritania (Dale)',
    'Washington, May 5, 1939.',
    'Please report by air mail on all missions.',
  ];
  const end = (...blocks: string[]): string[] => outlineOf('frus1939v99', ...opening, ...blocks).slice(5);

  it.each([
    'For the Secretary of State:',
    'For the Acting Secretary of State:',
    'For the Chargé d’Affaires a. i.:',
    '(For the Minister)',
  ])('%s leads up to a signature', (line) => {
    expect(end(line, 'Anna Berg')).toEqual(['closer', `  run: ${line}`, '  signed: Anna Berg']);
    expect(end('Accept [etc.]', `${line} / R. Walter Berg / Assistant Secretary`)).toEqual([
      'p: Accept [etc.]',
      'closer',
      expect.stringContaining(`signed: ${line}{lb}`),
    ]);
  });
  it.each(['[seal.]', 'Approved:', 'For the Minister:', 'The secretary of war,'])('may be “%s”', (last) =>
    expect(end('We can wait.', 'Karl Sapt', last).slice(1)).toEqual([
      'closer',
      '  signed: Karl Sapt',
      `  run: ${last}`,
    ]),
  );
  it('has the signature of who approved it below that of the writer', () => {
    expect(end('Anna Berg', 'Approved:', 'G. C. Dale')).toEqual([
      'closer',
      '  signed: Anna Berg',
      '  run: Approved:',
      '  signed: G. C. Dale',
    ]);
    expect(end('It was so decided.', 'Approved:', 'A[nna] B[erg]', 'C. Dale')).toEqual([
      'p: It was so decided.',
      'closer',
      '  run: Approved:',
      '  signed: A[nna] B[erg]',
      '  signed: C. Dale',
    ]);
    expect(end('We can wait.', 'Anna Berg', 'Approved: C[harles] D[ale]').slice(1)).toEqual([
      'closer',
      '  signed: Anna Berg',
      '  signed: Approved: C[harles] D[ale]',
    ]);
    expect(end('We can wait.', 'Approved: No', 'Agreed: Yes')).not.toContain('closer');
  });
  it.each(['[seal]', '[seal.]', '[L. S.]'])('has the seal of a proclamation, %s, above its signatures', (seal) => {
    const below = [seal, 'Karl Sapt', 'By the King: / Rupert Hentzau / Secretary of State'];
    expect(end('Done at Strelsau this fifth day of May.', ...below).slice(1)).toEqual([
      'closer',
      `  run: ${seal}`,
      '  signed: Karl Sapt',
      expect.stringContaining('signed: By the King:{lb}'),
    ]);
  });
  it('has whom it is addressed to below the signature', () => {
    const address = 'To His Excellency the President of the Conference, M. Flavian.';
    expect(end('Accept the assurance of my esteem.', 'Hentzau-Zenda', address).slice(1)).toEqual([
      'closer',
      '  signed: Hentzau-Zenda',
      expect.stringMatching(/^ {2}run: To His Excellency/),
    ]);
  });
  it.each(['Hon. James G. Zorn, &c.', 'C. F. Dale, Esq., &c., &c.'])('has “%s” below the signature', (address) => {
    expect(end('I am, sir, your obedient servant,', 'M. DE HENTZAU.', address).slice(1)).toEqual([
      'closer',
      '  signed: M. DE HENTZAU.',
      `  run: ${address}`,
    ]);
  });
  it('has what a signer is above his name, in a decree', () => {
    const block = 'The secretary of the treasury, / DELFINO SAPT.';
    expect(end('Given at the palace, June 1, 1884.', 'J. RUFINO ZORN.', block).slice(-3)).toEqual([
      'closer',
      '  signed: J. RUFINO ZORN.',
      '  signed: The secretary of the treasury,{lb}DELFINO SAPT.',
    ]);
  });
  it.each(['To the best of my knowledge nobody has left.', 'To the Minister I have said nothing.'])(
    'has no address in “%s”',
    (line) => expect(end('I shall report again.', 'Hentzau-Zenda', line)).not.toContain(`  run: ${line}`),
  );
  it('has no signature where only a date stands', () => {
    const place = 'Villa Corinna, Paris, 14 May, 1919.';
    expect(end('Mr. Berg handed in a draft.', place).at(-1)).toBe(`p: ${place}`);
  });
});

it('numbers of parts, alone, are neither headings of attachments nor signatures', () => {
  const parts = ['I', 'The King met the Premier.', 'II', 'They have agreed.', 'III.', 'They met again.'];
  const read = outlineOf('frus1945v99', 'Sapt Papers', 'Communiqué1', ...parts, '  1. Released to the press.');
  expect(read.slice(2, 8)).toEqual(parts.map((part) => (/^I/.test(part) ? `p[center]: ${part}` : `p: ${part}`)));
});

it.each(['The Conduct of the War in 1943', 'Exports of Flour to Zenda since 1940'])(
  'a title that ends with a year, %s, is no dateline',
  (title) => {
    const opening = ['Sapt Files', 'Memorandum by the Chiefs of Staff', '[Strelsau, January 19, 1943.]'];
    const read = outlineOf('frus1943v99', ...opening, title, 'The Chiefs of Staff agree.', 'They have no more to say.');
    expect(read.filter((line) => line.includes('dateline'))).toHaveLength(1);
  },
);

it('a press release is headed by what says when it was issued', () => {
  const head = 'Press Release Issued by the Department of State on May 5, 1937';
  const read = outlineOf('frus1937v99', head, 'The Ambassador in Ruritania left the following note:', '“I protest.”');
  expect(read[0]).toMatch(/^head: Press Release/);
});

it('numbered paragraphs are not headings of attachments', () => {
  const read = outlineOf(
    'frus1935v99',
    '899.00/112',
    'The Minister in Ruritania (Dale) to the Secretary of State',
    'Strelsau, July 3, 1935.',
    'Summary of developments during June:',
    '1. North Ruritania.—The troops were withdrawn. General Sapt left for Zenda on June 13.',
    '2. Zenda.—No change.',
    '. . . . . . .',
    '6. Hentzau.—Forces were reported near the castle.',
    'Dale',
  );
  expect(read).not.toContain('attachment');
  expect(read).toContain('p: 2. Zenda.—No change.');
});

it('articles of a treaty may have their numbers alone', () => {
  const articles = ['I', 'The Parties agree to respect their rights.', 'II', 'They shall consult each other.'];
  const head = 'Treaty Between the United States of America and Ruritania, Signed at Washington, December 13, 1921';
  const text = ['Treaty Series No. 999', head, 'The Parties have agreed as follows:', ...articles];
  expect(outlineOf('frus1921v99', ...text).slice(3)).toEqual([
    'p[center]: I',
    `p: ${articles[1]}`,
    'p[center]: II',
    `p: ${articles[3]}`,
  ]);
});

it('a word in brackets may stand above the file number', () => {
  const head = 'The Secretary of State to the Ambassador in Ruritania (Dale)';
  const text = [
    '[Paraphrase]',
    '799.94/4001: Telegram',
    head,
    'Washington, May 5, 1934—2 p.m.',
    '301. The talks go on.',
  ];
  expect(outlineOf('frus1934v99', ...text).slice(0, 4)).toEqual([
    'opener',
    '  seg: [Paraphrase]',
    'sourceLine: 799.94/4001: Telegram',
    expect.stringMatching(/^head: The Secretary/),
  ]);
});

it('a document that is sentences in brackets and nothing else is a note of the editors', () => {
  const note = '[For the text of the armistice with Ruritania, signed at Strelsau, May 5, 1945, see page 12.]';
  expect(outlineOf('frus1945v99', note)).toEqual([expect.stringMatching(/^p: \[For the text/)]);
  expect(readText(note, { volume: 'frus1945v99', doc: 'd4' }).genre).toBe('editorial-note');
  expect(convert(note, { volume: 'frus1945v99', doc: 'd4' }).output).toContain('subtype="editorial-note"');
  for (const paged of [`[Page 5]\n\n${note}`, `${note}\n\n[Page 6]`, `[Page 5]\n\n${note}\n\n[Page 6]`])
    expect(readText(paged, { volume: 'frus1945v99', doc: 'd4' }).genre).toBe('editorial-note');
  const heading = '[The Minister in Ruritania to the Secretary of State]';
  expect(outlineOf('frus1945v99', heading, 'Strelsau, May 5, 1945.', 'I agree.')[0]).toMatch(/^head: \[The Minister/);
});

/** The labels that the last line but `below` lines can have. */
function openAt(below: number, ...blocks: string[]): string[] {
  const read = source(`${blocks.join('\n\n').replaceAll(' / ', '\n')}\n`);
  const lines = linesOf(read);
  const open = narrowed(read, lines, openTo(read, lines, { volume: 'frus1934v99' }));
  return open[lines.length - 1 - below]!.map((label) => LABELS[label]!);
}

describe('what leads up to a list', () => {
  const opening = ['Memorandum by the Secretary of State', '[Washington,] May 5, 1934.', 'The Minister called.'];
  const list = '1. /   * The ships are to be given back. / 2. /   * The cargoes are to be sold.';

  it.each(['Conclusions:', 'The Minister of Ruritania, who had been at Zenda, asked for two things:1'])(
    '“%s” is the paragraph that holds it, or a table',
    (lead) => {
      for (const below of [list, '  * Mr. Sapt /   * Mr. Zorn', 'Ships | 2 / Boats | 3']) {
        const open = openAt(below.split(' / ').length, ...opening, lead, below);
        expect(open).toContain('pOpen');
        expect(open).not.toContain('p');
      }
      const read = outlineOf('frus1934v99', ...opening, lead, list, 'He then left.');
      expect(read.at(-7)).toMatch(/^ {2}run: /);
      expect(read.at(-6)).toBe('  list simple');
    },
  );
  it('holds it also where a page begins below its colon', () => {
    expect(openAt(4, ...opening, 'He asked for two things: [Page 12]', list)).not.toContain('p');
    expect(openAt(0, ...opening, 'He wrote: [Page 12]', '“The ships lie at Zenda.” [Page 13]')).toEqual(['quote']);
  });
  it('is a paragraph above it, where it is a title', () => {
    for (const title of [
      'A. Ships',
      'Aims of the Government With Respect to Ships',
      'Aims of the United States Government With Respect to the Ships at Zenda and Strelsau',
      '85. For Berg from Dale.',
    ]) {
      expect(openAt(4, ...opening, title, list)).not.toContain('pOpen');
      expect(outlineOf('frus1934v99', ...opening, title, list, 'He then left.').at(-6)).toBe('list simple');
    }
  });
  it('may be either elsewhere', () => {
    const sentence = 'He said after the meeting of the other day that two things were true.';
    for (const lead of ['We agreed that', 'Participants', 'They are as follows.', sentence]) {
      expect(openAt(4, ...opening, lead, list)).toEqual(expect.arrayContaining(['p', 'pOpen']));
    }
    expect(openAt(1, ...opening, 'He asked for two things:', 'The ships were one.')).toContain('p');
  });
  it('is no heading of an attachment, and no dateline', () => {
    const table = 'Ruritanian Embassy: | Department of State: / Mr. Sapt | Mr. Berg';
    const read = outlineOf('frus1934v99', ...opening.slice(0, 2), 'Participants:', table, 'The Minister called.');
    expect(read.slice(3, 6)).toEqual(['p', '  run: Participants:', '  table 2 columns']);
    expect(openAt(1, ...opening.slice(0, 2), 'Subject: Ships (Letter of May 5, 1934)', 'He left.')).not.toContain(
      'dateline',
    );
    expect(openAt(1, ...opening, 'Part II: Ships', 'They lie at Zenda.')).toContain('center');
    expect(openAt(1, ...opening, 'Ships: at Zenda', 'They lie at Zenda.')).not.toContain('center');
  });
  it('holds a list, but not the table in the block below that', () => {
    const read = outlineOf('frus1934v99', ...opening, 'He asked for:', list, 'Present: | Mr. Sapt /  | Mr. Berg');
    expect(read.slice(4).filter((line) => / columns$/.test(line))).toEqual(['table 2 columns']);
  });
});

it('items with Roman numbers sign nothing', () => {
  const text = ['The King asks for two things:', 'I. In Zenda bread.', 'II. In Strelsau Peace.'];
  const read = outlineOf('frus1917v99', '799.00/12', 'Memorandum by the Minister of War', ...text);
  expect(read.slice(2)).toEqual(text.map((line) => `p: ${line}`));
});

it('those present may stand in a table below the word', () => {
  const table = 'Ruritania | Graustark / Mr. Sapt | Mr. Zorn / Mr. Dale | Mr. Berg';
  const head = 'Record of the First Meeting of the Council, Zenda, September 11, 1945, 4 p. m.';
  const read = outlineOf('frus1945v99', '799.00/12', head, 'Present', table, 'Mr. Zorn spoke of the harvest.');
  expect(read.slice(2, 4)).toEqual([expect.stringMatching(/^p.*: Present$/), 'table 2 columns']);
});

test.each(['frus1934v99', 'frus1958-60v99'])('a bullet before nothing, in %s, leaves its list whole', (volume) => {
  const list = 'PARTICIPANTS /   * Mr. Sapt /   * /   *  /   * Mr. Zorn';
  const read = outlineOf(volume, '14. Memorandum of Conversation', list, 'Mr. Sapt said that the harvest was in.');
  expect(read.join('\n')).not.toContain('*');
  expect(read.filter((line) => /^ *list /.test(line))).toHaveLength(1);
  expect(read.filter((line) => /^ *item: /.test(line))).toHaveLength(2);
});

test('a nested list is parted at its enumerators, not where one is referred to', () => {
  const nested =
    '(a) The ships are given back. (b) The cargoes (see point (c) below) are sold. (c) The boats are burnt.';
  const read = outlineOf(
    'frus1934v99',
    'Memorandum by the Secretary of State',
    `1. /   * These were asked: / ${nested}`,
  );
  expect(read.slice(-6).map((line) => line.trim())).toEqual([
    'label: (a)',
    'item: The ships are given back.',
    'label: (b)',
    'item: The cargoes (see point (c) below) are sold.',
    'label: (c)',
    'item: The boats are burnt.',
  ]);
});

test.each([
  ['that end like references', ['(a) to give spare parts', '(b) to sell engines', '(c) fuel']],
  ['that refer to several', ['(a) what points (b) and (c) say', '(b) engines', '(c) fuel']],
  ['that refer to more', ['(a) as in paragraphs (b), (d) and (e)', '(b) engines', '(c) fuel']],
  ['that answer', ['1. Yes.', '2. No.', '3. See No. 4. of May 5.', '4. Perhaps.']],
  ['in great number', Array.from({ length: 150_000 }, (_, i) => `(${i + 1}) boats`)],
])('items %s are parted', (_, items) => {
  const read = source(`  * These were asked:\n${items.join(' ')}\n`);
  const [, ...parts] = unfold(read, linesOf(read));
  expect(parts.map(({ start, end }) => read.text.slice(start, end))).toEqual(items);
});

it('where and when an agreement was signed, below its title, and its items in small letters are paragraphs', () => {
  const signed = 'Agreement signed at Zenda, March 12, 1945; effective March 15, 1945.';
  const items = ['(a) a technical board;', '(b) a board of mills.'];
  const head = 'Agreement Between Ruritania and Graustark';
  const read = outlineOf('frus1945v99', '899.24/3–1245', head, signed, 'They shall have:', ...items);
  expect(read.slice(2)).toEqual([
    expect.stringMatching(/^p.*: Agreement signed/),
    'p: They shall have:',
    ...items.map((item) => `p: ${item}`),
  ]);
});

it('a sentence is neither centered nor a date; whom a letter is addressed to signs nothing', () => {
  const letter = ['Mr. Harlow to Mr. Winslow.', 'Strelsau, March 6, 1869.', 'Sir: I shall report.'];
  const closed = (line: string, ...labels: string[]): string[] => {
    const open = openAt(0, ...letter, line);
    return labels.filter((label) => !open.includes(label));
  };
  expect(closed('The Minister called today.', 'center', 'right', 'dateline', 'p')).toEqual([
    'center',
    'right',
    'dateline',
  ]);
  expect(closed('The King of Ruritania.', 'center', 'p')).toEqual([]);
  expect(closed('The whole Council resolves to go on.', 'signed', 'p')).toEqual(['signed']);
  expect(closed('William H. Winslow, Esq., &c., &c.', 'signed', 'closer')).toEqual(['signed']);
  expect(closed('William H. Winslow.', 'signed', 'closer')).toEqual([]);
  expect(openAt(1, ...letter, 'He asked for ships.', 'I agreed.')).not.toContain('pOpen');
  const sentence = 'He asked for the ships that have lain at Zenda since the summer of last year.';
  expect(openAt(1, ...letter, sentence, '  * Boats, too.')).toContain('pOpen');
});

describe('a quotation that is set off', () => {
  const opening = ['799.94/4001', 'Memorandum by the Secretary of State', '[Washington,] May 5, 1934.'];

  it.each([
    ['The Minister wrote:', '“The ships lie at Zenda.', 'Their cargoes, ‘so called’, are ashore.', 'They are wet.”'],
    ['The Minister wrote:1', '“The ships lie at Zenda.', '“Their cargoes, ‘so called’, are ashore.”.2'],
    ['He then handed me this letter:', '“My Dear Mr. Sapt: The ships lie at Zenda.', 'Rolf Zorn”'],
  ])('runs from the mark below a colon, %s, to the mark at the end of a paragraph', (lead, ...quotation) => {
    const read = outlineOf('frus1934v99', ...opening, lead, ...quotation, 'He was thanked.');
    const from = read.findIndex((line) => /^ *quote/.test(line));
    expect(read.slice(from + 1)).toEqual([
      ...quotation.map((line) => expect.stringContaining(`p: ${line}`)),
      'p: He was thanked.',
    ]);
  });
  it('is of the item above it, in a list and in a nested one, which go on below', () => {
    const quotation = '“The ships lie at Zenda.”';
    const list = `1. /   * The Minister wrote: / ${quotation} / 2. /   * He was thanked.`;
    expect(outlineOf('frus1934v99', ...opening, 'Two things were done.', list, 'So it is.').slice(-8)).toEqual([
      '  label: 1.',
      '  item',
      '    run: The Minister wrote:',
      '    quote',
      `      p: ${quotation}`,
      '  label: 2.',
      '  item: He was thanked.',
      'p: So it is.',
    ]);
    const nested = `1. /   * This was done: / (a) The Minister wrote: / ${quotation} / (b) He was thanked. / 2. /   * So it is.`;
    const read = outlineOf('frus1934v99', ...opening, 'Two things were done.', nested).map((line) => line.trim());
    expect(read.slice(-10)).toEqual([
      'list simple',
      'label: (a)',
      'item',
      'run: The Minister wrote:',
      'quote',
      `p: ${quotation}`,
      'label: (b)',
      'item: He was thanked.',
      'label: 2.',
      'item: So it is.',
    ]);
  });
  it('is nowhere else', () => {
    expect(openAt(0, 'Memorandum', 'He called it “so called”.', 'So it is.')).not.toContain('quote');
    expect(openAt(0, 'Memorandum', 'He said:', 'So it is.')).not.toContain('quote');
    expect(openAt(0, 'Memorandum', 'He said: “So it is.', 'And so is that.”')).toContain('quote');
  });
  it('may be anywhere in a text with straight marks', () => {
    expect(openAt(0, 'Memorandum', 'He said:', '"So it is."')).toContain('quote');
  });
});

test('what a sentence leads up to is no attachment, though a title stands above it', () => {
  const below = (sentence: string): readonly string[] =>
    openAt(2, 'Report by the Consul', sentence, 'DECREE', 'All banks are closed.', 'I have [etc.]');
  expect(below('The following decree was published:')).not.toContain('attHead');
  expect(below('A decree was published.')).toContain('attHead');
});

test('the titles of a paper’s parts are no matter of its opener', () => {
  const title = 'Report by the Council';
  for (const part of ['the problem', 'ii. facts bearing on the problem', 'Analysis'])
    expect(openAt(1, title, part, '1. To assess the ships.')).not.toContain('seg');
  expect(openAt(1, title, 'private and confidential', '1. To assess the ships.')).toContain('seg');
});

test('the second of two notes begins with its heading, though only one of those who write has a name in it', () => {
  const read = outlineOf(
    'frus1943v99',
    'Executive Agreement Series No. 999',
    'The Secretary of State to the Ruritanian Minister (Sapt)',
    'Washington, January 19, 1943.',
    'Sir: I have the honor to make this statement.',
    'Accept [etc.]',
    'Anna Berg',
    'The Ruritanian Minister (Sapt) to the Secretary of State',
    'Washington, January 19, 1943.',
    'Sir: I have the honor to acknowledge your note.',
    'Accept [etc.]',
    'K. L. Sapt',
  );
  expect(read.slice(6, 11)).toEqual([
    'closer',
    '  signed: Anna Berg',
    'attachment',
    expect.stringMatching(/^ {2}head: The Ruritanian/),
    '  opener',
  ]);
});

it('the second note of an exchange begins with its heading, below the signature of the first', () => {
  const read = outlineOf(
    'frus1942v99',
    '811.79699/12',
    'Agreement Effected by Exchange of Notes Signed at Strelsau, May 21, 1942',
    'The American Minister (Dale) to the Ruritanian Minister for Foreign Affairs (Sapt)',
    'No. 1201',
    'Strelsau, May 21, 1942.',
    'Excellency: I have the honor to refer to our conversations.',
    'Accept, Excellency, the assurances of my highest consideration.',
    'A. B. Dale',
    'The Ruritanian Minister for Foreign Affairs (Sapt) to the American Minister (Dale)',
    '[Translation]',
    'Strelsau, May 21, 1942.',
    'Excellency: I have the honor to acknowledge your note.',
    'K. L. Sapt',
  );
  expect(read.slice(8)).toEqual([
    'closer',
    '  signed: A. B. Dale',
    'attachment',
    expect.stringMatching(/^ {2}head: The Ruritanian/),
    '  opener',
    '    seg: [Translation]',
    '    dateline: Strelsau, May 21, 1942.',
    expect.stringMatching(/^ {2}p: Excellency/),
    '  closer',
    '    signed: K. L. Sapt',
  ]);
});

it.each([
  'Press Releases, Department of State, May 9, 1936, p. 423',
  'Department of State Bulletin, May 9, 1936, pp. 423–424',
  'Reprinted from Department of State, Press Releases, May 9, 1936 (No. 345), p. 423',
])('what a statement is reprinted from stands above its heading: %s', (line) => {
  const head = 'Statement Issued to the Press by the Secretary of State on May 5, 1936';
  const text = [line, head, '[Washington,] May 5, 1936.', 'The Secretary of State said that nothing has changed.'];
  expect(outlineOf('frus1936v99', ...text).slice(0, 3)).toEqual([
    expect.stringMatching(/^sourceLine: /),
    expect.stringMatching(/^head: Statement/),
    'opener',
  ]);
});

it('a schedule stands below the sealed signatures of a treaty', () => {
  const read = outlineOf(
    'frus1936v99',
    'Department of State Executive Agreement Series No. 99',
    'Agreement Between the United States of America and Ruritania, Signed at Washington, May 6, 1936',
    'The two Governments have agreed upon the following:',
    'Article I',
    'Products enumerated in Schedule I shall not be subject to duties.',
    'Article II',
    'The present Agreement shall come into force on June 15, 1936.',
    'For the President of the United States of America: / [seal] Cora Dale',
    'For the King of Ruritania: / [seal] Karl Sapt',
    'Schedule I',
    'Number | Article | Rate / 1 | Horses | 10%',
  );
  expect(read).not.toContain('quote');
  expect(read.slice(7, 12)).toEqual([
    'closer',
    expect.stringMatching(/^ {2}signed: For the President/),
    expect.stringMatching(/^ {2}signed: For the King/),
    'attachment',
    '  opener',
  ]);
});

it('an enclosure may have its text alone', () => {
  const read = outlineOf(
    'frus1934v99',
    '899.00/12702',
    'The Minister in Ruritania (Dale) to the Secretary of State',
    'Strelsau, April 3, 1934.',
    'Sir: I have the honor to enclose a memorandum.',
    'Cora Dale',
    '[Enclosure]',
    'Mr. Berg called today and told me that:',
    '(1) Zenda is quiet;',
    '(2) Hentzau is not.',
    'A[nton] B[erg]',
  );
  expect(read.slice(-8)).toEqual([
    'attachment',
    '  opener',
    '    seg: [Enclosure]',
    '  p: Mr. Berg called today and told me that:',
    '  p: (1) Zenda is quiet;',
    '  p: (2) Hentzau is not.',
    '  closer',
    '    signed: A[nton] B[erg]',
  ]);
});

describe('volumes on conferences', () => {
  const MEETING = 'Tripartite Dinner Meeting, November 28, 1943, 8:30 P. M., Castle Hentzau';
  const text = ['Zenda: I declare the session open.', 'Marshal Strofzin had nothing to add.'];
  const read = text.map((line) => `p: ${line}`);
  const present = 'Present / Ruritania | Graustark / King Rolf | Marshal Strofzin / Secretary / Mr. Sapt';
  const table = ['Present', 'Ruritania', 'King Rolf', 'Marshal Strofzin', 'Secretary', 'Mr. Sapt'];

  it.each([
    MEETING,
    'Luncheon Meeting, February 4, 1945, 1 P. M., Villa Livia',
    'Fifth Plenary Meeting, Saturday, July 21, 1945, 5 p. m.',
    'Rolf–Strofzin Conversation, February 8, 1945, 3:30 p. m., Castle Hentzau',
    'Meeting of the Combined Chiefs of Staff, January 14, 1943, 10:30 a. m.',
    'The King’s Log at Zenda, November 27–December 2, 1943',
  ])('have “%s” for a heading', (title) => {
    const head = `head: ${title.length > 48 ? `${title.slice(0, 30)}…${title.slice(-16)}` : title}`;
    expect(outlineOf('frus1943v99', title, ...text)).toEqual([head, ...read]);
    expect(outlineOf('frus1943v99', 'Hentzau Papers', title, ...text)).toEqual([
      'sourceLine: Hentzau Papers',
      head,
      ...read,
    ]);
  });
  it.each([
    'In our conversation, May 5, 1943, the Minister said that the harvest was in.',
    'At its third meeting, May 5, 1943, the Council approved paragraphs 12 and 13.',
    'At the Meeting, May 5, Mr. Sapt told the Council about the harvest:',
  ])('have no sentence about a meeting for a heading: %s', (line) => {
    const short = `${line.slice(0, 30)}…${line.slice(-16)}`;
    expect(outlineOf('frus1943v99', line, ...text)[0]).not.toMatch(/^head/);
    const enclosed = outlineOf('frus1943v99', MEETING, ...text, 'Karl Sapt', '[Enclosure]', line, ...text);
    expect(enclosed).not.toContain(`  head: ${short}`);
  });
  it.each(['Hentzau Papers: Telegram', 'Zenda Files : Telegram', 'Hentzau Papers: Cablegram—Paraphrase'])(
    'have %s above the heading of a message',
    (found) => {
      const head = 'President Dale to Prime Minister Dorn';
      expect(outlineOf('frus1943v99', found, head, '[Washington,] January 5, 1943.', ...text).slice(0, 2)).toEqual([
        `sourceLine: ${found}`,
        `head: ${head}`,
      ]);
    },
  );
  it('set titles apart from sentences, and those with numbers alike', () => {
    const parts = ['1. Zenda', 'It is quiet.', 'II. Supplies for Strelsau', 'None came.', '3. Date of Next Meeting'];
    const set = parts.map((part) => (part.endsWith('.') ? `p: ${part}` : `p[flushleft]: ${part}`));
    expect(outlineOf('frus1943v99', MEETING, ...text, ...parts, 'It is not fixed.').slice(3)).toEqual([
      ...set,
      'p: It is not fixed.',
    ]);
    const between = outlineOf(
      'frus1945v99',
      MEETING,
      'The King said no.',
      'Zones of Occupation',
      'The Marshal agreed.',
    );
    expect(between.slice(1)).toEqual([
      'p: The King said no.',
      expect.stringMatching(/^p\[\w+\]: Zones of Occupation$/),
      'p: The Marshal agreed.',
    ]);
    const below = ['Zenda, May 5, 1943.', 'Report to the King', 'Mills of the Land', ...text];
    const titles = outlineOf('frus1943v99', 'Memorandum by the Minister of War', ...below);
    expect(titles.slice(3, 5).map((line) => line.slice(0, 2))).toEqual(['p[', 'p[']);
    const signed = outlineOf('frus1943v99', 'Memorandum by the Minister of War', ...text, 'I. K. Sapt');
    expect(signed.slice(-2)).toEqual(['closer', '  signed: I. K. Sapt']);
  });
  it('have the days of a log above what happened on them', () => {
    const log = ['Friday, November 26th', 'The King sailed.', 'Saturday, 27 November', 'He rested.'];
    const read = outlineOf('frus1943v99', 'The King’s Log at Zenda, November 26–December 2, 1943', ...log);
    expect(read.slice(1)).toEqual([`p[center]: ${log[0]}`, `p: ${log[1]}`, `p[center]: ${log[2]}`, `p: ${log[3]}`]);
  });
  it('may have a note of the editors in brackets', () => {
    const { source, blocks, genre } = readText(`[Editorial Note]\n\n${text[1]}\n`, {
      volume: 'frus1943v99',
      doc: 'd4',
    });
    expect(outline(source, blocks)).toEqual(['head: [Editorial Note]', read[1]]);
    expect(genre).toBe('editorial-note');
  });
  it('have no dateline that is not read where the heading has the date', () => {
    const blocks = ['Hentzau Papers', 'Fifth Plenary Meeting, Saturday, July 21, 1945, 5 p. m.', ...text];
    const { diagnostics } = readText(blocks.join('\n\n'), { volume: 'frus1945v99', doc: 'd4' });
    expect(diagnostics.map(({ code }) => code)).not.toContain('dateline-unread');
  });
  it('have a table of who was present, where a row may have one cell, and below it where the minutes were found', () => {
    const all = outlineOf('frus1943v99', MEETING, present, 'Hentzau Papers', 'Sapt Minutes', ...text);
    expect(all[0]).toMatch(/^head: Tripartite/);
    expect(all.slice(1, -4).filter((line) => / cell: \S/.test(line))).toHaveLength(table.length + 1);
    const below = ['sourceLine: Hentzau Papers', 'p[center]: Sapt Minutes', ...read];
    expect(all.slice(-4)).toEqual(below);
    const marked = outlineOf('frus1943v99', MEETING, present, 'Hentzau Papers', 'Sapt Minutes', 'top secret', ...text);
    expect(marked.slice(-5)).toEqual([...below.slice(0, 2), 'p[flushleft]: top secret', ...read]);
  });
  it('have rows of one cell among others, and a sentence above them', () => {
    const above = 'The King has sold these goods of late:';
    const lines = [above, 'Boats | 5', 'Of silver', 'Boots | 6'].join(' / ');
    expect(outlineOf('frus1943v99', MEETING, 'Zenda, May 5, 1943.', ...text, lines).slice(-10)).toEqual([
      `p: ${above}`,
      'table 2 columns',
      '  row',
      '    cell: Boats',
      '    cell: 5',
      '  row',
      '    cell: Of silver',
      '  row',
      '    cell: Boots',
      '    cell: 6',
    ]);
  });
  it('say nowhere in the text where it was found', () => {
    const table = ['These are the figures.', 'Boats | 5 / Boots | 6', 'Central Records', 'Exchange of Information'];
    const read = outlineOf('frus1943v99', MEETING, 'Zenda, May 5, 1943.', ...table, ...text);
    expect(read.join()).not.toContain('sourceLine');
    expect(outlineOf('frus1943v99', 'Memorandum for the Record', '[Zenda,] May 5, 1943.', ...text)[0]).toBe(
      'head: Memorandum for the Record',
    );
  });
  it('may have a file number below the heading, and markings below that', () => {
    expect(
      outlineOf(
        'frus1943v99',
        'The Secretary of State to the Ambassador in Ruritania (Dale)',
        '799.0011 Zenda/77: Telegram',
        'secret / priority',
        'Washington, November 3, 1943—8 p. m.',
        '6890. Personal for the Ambassador.',
      ),
    ).toEqual([
      expect.stringMatching(/^head: The Secretary/),
      'sourceLine: 799.0011 Zenda/77: Telegram',
      'opener',
      '  seg: secret',
      '  seg: priority',
      '  dateline: Washington, November 3, 1943—8 p. m.',
      'p: 6890. Personal for the Ambassador.',
    ]);
  });
  it('may have a collection below the printed number', () => {
    const read = outlineOf('frus1943v99', 'No. 1383', 'Hentzau Papers', 'Draft Declaration on Zenda', ...text);
    expect(read[0]).toBe('head: No. 1383{lb}Hentzau Papers{lb}Draft Declaration on Zenda');
    const named = outlineOf('frus1969-76v99', 'No. 12', 'Position Papers', 'SUBJECT', 'The harvest.', ...text);
    expect(named[0]).toBe('head: No. 12{lb}Position Papers');
  });
  it.each(['Hentzau Papers', 'Ministry of War Minutes', '799.00/7–1845'])('may have %s above the number', (found) => {
    const title = 'Rolf–Strofzin Luncheon Meeting, Wednesday, July 18, 1945, 1:15 p. m.';
    const head = expect.stringMatching(/^head: No\. 1383\{lb\}Rolf/);
    expect(outlineOf('frus1945v99', found, `No. 1383 / ${title}`, ...text)).toEqual([
      `sourceLine: ${found}`,
      head,
      ...read,
    ]);
    expect(outlineOf('frus1945v99', found, 'No. 1383', title, ...text)[1]).toEqual(head);
  });
  it('have no part of the opening but markings below the dateline', () => {
    const opening = ['Hentzau Papers', 'Report by the Minister of War (Dale) to the King', 'Zenda, May 5, 1943.'];
    expect(outlineOf('frus1943v99', ...opening, 'Proposed Line', ...text).slice(2, 5)).toEqual([
      'opener',
      '  dateline: Zenda, May 5, 1943.',
      expect.stringMatching(/^p\[\w+\]: Proposed Line$/),
    ]);
  });
  it('print notes, or a part’s title, below the heading', () => {
    const head = 'Minutes of the Third Meeting of the Ruritanian Delegation, April 30, 1945, 9:30 a. m.';
    expect(outlineOf('frus1945v99', '599.00/12', head, '[Informal Notes—Extracts]', ...text).slice(2, 4)).toEqual([
      'opener',
      '  seg: [Informal Notes—Extracts]',
    ]);
    expect(outlineOf('frus1919v99', 'Refusal To Recognize Zenda', 'I. The Powers', ...text)[1]).toMatch(
      /^p.*: I\. The/,
    );
  });
});

it('what a secretary says of a meeting’s end, in brackets, signs nothing, nor does the date below', () => {
  const read = outlineOf(
    'frus1919v99',
    'BC–11',
    'Secretary’s Notes of a Conversation Held in M. Flavian’s Room, Thursday, January 23, 1919, at 10:30 a. m.',
    'M. Zorn enquired when the Commission would report.',
    '(The Meeting then adjourned until 3 p. m.)',
    'Strelsau, 23rd January, 1919.',
    'Annexure “A”',
    'Draft Resolution',
    'That a Commission be appointed.',
  );
  expect(read.slice(4, 7)).toEqual([
    'p: (The Meeting then adjourned until 3 p. m.)',
    'p: Strelsau, 23rd January, 1919.',
    'attachment',
  ]);
});

it('a letter’s address stands in a block below its signature, and above the letter that is enclosed', () => {
  const read = outlineOf(
    'frus1865p9',
    'Mr. Harlow to Mr. Winslow',
    'No. 856.]',
    'Legation of the United States, / Zenda, January 6, 1865.',
    'Sir: I send you a note.',
    'I have the honor to be, sir, your obedient servant,',
    'CHARLES F. HARLOW.',
    'Hon. William H. Winslow, / Secretary of State, Washington, D. C.',
    'Earl Rassendyll to Mr. Harlow',
    'Foreign Office, January 3, 1865.',
    'Sir: I have received your letter.',
    'I am, &c.,',
    'RASSENDYLL.',
  );
  expect(read.slice(6)).toEqual([
    'closer',
    '  signed: CHARLES F. HARLOW.',
    '  run: Hon. William H. Winslow,{lb}Secretary of State, Washington, D. C.',
    'attachment',
    '  head: Earl Rassendyll to Mr. Harlow',
    '  opener',
    '    dateline: Foreign Office, January 3, 1865.',
    '  p: Sir: I have received your letter.',
    '  p: I am, &c.,',
    '  closer',
    '    signed: RASSENDYLL.',
  ]);
});

it('what was cut out of a newspaper is enclosed, below a signature', () => {
  const letter = ['Mr. Motler to Mr. Winslow.', 'Zenda, May 3, 1870.', 'Sir: I inclose a slip from the Times.'];
  const cutting = ['[From the Strelsau Times, May 2, 1870.]', 'The claims were again debated last night.'];
  const below = outlineOf('frus1870p9', ...letter, 'I am your obedient servant,', 'J. LOTHROP MOTLER.', ...cutting);
  expect(below.slice(-5)).toEqual([
    '  signed: J. LOTHROP MOTLER.',
    'attachment',
    '  opener',
    '    seg: [From the Strelsau Times, May 2, 1870.]',
    '  p: The claims were again debated last night.',
  ]);
  expect(outlineOf('frus1870p9', ...letter, ...cutting)).not.toContain('attachment');
});

it('the title of an agreement that is enclosed may be long', () => {
  const title =
    'Protocol of an agreement between the United States and Ruritania for submission to arbitration of the claim of the Zenda Steamship Company.';
  const letter = ['Mr. Harlow to Mr. Dale.', 'Washington, March 3, 1904.', 'Sir: I send a protocol.', 'John Harlow.'];
  const read = outlineOf('frus1904p9', ...letter, '[Inclosure.]', title, 'The board shall meet at Zenda.');
  expect(read.slice(-2)).toEqual([expect.stringMatching(/^ {2}head: Protocol/), '  p: The board shall meet at Zenda.']);
});

it('a signer may say beside the name what he is', () => {
  const report = ['Report of the Commission of Inquiry', 'Strelsau, March 3, 1920.', 'We submit our report.'];
  expect(outlineOf('frus1920v99', ...report, 'Respectfully submitted.', 'John Berg, Chairman / Karl Sapt').at(-1)).toBe(
    '  signed: John Berg, Chairman{lb}Karl Sapt',
  );
});

it('whom a letter is addressed to stands on four lines at most', () => {
  const address = ['Hon. John Sapt,', 'Secretary of State,', 'Castle Zenda,', 'Strelsau,', 'Ruritania,'];
  const from = (count: number): number | undefined => {
    const of = source(`It is done.\n\nHentzau\n\n${address.slice(0, count).join('\n')}`);
    const lines = linesOf(of);
    return addressedFrom(of, lines, 1, lines.length - 1);
  };
  expect([1, 4, 5].map(from)).toEqual([2, 2, undefined]);
});
