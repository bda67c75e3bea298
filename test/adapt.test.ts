/** Models that learn from reviewers' decisions: what was decided twice comes out right where nobody decided; the rest stays. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adjustments, type Choice } from '../src/adapt/fit.js';
import { anchorAt } from '../src/decisions/anchor.js';
import type { ReviewDecision } from '../src/decisions/decision.js';
import { formatDecisions } from '../src/decisions/file.js';

const ROOT = join(import.meta.dirname, '..');
const LISTS = join(ROOT, 'samples/lists.xml');
const folder = mkdtempSync(join(tmpdir(), 'teigram-adapt-'));
afterAll(() => rmSync(folder, { recursive: true }));

function teigram(args: readonly string[], expected = 0): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, stderr: status === expected ? '' : stderr }).toEqual({ status: expected, stderr: '' });
  return stdout + stderr;
}

const telegram = (
  n: number,
  words: string,
): string => `${n}. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, April ${n}, 1957—noon.

${words}

Rassendyll
  1. Source: Department of State, Central Files, 611.88/4–${n}57. Secret.
`;

let counter = 0;
/** A decision about the words in ⟦brackets⟧ of a passage. */
function on(
  kind: 'person' | 'term' | 'reference' | 'emphasis',
  text: string,
  passage: string,
  choice: string,
): ReviewDecision {
  const [before, words, after] = passage.split(/[⟦⟧]/) as [string, string, string];
  const start = text.indexOf(before + words + after) + before.length;
  if (start < before.length) throw new Error(`no “${passage}” in the text`);
  const id = String(counter++);
  return {
    id,
    by: 'A. Reader',
    at: '2026-01-01T00:00:00.000Z',
    kind,
    choice,
    on: anchorAt(text, start, start + words.length),
  };
}

/** Texts and what was decided about some of them. */
const TEXTS: readonly (readonly [words: string, decide: (text: string) => ReviewDecision[]])[] = [
  [
    'Sapt told me that NATO would not act. General Tarlenheim spoke to USRO of it. See Document 3.',
    (text) => [
      on('term', text, 'to ⟦USRO⟧ of', 'none'),
      on('person', text, '⟦Sapt⟧ told', '#p_SM1'),
      on('reference', text, 'See ⟦Document 3⟧', 'none'),
    ],
  ],
  [
    'I saw Hentzau again; USRO knows. NATO will hear of it. See Document 4.',
    (text) => [
      on('term', text, 'again; ⟦USRO⟧', 'none'),
      on('person', text, 'saw ⟦Hentzau⟧', 'none'),
      on('reference', text, 'See ⟦Document 4⟧', 'none'),
    ],
  ],
  [
    'Talks with Hentzau go on. The paper of USRO is here. NATO agrees. See Document 5.',
    (text) => [
      on('term', text, 'of ⟦USRO⟧ is', 'none'),
      on('person', text, 'with ⟦Hentzau⟧', 'none'),
      on('reference', text, 'See ⟦Document 5⟧', 'none'),
    ],
  ],
  [
    'USRO has asked Tarlenheim for papers. Embtel 12 went to NATO. Hentzau left. See Document 1; see footnote 1, Document 2.',
    () => [],
  ],
];
const last = TEXTS.length;
const decided = join(folder, 'texts');
const converted = (...more: string[]): string =>
  teigram(['convert', `texts/d${last}.txt`, '--authority', LISTS, '--format', 'div', '--quiet', ...more]);

beforeAll(() => {
  mkdirSync(decided);
  for (const [i, [words, decide]] of TEXTS.entries()) {
    const text = telegram(i + 1, words);
    writeFileSync(join(decided, `d${i + 1}.txt`), text);
    const decisions = decide(text);
    if (decisions.length > 0)
      writeFileSync(join(decided, `d${i + 1}.decisions.json`), formatDecisions({ decisions, foreign: [] }));
  }
});

describe('models that learned from decisions', () => {
  test('what was decided of a name, a term and a link holds for a document that nobody decided; the rest is as it was', () => {
    const before = converted();
    expect(before).toContain('<gloss target="#t_USRO1">USRO</gloss>');
    expect(before).toContain('<persName corresp="#p_HR1">Hentzau</persName>');
    expect(before).toContain('<ref target="#d1">Document 1</ref>');
    const told = teigram(['train', '--from-decisions', 'texts', '--authority', LISTS, '-o', 'models']);
    expect(told).toMatch(/^term: 3 decisions in 3 documents, 3 of them corrections$/m);
    // Sapt can be nobody but himself by the list: that decision teaches nothing.
    expect(told).toMatch(/^1 decision teaches nothing/m);
    const after = converted('--models', 'models');
    expect(after).toContain('<p>USRO has asked');
    expect(after).toContain('Hentzau left. See Document 1;');
    const undone = before
      .replace('<gloss target="#t_USRO1">USRO</gloss>', 'USRO')
      .replace('<persName corresp="#p_HR1">Hentzau</persName>', 'Hentzau')
      .replace('<ref target="#d1">Document 1</ref>', 'Document 1');
    expect(after).toBe(undone);
  });

  test('the same decisions give the same bytes; models say what they were trained on; another version’s are refused', () => {
    const again = teigram(['train', '--from-decisions', 'texts', '--authority', LISTS, '-o', 'again', '--quiet']);
    expect(again).toBe('');
    const names = readdirSync(join(folder, 'models')).sort();
    expect(readdirSync(join(folder, 'again')).sort()).toEqual(names);
    const read = (of: string, name: string): string => readFileSync(join(folder, of, name), 'utf8');
    for (const name of names) expect(read('again', name)).toBe(read('models', name));
    const terms = JSON.parse(read('models', 'terms.json'));
    expect(terms.adapted).toMatchObject({ documents: 3, decisions: 3, corrections: 3 });
    expect(terms.trainedOn.corpus).toBe('frus');
    expect(read('models', 'blocks.json')).toBe(readFileSync(join(ROOT, 'src/models/blocks.json'), 'utf8'));
    const persons = JSON.parse(read('models', 'persons.json'));
    writeFileSync(join(folder, 'again/persons.json'), JSON.stringify({ ...persons, adapted: { teigram: '0.0.1' } }));
    expect(teigram(['convert', 'texts/d1.txt', '--models', 'again'], 2)).toContain('made by teigram 0.0.1');
  });

  test('a folder in which a model is missing or is none is refused; what was not written is not said to be there', () => {
    cpSync(join(folder, 'models'), join(folder, 'damaged'), { recursive: true });
    const convert = () => teigram(['convert', 'texts/d1.txt', '--models', 'damaged'], 2);
    for (const text of ['{}', 'null', '{"trained']) {
      writeFileSync(join(folder, 'damaged/terms.json'), text);
      expect(convert()).toMatch(/damaged\/terms\.json: is no model/);
    }
    rmSync(join(folder, 'damaged/terms.json'));
    expect(convert()).toMatch(/damaged\/terms\.json: no such file/);

    const told = teigram(['train', '--from-decisions', 'texts', '--authority', LISTS, '-o', 'texts/d1.txt'], 2);
    expect(told.match(/already exists and is not a folder/g)).toHaveLength(1);
    expect(told).not.toContain('use them with');
  });

  test('a batch knows that its models are others', () => {
    const batch = (...more: string[]): string =>
      teigram(['batch', 'texts', '-o', 'tei', '--authority', LISTS, ...more]);
    expect(batch()).toContain('4 of 4 documents');
    expect(batch('--models', 'models')).not.toContain('unchanged');
    expect(batch('--models', 'models')).toContain('4 unchanged');
    expect(readFileSync(join(folder, `tei/d${last}.xml`), 'utf8')).toContain('<p>USRO has asked');
  });

  test('of a folder of lists each holds for its volume, where an id may be another person’s', () => {
    mkdirSync(join(folder, 'lists'));
    const volumes = [
      ['frus1955-57v10', 'Brentano, Henry'],
      ['frus1961-63v06', 'Boggs, Henry'],
    ] as const;
    for (const [volume, name] of volumes) {
      const words = `Secretary ${name.split(',')[0]} said yes.`;
      const text = telegram(1, words);
      mkdirSync(join(folder, 'series', volume), { recursive: true });
      writeFileSync(join(folder, 'series', volume, 'd1.txt'), text);
      const decision = on('person', text, words.replace(/(\w+) said/, '⟦$1⟧ said'), '#p_BH1');
      writeFileSync(
        join(folder, 'series', volume, 'd1.decisions.json'),
        formatDecisions({ decisions: [decision], foreign: [] }),
      );
      const list = `kind,id,name,description\nperson,p_BH1,"${name}",Secretary\n`;
      writeFileSync(join(folder, 'lists', `${volume}.csv`), list);
    }
    const told = teigram(['train', '--from-decisions', 'series', '--authority', 'lists', '-o', 'of-series']);
    expect(told).toMatch(/^person: 2 decisions in 2 documents/m);
    expect(told).not.toContain('teach nothing');
  });

  test('without a decision there is nothing to learn', () => {
    mkdirSync(join(folder, 'none'));
    writeFileSync(join(folder, 'none/d1.txt'), telegram(1, 'All quiet.'));
    expect(teigram(['train', '--from-decisions', 'none', '-o', 'nothing'], 1)).toContain('no decision to learn from');
  });
});

describe('moving weights', () => {
  const choice = (features: string[], score: number, right?: number): Choice => ({
    options: [features, []],
    scores: [score, 0],
    decided: right,
  });
  const scored = (moved: ReadonlyMap<unknown, number>, { options, scores }: Choice): number =>
    options[0]!.reduce<number>((sum, name) => sum + (moved.get(name) ?? 0), scores[0]!);

  test('a correction moves what is peculiar to it; what others share, and they keep, moves little', () => {
    const wrong = choice(['bias', 'word=of'], 2, 1);
    const others = Array.from({ length: 50 }, (_, i) => choice(['bias', `word=${i}`], 2));
    const moved = adjustments([wrong, ...others]);
    expect(moved.get('word=of')!).toBeLessThan(3 * moved.get('bias')!);
    expect(scored(moved, wrong)).toBeLessThan(2);
    for (const other of others) expect(scored(moved, other)).toBeGreaterThan(1.8);
  });

  test('accepted choices move nothing over', () => {
    const right = choice(['bias', 'word=of'], 4, 0);
    expect(scored(adjustments([right]), right)).toBeGreaterThanOrEqual(4);
    expect(adjustments([choice(['bias'], 1)]).size).toBe(0);
  });
});
