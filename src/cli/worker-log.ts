/** What a worker tells while it works: failed documents as they fail, how many are converted now and then. */

import { few } from './few.js';
import { MINUTE } from './progress.js';
import { complain, err } from './terminal.js';

interface WorkerLog {
  converted(documents: number): void;
  failed(documents: readonly string[], message: string, hint?: string): void;
  /** Tell what it came to. */
  end(): void;
}

export function workerLog(): WorkerLog {
  let [converted, failed, told] = [0, 0, 0];
  const tell = (words: string): void => {
    told = converted + failed;
    err(`teigram: ${words}${converted} converted${failed > 0 ? `, ${failed} failed` : ''}`);
  };
  // A worker that has nothing to do is silent.
  const timer = setInterval(() => converted + failed > told && tell(''), MINUTE);
  return {
    converted(documents) {
      converted += documents;
    },
    failed(documents, message, hint) {
      failed += documents.length;
      const named = few(documents);
      complain(documents.length === 1 && message.includes(named) ? message : `${named}: ${message}`, hint);
    },
    end() {
      clearInterval(timer);
      tell('worker ended: ');
    },
  };
}
