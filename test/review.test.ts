/** The review page in a real browser: open, decide, undo, convert again, find the decision applied. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { share } from '../dist/batch/shared.js';
import { buildReview } from '../dist/web/review/server.js';
import { buildService } from '../dist/web/service/service.js';
import { CHROMIUM, launch } from './browser.js';
import { siteBefore } from './site.js';

const ROOT = join(import.meta.dirname, '..');
const SHOTS = join(ROOT, '.tmp/screenshots');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LISTS = join(ROOT, 'samples/lists.xml');
const lists = [{ name: 'lists.xml', text: readFileSync(LISTS, 'utf8') }];
const WAIT = 60_000;

/** A document with a note whose place is open, and a name of the list that two could bear. */
const DOUBTFUL = `8. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, April 3, 1957—noon.

At 3 he saw 3 ministers. He told Sapt of it.

Rassendyll
  1. Source: Department of State, Central Files, 611.88/4–357.
  2. A note whose number is printed nowhere.
`;

const folder = mkdtempSync(join(tmpdir(), 'teigram-review-'));
const texts = join(folder, 'texts');

/** Serious findings of axe-core on what is shown now. */
async function inaccessible(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as never as { axe: { run(): Promise<AxeResult> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

interface AxeResult {
  readonly violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
}

describe.skipIf(!CHROMIUM)('in a browser', () => {
  let browser: Browser;
  let service: Awaited<ReturnType<typeof buildReview>>;
  let url: string;

  /** A page that notes what goes wrong in it, and what it asks of others. */
  async function open(scheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; problems: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 }, colorScheme: scheme });
    page.setDefaultTimeout(WAIT);
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) problems.push(`asks ${request.url()}`);
    });
    await page.goto(url);
    await page.waitForSelector('.doc .pill:not(.unknown)');
    return { page, problems };
  }

  const openDocument = async (page: Page, name: string): Promise<void> => {
    await page.locator('.doc', { hasText: name }).click();
    await page.waitForSelector('#source span');
  };
  const convertAgain = (name: string): string => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [
        join(ROOT, 'dist/cli/main.js'),
        'convert',
        join(texts, name),
        '--authority',
        LISTS,
        '--format',
        'div',
        '--quiet',
      ],
      { encoding: 'utf8' },
    );
    expect(status).toBe(0); // valid, too
    return stdout;
  };
  const decisions = (name: string) => JSON.parse(readFileSync(join(texts, name), 'utf8')).decisions;

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    mkdirSync(texts);
    cpSync(join(ROOT, 'samples/telegram.txt'), join(texts, 'd112.txt'));
    writeFileSync(join(texts, 'd8.txt'), DOUBTFUL);
    const items = ['d112.txt', 'd8.txt'].map((below) => ({
      path: join(texts, below),
      below,
      group: texts,
      doc: below.slice(0, -4),
    }));
    service = await buildReview({ folder: texts, by: 'A. Reader', items, listsOf: () => share(lists), threads: 2 });
    url = await service.listen({ host: '127.0.0.1', port: 0 });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    rmSync(folder, { recursive: true });
  });

  test('decide by keyboard, undo, decide again; the document converted again carries it', async () => {
    const { page, problems } = await open();
    await openDocument(page, 'd8.txt');
    // The note without a place comes as a doubt: hang it on the caret.
    await page.locator('.card', { hasText: 'A note whose number' }).first().click();
    const place = await page.evaluate(() => {
      const pane = document.getElementById('source')!;
      for (const span of pane.querySelectorAll('span')) {
        const at = (span.textContent ?? '').indexOf(' of it.');
        if (at < 0) continue;
        pane.focus();
        document.getSelection()!.collapse(span.firstChild, at);
        return true;
      }
      return false;
    });
    expect(place).toBe(true);
    await page.keyboard.press('m');
    await page.waitForSelector('.card.settled');
    expect(convertAgain('d8.txt')).toMatch(/told <persName corresp="#p_SA1">Sapt<\/persName><note n="2"/);
    expect(decisions('d8.decisions.json')).toMatchObject([
      { kind: 'note', by: 'A. Reader', choice: 'here', note: { n: '2' } },
    ]);

    await page.keyboard.press('u');
    await page.waitForSelector('.card.settled', { state: 'detached' });
    expect(convertAgain('d8.txt')).toContain('type="unplaced"');
    expect(decisions('d8.decisions.json')[0].withdrawn).toMatchObject({ by: 'A. Reader' });

    await page.keyboard.press('x');
    await page.waitForSelector('.card.settled');
    // What is left is accepted, until nothing is.
    for (let left = 1; left > 0; left = await page.locator('.card:not(.settled)').count()) {
      const text = await page.locator('#left').textContent();
      if (text === '0') break;
      await page.keyboard.press('a');
      await expect.poll(() => page.locator('#left').textContent(), { timeout: WAIT }).not.toBe(text);
    }
    await page.keyboard.press('d');
    await page.waitForSelector('#done[aria-pressed="true"]');
    expect(convertAgain('d8.txt')).toContain('type="unplaced"');
    expect(problems).toEqual([]);
  });

  test('mark a new name, found by typing; two reviewers at once see each other’s work', async () => {
    const [mine, other] = [await open(), await open('dark')];
    await openDocument(mine.page, 'd112.txt');
    await openDocument(other.page, 'd112.txt');
    await mine.page.evaluate(() => {
      const span = [...document.querySelectorAll('#source span')].find(({ textContent }) =>
        textContent?.includes('Prime Minister'),
      )!;
      const at = span.textContent!.indexOf('Prime Minister');
      document.getSelection()!.setBaseAndExtent(span.firstChild!, at, span.firstChild!, at + 'Prime Minister'.length);
    });
    await mine.page.keyboard.press('n');
    await mine.page.keyboard.type('tarl');
    await mine.page.waitForSelector('#found-0 >> text=Tarlenheim');
    // An input method's Enter ends a word, and takes nothing.
    await mine.page.dispatchEvent('#typed', 'keydown', { key: 'Enter', isComposing: true });
    await mine.page.waitForTimeout(100);
    expect(await mine.page.locator('#picker').isVisible()).toBe(true);
    await mine.page.keyboard.press('Enter');
    await mine.page.waitForSelector('.card.settled');
    await other.page.waitForSelector('.card.settled');
    expect(convertAgain('d112.txt')).toContain('<persName corresp="#p_TGF1">Prime Minister</persName>');
    await other.page.screenshot({ path: join(SHOTS, 'review-dark.png') });
    await mine.page.screenshot({ path: join(SHOTS, 'review.png') });
    await other.page.getByRole('button', { name: 'Take back' }).click();
    await mine.page.waitForSelector('.card.settled', { state: 'detached' });
    expect([...mine.problems, ...other.problems]).toEqual([]);
  });

  test('panes are linked both ways; the XML is one key away', async () => {
    const { page, problems } = await open();
    await openDocument(page, 'd112.txt');
    await page.locator('#tei tei-gloss', { hasText: 'NATO' }).click();
    expect(await page.locator('#source .linked').allTextContents()).toEqual(['NATO']);
    await page.locator('#source span.term', { hasText: 'USRO' }).click();
    await page.waitForSelector('#tei tei-gloss.linked >> text=USRO');
    await page.keyboard.press('t');
    await page.waitForSelector('#xml .cm-line >> text=teiHeader');
    expect(problems).toEqual([]);
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`no serious finding of axe-core, ${scheme}`, async () => {
      const { page } = await open(scheme);
      await openDocument(page, 'd112.txt');
      expect(await inaccessible(page)).toEqual([]);
      await page.keyboard.press('t');
      await page.waitForSelector('#xml .cm-line >> text=teiHeader');
      expect(await inaccessible(page)).toEqual([]);
      await page.keyboard.press('?');
      expect(await inaccessible(page)).toEqual([]);
    });
  }

  test('a document begins at its top; in a narrow window the page stays, and the doubt at hand', async () => {
    const long = join(folder, 'of $& LISTS');
    mkdirSync(long);
    const paragraphs = Array.from({ length: 60 }, (_, i) => `The talks went on for day ${i + 1} and led nowhere.`);
    const text = (last: string) =>
      ['9. Telegram', 'Strelsau, April 4, 1957.', ...paragraphs, last, 'Rassendyll'].join('\n\n');
    writeFileSync(join(long, 'd9.txt'), text('He told Sapt of it.'));
    writeFileSync(join(long, 'd10.txt'), text('All quiet.').replace('9', '10'));
    const items = ['d9.txt', 'd10.txt'].map((below) => ({ path: join(long, below), below, group: long }));
    const two = 'kind,id,name\nperson,p_SA1,"Sapt, Anton"\nperson,p_SA2,"Sapt, Arthur"\n';
    const listsOf = () => share([{ name: 'two.csv', text: two }]);
    const reading = await buildReview({ folder: long, by: 'A. Reader', items, listsOf, threads: 1 });
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(WAIT);
    await page.goto(await reading.listen({ host: '127.0.0.1', port: 0 }));
    expect(await page.title()).toBe(`Review – ${long}`);
    const scrolled = () =>
      page.evaluate(() => [document.getElementById('source')!.scrollTop, document.getElementById('tei')!.scrollTop]);
    const openDocument = async (name: string, words: RegExp): Promise<void> => {
      await page.locator('.doc', { hasText: name }).click();
      await page.waitForFunction(
        (pattern) => new RegExp(pattern).test(document.getElementById('source')!.textContent),
        words.source,
      );
    };

    await openDocument('d9.txt', /Sapt/);
    await page.waitForSelector('#tei .here');
    expect(Math.min(...(await scrolled()))).toBeGreaterThan(500);
    await openDocument('d10.txt', /All quiet/);
    expect(await scrolled()).toEqual([0, 0]);

    await page.setViewportSize({ width: 420, height: 800 });
    await openDocument('d9.txt', /Sapt/);
    await page.waitForSelector('#tei .here');
    const outside = await page.evaluate(() =>
      ['#title', '#source .here', '.card.now .options']
        .map((selector) => document.querySelector(selector)!.getBoundingClientRect())
        .filter(({ top, bottom }) => top < 0 || bottom > innerHeight),
    );
    expect(outside).toEqual([]);
    expect(await inaccessible(page)).toEqual([]);
    await page.close();
    await reading.close();
  });

  test('the first view of 10,000 documents needs no more than those that are in view', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    const items = Array.from({ length: 10_000 }, (_, i) => ({
      path: join(many, `d${i}.txt`),
      below: `d${i}.txt`,
      group: many,
    }));
    const large = await buildReview({ folder: many, by: 'A. Reader', items, threads: 2 });
    const address = await large.listen({ host: '127.0.0.1', port: 0 });
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForSelector('.doc');
    expect(await page.locator('.doc').count()).toBeLessThan(60);
    expect(await page.getAttribute('.doc', 'aria-setsize')).toBe('10000');
    await page.close();
    await large.close();
  });

  test('paste and convert', async () => {
    const trying = await buildService({
      host: '127.0.0.1',
      body: 1 << 20,
      request: WAIT,
      rate: 0,
      pool: { threads: 1, queue: 8, time: WAIT, heap: 1024 },
    });
    const address = await trying.listen({ host: '127.0.0.1', port: 0 });
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(WAIT);
    await page.goto(address);
    await page.getByRole('button', { name: 'A sample' }).click();
    await page.getByRole('button', { name: 'Convert' }).click();
    await page.waitForSelector('#tei .notes');
    await page.waitForSelector('#verdict >> text=Valid TEI');
    expect(await inaccessible(page)).toEqual([]);
    await page.screenshot({ path: join(SHOTS, 'try.png') });

    // Long addresses in the XML don't widen a narrow window.
    await page.setViewportSize({ width: 420, height: 800 });
    await page.getByRole('tab', { name: 'XML' }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(420);

    const convert = page.getByRole('button', { name: 'Convert' });
    await page.fill('#text', '1. Telegram\n\nAll \u0007quiet.');
    const twice = 'kind,id,name,description\nperson,p_A1,"Sapt, A",x\nperson,p_A1,"Sapt, B",y\n';
    await page.setInputFiles('#lists', { name: 'l.csv', mimeType: 'text/csv', buffer: Buffer.from(twice) });
    await convert.click();
    await page.waitForSelector('#doubts >> text=U+0007');
    await page.waitForSelector('#doubts >> text=/l\\.csv, line 3: .*p_A1/');

    // What is refused leaves nothing of the document before to copy.
    await page.fill('#volume', 'FRUS 1955');
    await convert.click();
    await page.waitForSelector('#problem >> text=/volume: “FRUS 1955”.*frus1955-57v23p1/');
    expect(await page.locator('#copy').isDisabled()).toBe(true);
    expect(await page.locator('#verdict').isHidden()).toBe(true);
    expect(await page.textContent('#tei')).not.toContain('quiet');
    await page.goto(`${address}/docs/`);
    await page.waitForSelector('text=Convert the text of one document to TEI');

    const { site, address: folder } = await siteBefore(trying);
    await page.goto(`${folder}/`);
    await page.getByRole('button', { name: 'A sample' }).click();
    await page.getByRole('button', { name: 'Convert' }).click();
    await page.waitForSelector('#verdict >> text=Valid TEI');
    await page.getByRole('link', { name: 'The interface' }).click();
    await page.waitForSelector('text=Convert the text of one document to TEI');
    await page.close();
    site.close();
    await trying.close();
  });
});
