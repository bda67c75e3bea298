/** The review page's keys, when more is going on than one key at a time: typing ahead, two reviewers, a server that is away. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReviewDecision } from '../dist/decisions/decision.js';
import { buildReview } from '../dist/web/review/server.js';
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
const lists = [
  {
    name: 'lists.csv',
    text: `kind,id,name,description
person,p_SJ1,"Sapt, John",Colonel
person,p_SP1,"Sapt, Peter",Colonel
person,p_TF1,"Tarlenheim, Fritz von",Ambassador
`,
  },
];

const folder = mkdtempSync(join(tmpdir(), 'teigram-keys-'));

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
    writeFileSync(join(texts, 'd8.txt'), TEXT);
    const items = [{ path: join(texts, 'd8.txt'), below: 'd8.txt', group: texts, doc: 'd8' }];
    service = await buildReview({ folder: texts, by: 'A. Reader', items, lists, doubt: 0.97, threads: 2 });
    url = await service.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(() => service?.close());
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function open(): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    page.setDefaultTimeout(WAIT);
    await page.goto(url);
    await page.locator('.doc', { hasText: 'd8.txt' }).click();
    await page.waitForSelector('.card.now');
    return page;
  }
  const inHand = (page: Page) => page.locator('.card.now').getAttribute('aria-label');
  const left = (page: Page) => page.locator('#left').textContent();
  const settled = (page: Page, n: number) => expect.poll(() => page.locator('.card.settled').count()).toBe(n);
  const decisions = (): ReviewDecision[] =>
    JSON.parse(readFileSync(join(texts, 'd8.decisions.json'), 'utf8')).decisions;
  const words = (decision: ReviewDecision | undefined) =>
    decision?.kind === 'document' ? undefined : decision?.on.exact;

  test('a key that is typed before the answer is of the doubt that is shown', async () => {
    const page = await open();
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/decisions', async (route) => {
      await held;
      await route.continue();
    });
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
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/decisions', async (route) => {
      await held;
      await route.continue();
    });
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
    await page.keyboard.press('a');
    await settled(page, 1);
    expect(decisions()).toMatchObject([{ kind: 'person', choice: 'unlisted', was: { choice: 'unlisted' } }]);
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
