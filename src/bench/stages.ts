/** The stages timed in one process, in seconds of processor time, after a first round that lets the engine warm up. */

import { schemaFindings } from '../check/output.js';
import { convert } from '../convert.js';
import { DEFAULT_DOUBT } from '../diagnostic.js';
import { read } from '../read/index.js';
import { resolve } from '../resolve/index.js';
import { source } from '../source.js';
import { VERSION } from '../version.js';
import { write } from '../write/index.js';
import { clock } from './clock.js';
import type { Telegram } from './telegrams.js';

export interface StageSeconds {
  readonly stages: Readonly<Record<string, number>>;
  readonly together: number;
  readonly outputs: readonly string[];
}

/** The best of this many rounds. */
const ROUNDS = 3;

type Stage = 'read' | 'resolve' | 'write' | 'validate' | 'all';

export function stageSeconds(telegrams: readonly Telegram[]): StageSeconds {
  const best: Record<Stage, number> = { read: 0, resolve: 0, write: 0, validate: 0, all: 0 };
  let outputs: string[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    // Each round starts from the texts: what a stage remembers of a document is gone with it.
    const timed = <A, B>(stage: Stage, items: readonly A[], step: (item: A, index: number) => B): B[] => {
      const start = clock();
      const results = items.map(step);
      const seconds = clock() - start;
      if (round === 1 || (round > 1 && seconds < best[stage])) best[stage] = seconds;
      return results;
    };
    // First, while nothing of the stages lies in memory: a pipeline keeps one document at a time.
    outputs = timed(
      'all',
      telegrams,
      ({ text, name, volume, id, authority }) => convert(text, { name, volume, doc: id, authority }).output,
    );
    const documents = timed('read', telegrams, ({ name, text, volume, id }) =>
      read(source(text, name), { volume, id }),
    );
    const resolved = timed('resolve', documents, (document, i) =>
      resolve(document, { doubt: DEFAULT_DOUBT, authority: telegrams[i]!.authority }),
    );
    const written = timed('write', resolved, (document) => write(document, 'tei', { pretty: true, version: VERSION }));
    timed('validate', written, ({ output, ledger }, i) => schemaFindings(output, ledger, resolved[i]!.source));
  }
  const { all, ...stages } = best;
  return { stages, together: all, outputs };
}
