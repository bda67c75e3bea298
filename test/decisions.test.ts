/** Reviewers' decisions: found again after edits, merged without loss, applied over any model. */

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import { addDecisions, decisionsPath, loadDecisions } from '../src/batch/decisions.js';
import { type Conversion, convert, convertVolume } from '../src/convert.js';
import { anchorAt, findAnchor } from '../src/decisions/anchor.js';
import { isDone, type ReviewDecision, type WordsDecision } from '../src/decisions/decision.js';
import { type DecisionFile, formatDecisions, mergeDecisions, parseDecisions } from '../src/decisions/file.js';
import { runs } from './properties.js';

const SAMPLES = join(import.meta.dirname, '../samples');
const TEXT = readFileSync(join(SAMPLES, 'telegram.txt'), 'utf8');
const authority = readAuthority([{ name: 'lists.xml', text: readFileSync(join(SAMPLES, 'lists.xml'), 'utf8') }]);
const folder = mkdtempSync(join(tmpdir(), 'teigram-decisions-'));
afterAll(() => rmSync(folder, { recursive: true }));

let counter = 0;
type Words = WordsDecision;

/** A decision about the words in ⟦brackets⟧ of a passage of the sample. */
function on(kind: Words['kind'], passage: string, choice: string, text = TEXT): ReviewDecision {
  const [before, words, after] = passage.split(/[⟦⟧]/) as [string, string, string];
  const start = text.indexOf(before + words + after) + before.length;
  if (start < before.length) throw new Error(`no “${passage}” in the sample`);
  const at = `2026-01-01T00:00:${String(counter % 60).padStart(2, '0')}.000Z`;
  return { id: `id-${counter++}`, by: 'A. Reader', at, kind, choice, on: anchorAt(text, start, start + words.length) };
}

function hang(n: string, passage: string, choice: 'here' | 'nowhere' = 'here'): ReviewDecision {
  return { ...(on('person', passage, choice) as Words), kind: 'note', note: { n, opening: '' }, choice };
}

function convertWith(decisions: readonly ReviewDecision[], text = TEXT): Conversion {
  const conversion = convert(text, { volume: 'frus1955-57v99', authority, decisions });
  expect(conversion.findings).toEqual([]);
  return conversion;
}

const unfit = ({ diagnostics }: Conversion) =>
  diagnostics.filter(({ code }) => code === 'decision-unfit').map(({ message }) => message);

describe('anchors', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const prose = fc.array(word, { minLength: 30, maxLength: 80 }).map((words) => words.join(' '));

  test('words are found again behind any insertion before them, also of the same words with some of what stands around them', () => {
    const length = fc.integer({ min: 1, max: 12 });
    // Less than the whole context: with all of it, the copy would be as good.
    const shared = fc.integer({ min: 0, max: 31 });
    fc.assert(
      fc.property(prose, prose, fc.nat(), length, shared, shared, (before, text, at, length, left, right) => {
        const start = at % (text.length - length);
        const anchor = anchorAt(text, start, start + length);
        for (const copy of ['', text.slice(Math.max(0, start - left), start + length + right)]) {
          const inserted = `${before}.${copy}\n\n`;
          const found = findAnchor(inserted + text, anchor);
          const here = { start: inserted.length + start, end: inserted.length + start + length };
          // Where the same words stand in nearly the same context twice, it is open which are meant: never a wrong place.
          if (found || !inserted.includes(anchor.exact)) expect(found).toEqual(here);
        }
      }),
    );
  });

  test('line breaks are white space', () => {
    const start = TEXT.indexOf('General Tarlenheim');
    const wrapped = TEXT.replace(/[ ]/g, (space, i: number) => (i % 7 === 0 ? '\n' : space));
    const found = findAnchor(wrapped, anchorAt(TEXT, start, start + 'General Tarlenheim'.length))!;
    expect(wrapped.slice(found.start, found.end).replace(/\s/g, ' ')).toBe('General Tarlenheim');
  });

  test('an edit on one side leaves the other to find it by', () => {
    const start = TEXT.indexOf('Foreign Minister Sapt') + 'Foreign Minister '.length;
    const edited = TEXT.replace('asked me to call at 11', 'ASKED ME to call at 11');
    expect(findAnchor(edited, anchorAt(TEXT, start, start + 4))).toEqual({ start, end: start + 4 });
  });

  test('a place without words is found by what stands around it', () => {
    const start = TEXT.indexOf('and Deptel');
    const longer = TEXT.replace('Strelsau, March', 'Strelsau, the capital, March');
    expect(findAnchor(longer, anchorAt(TEXT, start, start))?.start).toBe(longer.indexOf('and Deptel'));
  });

  test('words that are gone, or stand twice in the same context, are not found', () => {
    const start = TEXT.indexOf('Tarlenheim');
    const anchor = anchorAt(TEXT, start, start + 10);
    expect(findAnchor(TEXT.replace('Tarlenheim', 'Strofzin'), anchor)).toBeUndefined();
    const line = 'He saw Sapt today and wrote of it at length to nobody.';
    const twice = `${line}\n\n${line}`;
    expect(findAnchor(`x ${twice}`, anchorAt(line, 7, 11))).toBeUndefined();
  });
});

describe('files', () => {
  const stamp = fc.record({
    by: fc.string(),
    at: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'),
  });
  const records = fc
    .uniqueArray(
      fc.tuple(
        fc.stringMatching(/^[a-f]{1,3}$/),
        fc.constantFrom('#p_A1', 'none'),
        fc.option(stamp, { nil: undefined }),
      ),
      { selector: ([id]) => id, maxLength: 8 },
    )
    .map((all): DecisionFile => {
      const decisions = all.map(([id, , withdrawn]): ReviewDecision => {
        const at = '2026-01-01T00:00:00.000Z';
        return {
          id,
          by: id,
          at,
          kind: 'person',
          choice: 'none',
          on: anchorAt('abc', 1, 2),
          ...(withdrawn && { withdrawn }),
        };
      });
      return { decisions, foreign: [] };
    });

  test('merging is commutative, associative, and idempotent; no decision is lost', () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        const merged = mergeDecisions(a, b);
        expect(mergeDecisions(b, a)).toEqual(merged);
        expect(mergeDecisions(merged, b)).toEqual(merged);
        expect(mergeDecisions(mergeDecisions(a, b), c)).toEqual(mergeDecisions(a, mergeDecisions(b, c)));
        const ids = new Set(merged.decisions.map(({ id }) => id));
        for (const { id } of [...a.decisions, ...b.decisions]) expect(ids.has(id)).toBe(true);
      }),
    );
  });

  test('a file is read back as it was written', () => {
    fc.assert(
      fc.property(records, (file) => {
        const merged = mergeDecisions(file, file);
        expect(parseDecisions(formatDecisions(merged))).toEqual(merged);
      }),
    );
  });

  test('what is no file of decisions is refused in words; entries of other kinds are kept', () => {
    expect(parseDecisions('{')).toMatch(/^not JSON/);
    expect(parseDecisions('{"decisions": []}')).toBe('not a file of decisions');
    expect(parseDecisions('{"format":"teigram-decisions","version":9,"decisions":[]}')).toMatch(/later version/);
    const later = '{"format":"teigram-decisions","version":1,"decisions":[{"kind":"weather","id":"x"}]}';
    const file = parseDecisions(later) as DecisionFile;
    expect(file.decisions).toEqual([]);
    expect(formatDecisions(file)).toContain('"weather"');
  });

  test('eight processes that write at once lose nothing', async () => {
    const input = join(folder, 'd1.txt');
    writeFileSync(input, TEXT);
    const library = join(import.meta.dirname, '../dist/batch/decisions.js');
    const program = `
      const { addDecisions } = await import(${JSON.stringify(library)});
      const [who] = process.argv.slice(-1);
      const on = { start: 0, end: 1, exact: '1', prefix: '', suffix: '' };
      for (let i = 0; i < 5; i++) await addDecisions(${JSON.stringify(input)}, [{ id: who + i, by: who, at: '2026-01-01T00:00:00.000Z', kind: 'person', choice: 'none', on }]);
    `;
    const ends = Array.from({ length: 8 }, (_, who) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program, `r${who}`], { stdio: 'inherit' });
      return new Promise((resolve) => child.on('exit', resolve));
    });
    expect(await Promise.all(ends)).toEqual(Array(8).fill(0));
    expect(loadDecisions(input).decisions).toHaveLength(40);
    expect(readdirSync(folder).sort()).toEqual(['d1.decisions.json', 'd1.txt']);
  });

  test('a file that cannot be understood is never written over', async () => {
    const input = join(folder, 'd2.txt');
    writeFileSync(decisionsPath(input), 'kept');
    await expect(addDecisions(input, [])).rejects.toThrow(/d2\.decisions\.json: not JSON/);
    expect(readFileSync(decisionsPath(input), 'utf8')).toBe('kept');
    expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  test('done is the last word', () => {
    const say = (choice: 'done' | 'todo', at: string): ReviewDecision => ({
      id: at,
      by: 'A',
      at,
      kind: 'document',
      choice,
    });
    expect(isDone([say('todo', '2026-01-02T00:00:00Z'), say('done', '2026-01-01T00:00:00Z')])).toBe(false);
    expect(isDone([say('done', '2026-01-03T00:00:00Z'), say('todo', '2026-01-02T00:00:00Z')])).toBe(true);
  });
});

describe('applied', () => {
  test('another person, nobody, and a name that no list has', () => {
    const { output } = convertWith([
      on('person', 'Foreign Minister ⟦Sapt⟧ asked', '#p_HR1'),
      on('person', '⟦Sapt⟧’s points', 'none'),
      on('person', 'to see ⟦Prime Minister⟧ on', 'unlisted'),
    ]);
    expect(output).toContain('Foreign Minister <persName corresp="#p_HR1">Sapt</persName> asked');
    expect(output).toContain('<p>Sapt’s points');
    expect(output).toContain('<persName>Prime Minister</persName>');
  });

  test('terms, references, emphasis, parties', () => {
    const { output } = convertWith([
      on('term', 'that ⟦NATO⟧ countries', 'none'),
      on('term', 'Paris for ⟦Embassy⟧ and', '#t_USRO1'),
      on('reference', '3. ⟦Document 109⟧.', '#d108'),
      on('reference', 'conversation of ⟦February 29⟧ was', 'frus1952-54v01'),
      on('emphasis', '(⟦Ibid.⟧, 611', 'italic'),
      on('emphasis', 'footnote 2, ⟦supra⟧', 'none'),
      on('party', 'to the ⟦Department of State⟧1', 'none'),
    ]);
    expect(output).toContain('that NATO countries');
    expect(output).toContain('<gloss target="#t_USRO1">Embassy</gloss>');
    expect(output).toContain('<ref target="#d108">Document 109</ref>');
    expect(output).toContain('<ref target="frus1952-54v01">February 29</ref>');
    expect(output).toContain('(<hi rend="italic">Ibid.</hi>, 611');
    expect(output).toContain('<ref target="#d111">supra</ref>');
    expect(output).toContain('to the Department of State<note');
  });

  test('of one document of a volume leave the others alone', () => {
    const decisions = [on('date', '⟦March 14, 1956—6 p.m.⟧', '1956-03-15')];
    const [first, second] = convertVolume([
      { text: TEXT, doc: 'd1', decisions },
      { text: TEXT, doc: 'd2' },
    ]);
    expect(first!.output).toContain('<date when="1956-03-15"');
    expect(second!.output).toContain('<date when="1956-03-14');
    expect(second!.diagnostics.map(({ code }) => code)).not.toContain('decision-unfit');
  });

  test('a date, and with it the date of the document', () => {
    const { output } = convertWith([on('date', '⟦March 14, 1956—6 p.m.⟧', '1956-03-15')]);
    expect(output).toContain('<date when="1956-03-15" calendar="gregorian">');
    expect(output).toContain('doc-dateTime-min="1956-03-15T00:00:00-05:00"');
    const never = convertWith([on('date', '⟦March 14, 1956—6 p.m.⟧', '1956-02-30')]);
    expect(never.diagnostics.map(({ code }) => code)).toContain('decision-unfit');
    expect(never.output).toContain('when="1956-03-14');
    const range = convertWith([on('date', '⟦March 14, 1956—6 p.m.⟧', '[1956-03-14..1956-03-16]')]);
    expect(range.output).toContain('notBefore="1956-03-14" notAfter="1956-03-16"');
  });

  test('what a block is', () => {
    const { output } = convertWith([on('block', '⟦Rassendyll⟧\n', 'paragraph')]);
    expect(output).toMatch(/<p>.*Rassendyll.*<\/p>/);
    const middle = convertWith([on('block', '⟦Sapt’s points were these:⟧', 'signature')]);
    expect(unfit(middle)[0]).toMatch(/but no signature can stand between its neighbours$/);
  });

  test('a note is moved, and its number stays as text; the others keep their places', () => {
    const { output, document } = convertWith([hang('2', 'Department would wish time⟦⟧ to consider')]);
    expect(output).toContain('wish time<note n="2"');
    expect(output).toContain('8312 and');
    expect(document.placements.map(({ decision }) => decision.state)).not.toContain('missing');
  });

  test('a note without a place is no doubt where a reviewer says so', () => {
    const { output, diagnostics } = convertWith([hang('5', '5. ⟦See⟧ ', 'nowhere')]);
    expect(output).toContain('<note n="5" xml:id="d112fn5" type="unplaced">');
    expect(diagnostics.filter(({ code }) => code.startsWith('note-'))).toEqual([]);
  });

  test('the last decision on the same words holds; a withdrawn one does not', () => {
    const first = on('person', 'Foreign Minister ⟦Sapt⟧ asked', 'none');
    const second = on('person', 'Foreign Minister ⟦Sapt⟧ asked', '#p_HR1');
    const withdrawn = { ...second, withdrawn: { by: 'B', at: second.at } };
    expect(convertWith([second, first]).output).toContain('<persName corresp="#p_HR1">Sapt</persName> asked');
    expect(convertWith([first, withdrawn]).output).toContain('Foreign Minister Sapt asked');
  });

  test('what no longer fits is reported and changes nothing', () => {
    const gone = [
      on('person', 'General ⟦Tarlenheim⟧ ', '#p_TGF1'),
      on('person', 'Under Secretary ⟦Hentzau⟧ on', '#p_NOBODY'),
      on('term', 'that ⟦NATO⟧ countries', '<x>'),
      on('block', '⟦Sapt’s points were these:⟧', 'limerick'),
      hang('2', 'met ⟦14⟧, 1956'.replace('met ', 'March ')),
      hang('77', 'wish time⟦⟧ to'),
    ];
    const text = TEXT.replace('Tarlenheim', 'Strofzin');
    const plain = convertWith([], text);
    const with_ = convertWith(gone, text);
    expect(with_.output).toBe(plain.output);
    expect(unfit(with_)).toEqual([
      '“Sapt’s points were these:”: A. Reader decided on 2026-01-01 what the block is (limerick), but no limerick can stand there',
      '“Tarlenheim”: A. Reader decided on 2026-01-01 who is named (#p_TGF1), but the words are no longer there',
      'note 2: A. Reader decided on 2026-01-01 where the note hangs (here), but “14” is not the note’s mark',
      'note 77: A. Reader decided on 2026-01-01 where the note hangs (here), but there is no such note',
      '“Hentzau”: A. Reader decided on 2026-01-01 who is named (#p_NOBODY), but the lists have no such entry',
      '“NATO”: A. Reader decided on 2026-01-01 which term it is (<x>), but that is nothing that can be decided about it',
    ]);
  });

  test('whatever places are decided for notes, nothing is lost and the output is valid', () => {
    const marks = [...TEXT.slice(0, TEXT.indexOf('  1. Source')).matchAll(/[1-5]/g)].map((m) => m.index);
    const choice = fc.record({
      n: fc.constantFrom('1', '2', '3', '4', '5', '*'),
      at: fc.oneof(fc.constantFrom(...marks), fc.nat(TEXT.length)),
      width: fc.nat(1),
    });
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 6 }), (choices) => {
        const decisions = choices.map(({ n, at, width }, i): ReviewDecision => {
          const end = Math.min(TEXT.length, at + width);
          const time = `2026-01-01T00:00:0${i}.000Z`;
          return {
            id: `n${i}`,
            by: 'A',
            at: time,
            kind: 'note',
            note: { n, opening: '' },
            choice: 'here',
            on: anchorAt(TEXT, at, end),
          };
        });
        convertWith(decisions); // proves the ledger, and the schema's verdict
      }),
      { numRuns: runs(60) },
    );
  });
});
