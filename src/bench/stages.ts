/** The stages timed in one process, in seconds of processor time, after a first round that lets the engine warm up. */

import { schemaFindings } from '../check/output.js';
import { convert } from '../convert.js';
import { read } from '../read/index.js';
import { resolve } from '../resolve/index.js';
import { source } from '../source.js';
import type { Document } from '../tree.js';
import { VERSION } from '../version.js';
import { type Written, write } from '../write/index.js';
import type { Telegram } from './telegrams.js';

export interface StageSeconds {
  readonly stages: Readonly<Record<string, number>>;
  readonly together: number;
  readonly outputs: readonly string[];
}

/** The best of this many rounds. */
const ROUNDS = 3;

/** Processor time, so that other programs on the machine don't count. */
const clock = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Seconds of the fastest round over all items, and the last round's results. */
function timed<A, B>(items: readonly A[], step: (item: A, index: number) => B): { seconds: number; results: B[] } {
  let seconds = Number.POSITIVE_INFINITY;
  let results: B[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = clock();
    results = items.map(step);
    if (round > 0) seconds = Math.min(seconds, clock() - start);
  }
  return { seconds, results };
}

export function stageSeconds(telegrams: readonly Telegram[]): StageSeconds {
  const reading = timed(telegrams, ({ name, text, volume, id }) => read(source(text, name), { volume, id }));
  const resolving = timed(reading.results, (document, i) =>
    resolve(document, { doubt: 0.99, authority: telegrams[i]!.authority }),
  );
  const documents = resolving.results;
  const writing = timed(documents, (document: Document) => write(document, 'tei', { pretty: true, version: VERSION }));
  const validating = timed(writing.results, ({ output, ledger }: Written, i) =>
    schemaFindings(output, ledger, documents[i]!.source),
  );
  const all = timed(
    telegrams,
    ({ text, name, volume, id, authority }) => convert(text, { name, volume, doc: id, authority }).output,
  );
  return {
    stages: { read: reading.seconds, resolve: resolving.seconds, write: writing.seconds, validate: validating.seconds },
    together: all.seconds,
    outputs: all.results,
  };
}
