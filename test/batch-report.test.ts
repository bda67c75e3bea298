/** `teigram report`: numbers of a batch on one page, from what the batch and its reviewers left behind. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import { statedBy } from '../src/batch/stated.js';
import { convert } from '../src/convert.js';
import type { TextAnchor } from '../src/decisions/anchor.js';
import type { ReviewDecision } from '../src/decisions/decision.js';
import { formatDecisions } from '../src/decisions/file.js';
import { worthOf } from '../src/web/report/kinds.js';
import { documentKey } from '../src/web/review/library.js';
import { CHROMIUM, launch } from './browser.js';

const ROOT = join(import.meta.dirname, '..');
const SHOTS = join(ROOT, '.tmp/screenshots');
const LISTS = join(ROOT, 'samples/lists.xml');
const folder = mkdtempSync(join(tmpdir(), 'teigram-report-'));
const texts = join(folder, 'texts');

function teigram(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

/** The figures at the head of a page, by name. */
const figures = (page: string): Record<string, number> =>
  Object.fromEntries(
    [...page.matchAll(/<dt>([^<]+)<\/dt><dd>([\d,]+)<\/dd>/g)].map(([, name, n]) => [
      name,
      Number(n!.replace(/,/g, '')),
    ]),
  );

/** The rows of the table of a section, cells as text. */
function rows(page: string, id: string): string[][] {
  const section = page.slice(page.indexOf(`id="${id}"`));
  const body = section.slice(section.indexOf('<tbody>'), section.indexOf('</tbody>'));
  return [...body.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell!.replace(/<[^>]+>/g, '')),
  );
}

const nowhere: TextAnchor = { start: 0, end: 0, exact: '', prefix: '', suffix: '' };

/** `n` decisions on choices of probability `p`, of which `kept` were accepted. */
const decisions = (p: number, n: number, kept: number): ReviewDecision[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `${p}-${i}`,
    by: 'A. Reader',
    at: '2026-01-01T00:00:00Z',
    kind: 'date',
    on: nowhere,
    was: { choice: '1956-03-14', p },
    choice: i < kept ? '1956-03-14' : '1956-03-15',
  }));

beforeAll(() => {
  mkdirSync(join(texts, 'a'), { recursive: true });
  cpSync(join(ROOT, 'samples/telegram.txt'), join(texts, 'a/d112.txt'));
  cpSync(join(ROOT, 'samples/memorandum.txt'), join(texts, 'd5.txt'));
  writeFileSync(join(texts, 'd6.txt'), '6. Note\n\nNothing <b>is</b> dated.\n\nSapt\n');
  teigram('batch', 'texts', '-o', 'tei', '--authority', LISTS, '--quiet');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what the page tells', () => {
  test('verdicts, persons by the names of the lists, dates, and links that the review page knows', () => {
    const page = teigram('report', 'tei', '-o', '-', '--authority', LISTS);
    const manifest = readFileSync(join(folder, 'tei/.teigram.jsonl'), 'utf8').trim().split('\n');
    const verdicts = manifest.map((line) => JSON.parse(line).verdict);
    const shown = figures(page);
    expect(shown.documents).toBe(3);
    expect((shown.clean ?? 0) + (shown.doubtful ?? 0)).toBe(3);
    expect(shown.doubtful ?? 0).toBe(verdicts.filter((verdict) => verdict === 'doubtful').length);
    const outputs = ['a/d112.xml', 'd5.xml', 'd6.xml'].map((name) => readFileSync(join(folder, 'tei', name), 'utf8'));
    const mentions = outputs.join('').match(/<persName[^>]* corresp="#p_SA1"/g)!.length;
    expect(rows(page, 'persons').find(([, id]) => id === 'p_SA1')).toEqual([
      'Sapt, Anton',
      'p_SA1',
      String(mentions),
      expect.any(String),
    ]);
    expect(rows(page, 'time')).toEqual([['1956-03', '2']]);
    for (const [path, , worth] of rows(page, 'look'))
      expect([path, Number(worth) >= 0]).toEqual([expect.stringMatching(/\.xml$/), true]);
    expect(page).toContain(`http://127.0.0.1:4280/#${documentKey('a/d112.txt')}`);
    expect(page).not.toMatch(/<script|src=|url\(/);
  });

  test('stated probability against what reviewers kept', () => {
    const before = teigram('report', 'tei', '-o', '-', '--no-check');
    expect(before).toContain('Reviewers have decided nothing yet');
    const file = join(texts, 'd6.decisions.json');
    const some = [...decisions(0.8, 10, 7), ...decisions(0.97, 4, 4)];
    writeFileSync(file, formatDecisions({ decisions: some, foreign: [] }));
    const page = teigram('report', 'tei', '-o', '-', '--no-check');
    expect(figures(page).decided).toBe(14);
    expect(rows(page, 'reliability')).toEqual([
      ['0.75–0.9', '10', '0.800', '0.700'],
      ['0.95–0.99', '4', '0.970', '1.000'],
    ]);
    // Moved elsewhere, and asked for from another folder: the manifest's paths no longer lead anywhere.
    cpSync(join(folder, 'tei'), join(folder, 'moved'), { recursive: true });
    cpSync(texts, join(folder, 'texts2'), { recursive: true });
    rmSync(join(folder, 'moved/.teigram.jsonl'));
    const manifest = readFileSync(join(folder, 'tei/.teigram.jsonl'), 'utf8');
    writeFileSync(
      join(folder, 'moved/.teigram.jsonl'),
      manifest.replaceAll('"texts/', '"gone/').replaceAll('"tei/', '"/srv/old/'),
    );
    expect(teigram('report', 'moved', '-o', '-', '--no-check')).toContain('3 texts are not where the manifest says');
    const found = teigram('report', 'moved', '-o', '-', '--no-check', '--texts', 'texts2');
    expect(figures(found).decided).toBe(14);
    expect(found).toContain(documentKey('a/d112.txt'));
    rmSync(file);
  });

  test('a folder of TEI without a manifest; what is no XML is told', () => {
    const plain = join(folder, 'plain');
    mkdirSync(plain);
    cpSync(join(folder, 'tei/a/d112.xml'), join(plain, 'd112.xml'));
    writeFileSync(join(plain, 'broken.xml'), '<TEI><p></TEI>');
    const page = teigram('report', plain, '-o', '-');
    expect(figures(page)).toMatchObject({ documents: 1, findings: expect.any(Number) });
    expect(page).toContain('there is none in this folder');
    expect(page).toContain("broken.xml can't be read");
    expect(rows(page, 'rules').map(([rule]) => rule)).toContain('well-formed');
  });

  test('a page that can’t be written is not said to be there', () => {
    writeFileSync(join(folder, 'file'), '');
    const args = [join(ROOT, 'dist/cli/main.js'), 'report', 'tei', '-o', 'file/report.html', '--no-check'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('file/report.html: ') });
    expect(stderr).not.toContain('documents in');
  });
});

test('a person is of a volume: an id that two volumes give to two persons is two, one of one name is one', () => {
  const head = 'kind,id,name,description\n';
  const volumes = [
    ['frus1955-57v10', 'Hentzau, Rupert', 'I saw Hentzau today. Rupert Hentzau said no.'],
    ['frus1961-63v06', 'Helsing, Rudolf', 'I saw Helsing today.'],
  ] as const;
  mkdirSync(join(folder, 'series-lists'));
  for (const [volume, name, words] of volumes) {
    mkdirSync(join(folder, 'series', volume), { recursive: true });
    const text = `1. Note\n\nStrelsau, April 4, 1957.\n\n${words} Fritz Tarlenheim agreed.\n`;
    writeFileSync(join(folder, 'series', volume, 'd1.txt'), text);
    const list = `${head}person,p_HR1,"${name}",Minister\nperson,p_TF1,"Tarlenheim, Fritz",General\n`;
    writeFileSync(join(folder, 'series-lists', `${volume}.csv`), list);
  }
  teigram('batch', 'series', '-o', 'series-tei', '--authority', 'series-lists', '--quiet');
  const report = (...more: string[]): string => teigram('report', 'series-tei', '-o', '-', '--no-check', ...more);
  const page = report('--authority', 'series-lists');
  expect(page).toContain('5 mentions of 3 persons.');
  expect(rows(page, 'persons')).toEqual([
    ['Hentzau, Rupert', 'p_HR1', 'frus1955-57v10', '2', '1'],
    ['Tarlenheim, Fritz', 'p_TF1', '2 volumes', '2', '2'],
    ['Helsing, Rudolf', 'p_HR1', 'frus1961-63v06', '1', '1'],
  ]);
  // Without lists nobody knows that the General is one.
  expect(report()).toContain('5 mentions of 4 persons.');
});

test('a name that is left without a tag is a decision that the review page shows', () => {
  const text = 'kind,id,name,description\nperson,p_HM1,"Rupert von Hentzau, Madame",wife of the Count\n';
  const authority = readAuthority([{ name: 'l.csv', text }]);
  const { document } = convert('9. Note\n\nStrelsau, April 4, 1957.\n\nI saw Madame Hentzau today.\n', { authority });
  expect(document.marks.filter(({ type }) => type === 'persName')).toEqual([]);
  expect(worthOf({ person: statedBy(document).person! })).toBe(1);
});

describe.skipIf(!CHROMIUM)('in a browser', () => {
  test('no serious finding of axe-core, light and dark; nothing is fetched', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const path = join(folder, 'report.html');
    teigram('report', 'tei', '-o', path, '--authority', LISTS, '--quiet');
    mkdirSync(SHOTS, { recursive: true });
    const browser = await launch();
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width: 1000, height: 1100 }, colorScheme, bypassCSP: true });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`file://${path}`);
      for (const closed of await page.locator('summary').all()) await closed.click();
      await page.evaluate(axe);
      const found = await page.evaluate(() => (globalThis as never as { axe: { run(): Promise<Axe> } }).axe.run());
      const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
      expect(asked).toEqual([`file://${path}`]);
      await page.screenshot({ path: join(SHOTS, `report-${colorScheme}.png`) });
      await page.close();
    }
    await browser.close();
  });
});

interface Axe {
  readonly violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
}
