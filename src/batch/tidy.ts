/** The memory of a thread that hands on much and keeps little. */

import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that may be dead before all of the heap is looked at. */
const DEAD = 48 * 2 ** 20;

/**
 * Collects whenever so much has come in since the last time. What passes from thread to thread outlives the young generation, and V8 by
 * itself looks at the old one late: the longer, the busier the host. A call that has nothing to do costs microseconds.
 */
export function tidyHeap(dead = DEAD): () => void {
  const collect = collector();
  let live = dead;
  return () => {
    if (getHeapStatistics().used_heap_size < live + dead) return;
    collect();
    live = getHeapStatistics().used_heap_size;
  };
}

/** V8's own, which is otherwise known only to a process that was started with the flag. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}
