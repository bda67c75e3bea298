/** The documents of a folder and what is known of each; looked through in the background, most doubtful first in the list. */

import { sha256 } from '../../batch/sha256.js';
import { type Shared, share } from '../../batch/shared.js';
import type { ListsOf } from '../../batch/task.js';
import { remember, type VolumeMemory } from '../../memory.js';
import type { Pool } from '../pool.js';
import type { ReviewInput, Source } from '../tasks/review.js';
import {
  type DoubtKind,
  doubtsOf,
  type Failure,
  type ORDERS,
  type Page,
  type Progress,
  type Reading,
  type Row,
  type SHOWS,
  type Summary,
  type View,
} from './model.js';

/** A document of the folder; `group` names the volume whose documents are evidence for each other. */
export interface Item extends Source {
  readonly below: string;
  readonly group: string;
}

export interface LibraryOptions {
  readonly items: readonly Item[];
  readonly listsOf?: ListsOf;
  readonly persons?: ReviewInput['options']['persons'];
  readonly doubt?: number;
  /** Worker threads: one is left to the documents that are opened, the others look through the folder. */
  readonly threads: number;
}

interface Entry {
  readonly key: string;
  readonly item: Item;
  summary?: Summary;
  fault?: string;
}

export interface Query {
  readonly order: (typeof ORDERS)[number];
  readonly show: (typeof SHOWS)[number];
  readonly kind?: DoubtKind;
  readonly words: string;
}

/** Documents a piece of work: few, so that a document that is opened need not wait long. */
const PIECE = 8;

const SHOWN: Readonly<Record<Query['show'], (summary: Summary | undefined) => boolean>> = {
  all: () => true,
  open: (summary) => summary !== undefined && !summary.done && (doubtsOf(summary) > 0 || summary.unfit > 0),
  clear: (summary) => summary !== undefined && doubtsOf(summary) === 0 && summary.unfit === 0,
  done: (summary) => summary?.done === true,
  todo: (summary) => summary?.done !== true,
};

/** By what a document is known to the page and to links into it: its path below the folder, hashed. */
export const documentKey = (below: string): string => sha256(below.replaceAll('\\', '/')).slice(0, 16);

export class Library {
  private readonly entries: readonly Entry[];
  private readonly byKey: ReadonlyMap<string, Entry>;
  private readonly memories = new Map<string, Shared<VolumeMemory>>();
  private readonly input: Omit<ReviewInput, 'lists' | 'memory'>;
  private looked = 0;
  private stopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly options: LibraryOptions,
    /** Hears that something is known anew. */
    private readonly changed: () => void,
  ) {
    const { items, persons, doubt } = options;
    this.entries = items.map((item) => ({ key: documentKey(item.below), item }));
    this.byKey = new Map(this.entries.map((entry) => [entry.key, entry]));
    this.input = {
      options: persons ? { persons } : {},
      ...(doubt !== undefined && { doubt }),
    };
  }

  /** The volume of a document, if it is known. */
  volumeOf(key: string): string | undefined {
    return this.byKey.get(key)?.item.volume;
  }

  /** The file of a document. */
  pathOf(key: string): string | undefined {
    return this.byKey.get(key)?.item.path;
  }

  private inputFor({ group, volume }: Item): ReviewInput {
    const memory = this.memories.get(group);
    const lists = this.options.listsOf?.(volume);
    return { ...this.input, ...(lists && { lists }), ...(memory && { memory }) };
  }

  private learn(entry: Entry, result: Summary | View | Failure): void {
    if (entry.summary === undefined && entry.fault === undefined) this.looked++;
    if ('fault' in result) {
      entry.fault = result.fault;
      delete entry.summary;
    } else {
      delete entry.fault;
      const { title, doubts, expected, decided, unfit, done, findings } = result;
      entry.summary = { title, doubts, expected, decided, unfit, done, findings };
    }
  }

  /** A document whole, as it is on disk now. */
  async view(key: string): Promise<View | Failure | undefined> {
    const entry = this.byKey.get(key);
    if (!entry) return undefined;
    const view = await this.pool.run('view', { ...this.inputFor(entry.item), source: entry.item });
    this.learn(entry, view);
    this.changed();
    return view;
  }

  /** A document's text as it is on disk now. */
  async reading(key: string): Promise<Reading | Failure | undefined> {
    const entry = this.byKey.get(key);
    return entry && this.pool.run('reading', { source: entry.item });
  }

  /** Look through all documents, volume by volume: what they know of each other first. Ends early when it is stopped. */
  async survey(): Promise<void> {
    const groups = new Map<string, Entry[]>();
    for (const entry of this.entries) {
      const group = groups.get(entry.item.group);
      if (group) group.push(entry);
      else groups.set(entry.item.group, [entry]);
    }
    for (const [group, entries] of groups) {
      if (entries.length > 1) {
        const input = this.inputFor(entries[0]!.item);
        const facts = await this.inPieces(entries, (sources) => this.pool.run('facts', { ...input, sources }));
        if (this.stopped) return;
        this.memories.set(group, share(remember(facts.flat())));
      }
      await this.inPieces(entries, async (sources, piece) => {
        const results = await this.pool.run('summaries', { ...this.inputFor(piece[0]!.item), sources });
        for (const [i, entry] of piece.entries()) this.learn(entry, results[i]!);
        this.changed();
      });
      if (this.stopped) return;
    }
  }

  /** Results in the order of the pieces. */
  private async inPieces<T>(
    entries: readonly Entry[],
    run: (sources: Source[], piece: Entry[]) => Promise<T>,
  ): Promise<T[]> {
    const results: T[] = [];
    let next = 0;
    const lane = async (): Promise<void> => {
      while (next * PIECE < entries.length && !this.stopped) {
        const number = next++;
        const piece = entries.slice(number * PIECE, (number + 1) * PIECE);
        results[number] = await run(
          piece.map(({ item: { path, volume, doc } }) => ({
            path,
            ...(volume !== undefined && { volume }),
            ...(doc !== undefined && { doc }),
          })),
          piece,
        );
      }
    };
    await Promise.all(Array.from({ length: Math.max(1, this.options.threads - 1) }, lane));
    return results;
  }

  stop(): void {
    this.stopped = true;
  }

  /** One page of the list, and where a document stands in it, with its neighbours. */
  page({ order, show, kind, words }: Query, offset: number, limit: number, key?: string): Page {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const some = this.entries.filter(({ item, summary }) => {
      if (!SHOWN[show](summary) || (kind && !summary?.doubts[kind])) return false;
      const text = `${item.below} ${summary?.title ?? ''}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
    if (order === 'doubt') some.sort((a, b) => weight(b) - weight(a));
    const rows = some.slice(offset, offset + limit).map(
      (entry): Row => ({
        key: entry.key,
        path: entry.item.below,
        ...(entry.summary && { summary: entry.summary }),
        ...(entry.fault !== undefined && { fault: entry.fault }),
      }),
    );
    const at = key === undefined ? -1 : some.findIndex((entry) => entry.key === key);
    const [before, after] = [some[at - 1]?.key, some[at + 1]?.key];
    return {
      total: some.length,
      rows,
      at,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
  }

  progress(): Progress {
    let open = 0;
    let done = 0;
    let doubts = 0;
    for (const { summary } of this.entries) {
      if (!summary) continue;
      if (summary.done) done++;
      doubts += doubtsOf(summary);
      if (SHOWN.open(summary)) open++;
    }
    return { documents: this.entries.length, looked: this.looked, open, done, doubts };
  }
}

/** Documents that are done come last, those with decisions that no longer fit first. */
const weight = ({ summary }: Entry): number => {
  if (!summary) return -0.5;
  return summary.done ? -1 : summary.expected + summary.unfit;
};
