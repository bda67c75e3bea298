/** Whether it is time to start threads: told by the pace that work has here, not by guesses about files that nobody has read. */

/** Milliseconds of work left from which on threads bring more than it costs to start them. */
const WORTH_THREADS = 2000;
/** Milliseconds over which a pace is taken. */
const SPAN = 150;
/** The first milliseconds don't count: code runs slowly until it is compiled, and threads would have to compile it anew. */
const WARMING = 600;

/** Asked before each of `count` pieces of work; true once the rest is worth threads. */
export function paceKeeper(count: number, now: () => number): () => boolean {
  let asked = 0;
  let spanAt = 0;
  let spanSince = now();
  let warm = false;
  return () => {
    const left = count - asked++;
    const time = now() - spanSince;
    if (time < (warm ? SPAN : WARMING)) return false;
    const perPiece = time / (asked - 1 - spanAt);
    if (warm && left > 1 && left * perPiece > WORTH_THREADS) return true;
    warm = true;
    spanAt = asked - 1;
    spanSince += time;
    return false;
  };
}
