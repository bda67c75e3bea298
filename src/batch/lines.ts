/** Lines of files that are too long to hold: where each lies, and its bytes when they are asked for. */

import { fstatSync, readSync, writeFileSync } from 'node:fs';

/** A run of bytes of a file. */
export interface Extent {
  readonly at: number;
  readonly length: number;
}

export interface Line extends Extent {
  /** With the line feed, where it has one; theirs until the next line is drawn. */
  readonly bytes: Buffer;
}

const LINE_FEED = 10;
/** Bytes read at a time. */
const CHUNK = 1 << 20;
const AHEAD = 1 << 16;

/** The lines of an open file, in their order. Memory holds a chunk, or the longest line. */
export function* linesIn(file: number): Generator<Line> {
  let buffer = Buffer.allocUnsafe(CHUNK);
  // The buffer holds what lies at `from`: `length` bytes.
  for (let from = 0, length = 0; ; ) {
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
    const more = readSync(file, buffer, length, buffer.length - length, from + length);
    const searched = length;
    length += more;
    let start = 0;
    for (
      let feed = buffer.indexOf(LINE_FEED, searched);
      feed >= 0 && feed < length;
      feed = buffer.indexOf(LINE_FEED, start)
    ) {
      yield { at: from + start, length: feed + 1 - start, bytes: buffer.subarray(start, feed + 1) };
      start = feed + 1;
    }
    if (more === 0) {
      if (start < length) yield { at: from + start, length: length - start, bytes: buffer.subarray(start, length) };
      return;
    }
    buffer.copyWithin(0, start, length);
    from += start;
    length -= start;
  }
}

/** The bytes of an open file there; fewer where it ends before. */
export function bytesAt(file: number, { at, length }: Extent): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  for (let more = 1; more > 0 && read < length; read += more)
    more = readSync(file, bytes, read, length - read, at + read);
  return bytes.subarray(0, read);
}

/** Let what is added to an open file begin a line, whatever was there. */
export function endLine(file: number): void {
  const [last = LINE_FEED] = bytesAt(file, { at: Math.max(0, fstatSync(file).size - 1), length: 1 });
  if (last !== LINE_FEED) writeFileSync(file, '\n');
}

/** A reader of an open file to which bytes are added only; what follows is read with it, for it is mostly asked for next. */
export function readingAhead(file: number): (extent: Extent) => Buffer {
  let held: Buffer = Buffer.alloc(0);
  let from = 0;
  return ({ at, length }) => {
    if (at < from || at + length > from + held.length) {
      held = bytesAt(file, { at, length: Math.max(length, AHEAD) });
      from = at;
    }
    return held.subarray(at - from, at - from + length);
  };
}

/** Add a run of bytes of one open file to another. */
export function copyBytes(from: number, { at, length }: Extent, to: number): void {
  for (let done = 0; done < length; done += CHUNK) {
    writeFileSync(to, bytesAt(from, { at: at + done, length: Math.min(CHUNK, length - done) }));
  }
}

/** Extents that follow each other made one. */
export function joined(extents: Iterable<Extent>): Extent[] {
  const runs: { at: number; length: number }[] = [];
  for (const { at, length } of extents) {
    const last = runs.at(-1);
    if (last && last.at + last.length === at) last.length += length;
    else runs.push({ at, length });
  }
  return runs;
}
