/** Lines of a stream as they come. */

/** Stands for a pause: whoever writes may be waiting for an answer. */
export const PAUSE = 'pause';
/** Milliseconds without anything new that are a pause. */
const PATIENCE = 25;
const LINE_FEED = 10;

/** Lines without their line feeds, and pauses. */
export async function* lineStream(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | typeof PAUSE> {
  const iterator = chunks[Symbol.asyncIterator]();
  let begun: Uint8Array[] = [];
  for (;;) {
    const next = iterator.next();
    if (await isLate(next)) yield PAUSE;
    const { done, value } = await next;
    if (done) break;
    let from = 0;
    for (let feed = value.indexOf(LINE_FEED); feed >= 0; feed = value.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([...begun, value.subarray(from, feed)]);
      begun = [];
      from = feed + 1;
    }
    begun.push(value.subarray(from));
  }
  const last = Buffer.concat(begun);
  if (last.length > 0) yield last;
}

async function isLate(next: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((tell) => {
    timer = setTimeout(() => tell(true), PATIENCE);
  });
  try {
    return await Promise.race([next.then(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
