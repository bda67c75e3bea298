/** The rows of the list of documents, as far as they were fetched, and the way through them from one document to the next. */

import type { Page, Row } from '../review/model.js';

/** Rows that are fetched in one go. */
const PAGE = 100;

/** Pages that hold the rows from one to another, without it; one at least. */
function pages(from: number, to: number): number[] {
  const first = Math.floor(from / PAGE);
  const last = Math.max(first, Math.ceil(to / PAGE) - 1);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

export class DocumentRows {
  /** How many rows there are in all. */
  size = 0;
  private readonly rows = new Map<number, Row>();
  private readonly asked = new Set<number>();
  private generation = 0;
  /** Keys of documents as one goes through them, and which of them is open: one goes back the way that one came. */
  private way: string[] = [];
  private at = -1;
  /** What stood around the open document when it was opened: decisions move it in the list. */
  private around: Promise<Page> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** `fetch`: some rows of the list as it is asked for now, and what stands around the document of a key. */
  constructor(private readonly fetch: (offset: number, limit: number, key?: string) => Promise<Page>) {}

  row(index: number): Row | undefined {
    return this.rows.get(index);
  }

  /** Key of the document that is open; undefined before the first. */
  get current(): string | undefined {
    return this.way[this.at];
  }

  /** Forget all rows: the list is asked for in another way. The document that is open remains so. */
  clear(): void {
    this.generation++;
    this.rows.clear();
    this.asked.clear();
    const { current } = this;
    this.way = [];
    this.at = -1;
    this.around = undefined;
    if (current !== undefined) this.open(current);
  }

  /** Fetch the pages of the rows from one to another that weren't fetched yet; false where there are none. */
  async need(from: number, to: number): Promise<boolean> {
    const missing = pages(from, to).filter((page) => !this.asked.has(page));
    await this.load(missing);
    return missing.length > 0;
  }

  /** Fetch the rows from one to another again, all others when they are needed. Gives back the row of the open document, or −1. */
  renew(from: number, to: number): Promise<number> {
    this.asked.clear();
    return this.load(pages(from, to));
  }

  private async load(some: readonly number[]): Promise<number> {
    const mine = this.generation;
    let at = -1;
    const load = async (page: number): Promise<void> => {
      this.asked.add(page);
      const answer = await this.fetch(page * PAGE, PAGE, this.current);
      if (mine !== this.generation) return;
      this.size = answer.total;
      at = answer.at;
      for (const [i, row] of answer.rows.entries()) this.rows.set(page * PAGE + i, row);
    };
    await Promise.all(some.map(load));
    return at;
  }

  /** Open a document that was chosen. */
  open(key: string): void {
    this.way = [key];
    this.at = 0;
    this.ask();
  }

  private ask(): void {
    const asked = this.fetch(0, 1, this.current).then((answer) => {
      if (this.around === asked) this.lengthen(answer);
      return answer;
    });
    this.around = asked;
    // What failed is told to those who wait for it, and asked for again when it is wanted.
    asked.catch(() => {
      if (this.around === asked) this.around = undefined;
    });
  }

  /** The way goes on where it was at its end. */
  private lengthen({ before, after }: Page): void {
    if (after !== undefined && this.at === this.way.length - 1) this.way.push(after);
    if (before !== undefined && this.at === 0) {
      this.way.unshift(before);
      this.at = 1;
    }
  }

  /** What stands around the document that is open. @throws where it can't be fetched */
  private async beside(): Promise<Page> {
    let asked: Promise<Page> | undefined;
    let answer: Page | undefined;
    // Where another document was opened meanwhile, it is that one's that counts.
    while (!answer || asked !== this.around) {
      if (!this.around) this.ask();
      asked = this.around;
      answer = await asked;
    }
    return answer;
  }

  /** The row where the document stood when it was opened; −1 where the list didn't show it. */
  async place(): Promise<number> {
    return (await this.beside()).at;
  }

  /**
   * Open the document after (1) or before (−1) the one that is open, as they stood when that was opened; where the list
   * didn't show that, its first is the one after. Gives back the key; undefined at the list's end. Steps that are taken
   * before the answers are there follow each other.
   */
  step(by: 1 | -1): Promise<string | undefined> {
    const step = this.last.then(async () => {
      await this.beside();
      const next = this.way[this.at + by];
      if (next === undefined) return undefined;
      this.at += by;
      this.ask();
      return next;
    });
    this.last = step.catch(() => undefined);
    return step;
  }
}
