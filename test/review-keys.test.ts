/** The review page's keys, when more is going on than one key at a time: typing ahead, two reviewers, a server that is away. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { share } from '../dist/batch/shared.js';
import type { ReviewDecision } from '../dist/decisions/decision.js';
import { buildReview } from '../dist/web/review/server.js';
import { DocumentRows } from '../src/web/page/document-rows.js';
import type { Page as Rows } from '../src/web/review/model.js';
import { CHROMIUM, launch } from './browser.js';

const WAIT = 60_000;

/** Of “Sapt” it is open which of two is meant. */
const TEXT = `8. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, April 3, 1957—noon.

He told Sapt of it. Tarlenheim heard of it from the King at Zenda.

The Ministry thinks that Tarlenheim should wait. Sapt will not.

Rassendyll
  1. Source: Department of State, Central Files, 611.88/4–357.
`;

/** “Hentzau” is left without a tag. */
const NEXT = `9. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, April 4, 1957—noon.

I saw Madame Hentzau today.

Rassendyll
  1. Source: Department of State, Central Files, 611.88/4–457.
`;

const LAST = `10. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, April 5, 1957—noon.

All quiet.

Rassendyll
  1. Source: Department of State, Central Files, 611.88/4–557.
`;

const lists = [
  {
    name: 'lists.csv',
    text: `kind,id,name,description
person,p_SJ1,"Sapt, John",Colonel
person,p_SP1,"Sapt, Peter",Colonel
person,p_TF1,"Tarlenheim, Fritz von",Ambassador
person,p_HM1,"Rupert von Hentzau, Madame",wife of the Count
`,
  },
];

const folder = mkdtempSync(join(tmpdir(), 'teigram-keys-'));

describe('the way through the list', () => {
  /** A list of documents, the most doubtful first; `fetch` answers as the server does. */
  function listOf(doubts: Map<string, number>) {
    const asked: number[] = [];
    const fetch = async (offset: number, limit: number, key?: string): Promise<Rows> => {
      if (limit > 1) asked.push(offset);
      const order = [...doubts].sort(([, a], [, b]) => b - a).map(([name]) => name);
      const at = key === undefined ? -1 : order.indexOf(key);
      const [before, after] = [order[at - 1], order[at + 1]];
      const rows = order.slice(offset, offset + limit).map((name) => ({ key: name, path: `${name}.txt` }));
      const beside = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
      return { total: order.length, rows, at, ...beside };
    };
    return { rows: new DocumentRows(fetch), asked };
  }
  const many = (n: number) => new Map(Array.from({ length: n }, (_, i) => [`d${i}`, n - i]));

  test('whoever decides all, then goes to the next, sees every document once', async () => {
    const doubts = many(250);
    const { rows } = listOf(doubts);
    const seen: string[] = [];
    for (let i = 0; i < 250; i++) {
      const key = (await rows.step(1))!;
      seen.push(key);
      doubts.set(key, 0);
      await rows.renew(0, 10);
    }
    expect(seen).toEqual(Array.from({ length: 250 }, (_, i) => `d${i}`));
  });

  test('back is the way that one came; the ends are told', async () => {
    const doubts = many(3);
    const { rows } = listOf(doubts);
    rows.open('d1');
    await rows.place();
    doubts.set('d1', 0);
    expect([await rows.step(1), await rows.step(-1), await rows.step(-1), await rows.step(-1)]).toEqual([
      'd2',
      'd1',
      'd0',
      undefined,
    ]);
    expect(rows.current).toBe('d0');
    rows.open('d1');
    expect(await rows.place()).toBe(2);
    expect(await rows.step(1)).toBeUndefined();
  });

  test('steps that are taken at once follow each other', async () => {
    const { rows } = listOf(many(5));
    rows.open('d1');
    expect(await Promise.all([rows.step(1), rows.step(1), rows.step(-1)])).toEqual(['d2', 'd3', 'd2']);
  });

  test('in a list that is asked for in another way, the way goes on from there; one without the document begins', async () => {
    const doubts = many(3);
    const { rows } = listOf(doubts);
    rows.open('d1');
    await rows.place();
    doubts.set('d0', 0);
    rows.clear();
    expect(rows.size).toBe(0);
    expect(await rows.step(1)).toBe('d2');
    doubts.delete('d2');
    rows.clear();
    expect(await rows.place()).toBe(-1);
    expect(await rows.step(1)).toBe('d1');
  });

  test('rows are fetched once, in pages, and anew when they are renewed', async () => {
    const { rows, asked } = listOf(many(250));
    expect([await rows.need(0, 20), await rows.need(10, 100), await rows.need(90, 110)]).toEqual([true, false, true]);
    expect([rows.size, rows.row(101)?.key, rows.row(230)]).toEqual([250, 'd101', undefined]);
    rows.open('d150');
    expect(await rows.renew(0, 20)).toBe(150);
    expect(await rows.need(90, 110)).toBe(true);
    expect(asked).toEqual([0, 100, 0, 100]);
  });
});

describe.skipIf(!CHROMIUM)('in a browser', () => {
  let browser: Browser;
  let service: Awaited<ReturnType<typeof buildReview>>;
  let url: string;
  let texts: string;
  let tests = 0;

  beforeAll(async () => {
    browser = await launch();
  });
  beforeEach(async () => {
    texts = join(folder, String(tests++));
    mkdirSync(texts);
    const items = Object.entries({ d8: TEXT, d9: NEXT, d10: LAST }).map(([doc, text]) => {
      const below = `${doc}.txt`;
      const path = join(texts, below);
      writeFileSync(path, text);
      return { path, below, group: doc, doc };
    });
    service = await buildReview({
      folder: texts,
      by: 'A. Reader',
      items,
      listsOf: () => share(lists),
      doubt: 0.97,
      threads: 2,
    });
    url = await service.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(() => service?.close());
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** A page with a document open, when all were looked through. */
  async function open(name = 'd8'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    page.setDefaultTimeout(WAIT);
    await page.goto(url);
    await page.waitForSelector('#count >> text=/^3 documents/');
    await page.locator('.doc', { hasText: `${name}.txt` }).click();
    await page.waitForSelector('.card.now');
    return page;
  }
  /** Keep back what the page asks to be decided, until the answer is let through. */
  async function holdDecisions(page: Page): Promise<() => void> {
    let letThrough = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/decisions', async (route) => {
      await held;
      await route.continue();
    });
    return letThrough;
  }
  const inHand = (page: Page) => page.locator('.card.now').getAttribute('aria-label');
  const left = (page: Page) => page.locator('#left').textContent();
  const settled = (page: Page, n: number) => expect.poll(() => page.locator('.card.settled').count()).toBe(n);
  const decisions = (name = 'd8'): ReviewDecision[] =>
    JSON.parse(readFileSync(join(texts, `${name}.decisions.json`), 'utf8')).decisions;
  const isOpen = (page: Page, name: string) =>
    page.waitForSelector(`.doc[aria-selected="true"]:has-text("${name}.txt")`);
  const words = (decision: ReviewDecision | undefined) =>
    decision?.kind === 'document' ? undefined : decision?.on.exact;

  test('a key that is typed before the answer is of the doubt that is shown', async () => {
    const page = await open();
    const answer = await holdDecisions(page);
    const first = await inHand(page);
    await page.keyboard.press('a');
    const second = await inHand(page);
    expect(second).not.toBe(first);
    await page.keyboard.press('x');
    expect(await page.locator('.card.asked').count()).toBe(2);
    answer();
    await settled(page, 2);
    const [one, two] = decisions();
    expect(first).toContain(words(one));
    expect(second).toContain(words(two));
    expect([one, two].map((decision) => decision?.choice === 'none')).toEqual([false, true]);
    await page.close();
  });

  test('the cards of other doubts stay as they are while one goes from doubt to doubt', async () => {
    const page = await open();
    const marked = page.locator('.card.kept');
    await page.locator('.card').evaluateAll((cards) => {
      for (const card of cards) card.classList.add('kept');
    });
    const all = await marked.count();
    await page.keyboard.press('j');
    expect(await marked.count()).toBe(all - 2);
    await page.keyboard.press('k');
    expect([await marked.count(), await page.locator('.card').count()]).toEqual([all - 2, all]);
    expect(await page.locator('.card').first().getAttribute('class')).toContain('now');
    await page.close();
  });

  test('what is refused is a doubt again, and is told', async () => {
    const page = await open();
    const [before, doubts] = [await inHand(page), await left(page)];
    await page.route('**/decisions', (route) => route.abort());
    await page.keyboard.press('a');
    await page.waitForSelector('#problem:not([hidden]) >> text=The server can’t be reached');
    await expect.poll(() => left(page)).toBe(doubts);
    await page.unroute('**/decisions');
    await page
      .locator('.card', { hasText: before!.split(': ')[1]! })
      .first()
      .click();
    await page.keyboard.press('a');
    await settled(page, 1);
    await page.close();
  });

  test('the doubt in hand stays in hand when another reviewer decides, and that is shown', async () => {
    const [mine, other] = [await open(), await open()];
    const doubts = Number(await left(mine));
    for (let i = 0; i < 3; i++) await mine.keyboard.press('j');
    const held = await inHand(mine);
    await other.keyboard.press('x');
    await mine.waitForSelector('#notice:not([hidden]) >> text=Another reviewer');
    expect(Number(await left(mine))).toBeLessThan(doubts);
    expect(await inHand(mine)).toBe(held);
    // One's own decision is nobody else's, nor is taking it back.
    await mine.keyboard.press('x');
    await settled(mine, 2);
    await mine.keyboard.press('u');
    await settled(mine, 1);
    expect(await inHand(mine)).toBe(held);
    await mine.evaluate(() => window.dispatchEvent(new Event('focus')));
    await mine.keyboard.press('d');
    await mine.waitForSelector('#done[aria-pressed="true"]');
    expect(await mine.locator('#notice').isHidden()).toBe(true);
    await Promise.all([mine.close(), other.close()]);
  });

  test('a choice found by typing is of the text that was shown when it was begun', async () => {
    const page = await open();
    const answer = await holdDecisions(page);
    await page.keyboard.press('a');
    await page.locator('.card:not(.asked)', { hasText: 'Sapt' }).first().click();
    await page.keyboard.press('p');
    await page.waitForSelector('#found >> text=a name without a link');
    writeFileSync(join(texts, 'd8.txt'), TEXT.replace('He told', 'On Monday he told'));
    answer();
    await page.waitForSelector('#problem:not([hidden]) >> text=changed meanwhile');
    const second = page.waitForResponse('**/decisions');
    await page.locator('#found li', { hasText: 'a name without a link' }).click();
    expect((await second).status()).toBe(409);
    await page.close();
  });

  test('accepting a name of which it is open who is meant leaves it without a link', async () => {
    const page = await open();
    await page.locator('.card', { hasText: 'Sapt' }).first().click();
    await page.waitForSelector('.options .current >> text=a name without a link');
    const [shown, best] = await page.locator('.options .q').allTextContents();
    await page.keyboard.press('a');
    await settled(page, 1);
    const [{ was } = { was: undefined }] = decisions();
    expect(decisions()).toMatchObject([{ kind: 'person', choice: 'unlisted', was: { choice: 'unlisted' } }]);
    expect(shown).toBe(`${Math.round(was!.p * 100)} %`);
    expect(was!.p + Number.parseInt(best!, 10) / 100).toBeLessThan(1);
    await page.close();
  });

  test('what was decided of some words is decided of them elsewhere, and undone in one step', async () => {
    const page = await open();
    await page.locator('.card', { hasText: 'Sapt' }).first().click();
    await page.keyboard.press('1');
    await page.waitForSelector('#notice:not([hidden]) >> text=“Sapt” is doubtful in 1 more place');
    await page.keyboard.press('w');
    await settled(page, 2);
    expect(decisions().map(({ choice }) => choice)).toEqual(Array(2).fill(expect.stringMatching(/^#p_S[JP]1$/)));
    expect(new Set(decisions().map(({ choice }) => choice)).size).toBe(1);
    await page.keyboard.press('w');
    await page.waitForSelector('#problem:not([hidden]) >> text=no other doubts about the words');
    await page.keyboard.press('u');
    await settled(page, 1);
    await page.close();
  });

  test('a name that was left without a tag can be linked, or left so', async () => {
    const page = await open('d9');
    await page.locator('.card', { hasText: 'Hentzau' }).click();
    const decideOnName = async (key: string): Promise<void> => {
      await page.waitForSelector('.options .current >> text=no tag');
      await page.keyboard.press(key);
      await settled(page, 1);
    };
    const name = page.locator('#tei tei-persname', { hasText: 'Hentzau' });
    await decideOnName('a');
    expect(decisions('d9').at(-1)).toMatchObject({ kind: 'person', choice: 'none', was: { choice: 'none' } });
    expect(await name.count()).toBe(0);
    await page.keyboard.press('u');
    await settled(page, 0);
    await decideOnName('1');
    expect(decisions('d9').at(-1)).toMatchObject({ kind: 'person', choice: '#p_HM1', was: { choice: 'none' } });
    await expect.poll(() => name.getAttribute('corresp')).toBe('#p_HM1');
    await page.close();
  });

  test('the next document is the one that came next when this one was opened, wherever decisions moved it', async () => {
    const page = await open();
    expect(await page.locator('.doc .f').allTextContents()).toEqual(
      ['d8', 'd9', 'd10'].map((name) => expect.stringMatching(`^${name}\\.txt`)),
    );
    for (let doubts = Number(await left(page)); doubts > 0; doubts--) {
      await page.keyboard.press('a');
      await expect.poll(() => left(page)).toBe(String(doubts - 1));
    }
    await page.keyboard.press('d');
    await page.waitForSelector('#done[aria-pressed="true"]');
    // The document is the last of the list now.
    await expect.poll(() => page.locator('.doc .f').last().textContent()).toContain('d8.txt');
    await page.keyboard.press(']');
    await isOpen(page, 'd9');
    await page.keyboard.press('[');
    await isOpen(page, 'd8');
    await page.keyboard.press(']');
    await isOpen(page, 'd9');
    await page.keyboard.press(']');
    await isOpen(page, 'd10');
    await page.waitForSelector('#say >> text=/: 2 doubts$/', { state: 'attached' });
    await page.keyboard.press('a');
    await settled(page, 1);
    await page.keyboard.press(']');
    await isOpen(page, 'd8');
    await page.keyboard.press('[');
    await page.waitForSelector('#say >> text=/: 1 doubt$/', { state: 'attached' });
    await page.keyboard.press(']');
    await isOpen(page, 'd8');
    await page.keyboard.press(']');
    await page.waitForSelector('#notice:not([hidden]) >> text=There is no document after this one in the list.');
    await isOpen(page, 'd8');
    await page.close();
  });

  test('undo takes back the last thing, whatever it was, and once', async () => {
    const page = await open();
    await page.keyboard.press('a');
    await settled(page, 1);
    await page.keyboard.press('d');
    await page.waitForSelector('#done[aria-pressed="true"]');
    await page.keyboard.press('u');
    await page.waitForSelector('#done[aria-pressed="false"]');
    await settled(page, 1);

    await page.getByRole('button', { name: 'Take back' }).click();
    await settled(page, 0);
    expect(await page.locator('#undo').isDisabled()).toBe(true);
    const taken = decisions();
    await page.keyboard.press('u');
    await page.waitForSelector('#say >> text=Nothing to undo', { state: 'attached' });
    expect(decisions()).toEqual(taken);
    await page.close();
  });

  test('undo that does not reach the server can be tried again', async () => {
    const page = await open();
    await page.keyboard.press('a');
    await settled(page, 1);
    await page.route('**/withdrawals', (route) => route.abort());
    await page.keyboard.press('u');
    await page.waitForSelector('#problem:not([hidden]) >> text=The server can’t be reached');
    await page.unroute('**/withdrawals');
    await page.keyboard.press('u');
    await settled(page, 0);
    expect(await page.locator('#problem').isHidden()).toBe(true);
    await page.close();
  });
});
