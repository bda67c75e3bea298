/**
 * Makes `src/places/standard-offsets.ts` from the compiled IANA Time Zone Database (TZif, RFC 8536): for each zone that
 * datelines need, its standard offset and the days on which that changed. Daylight-saving time is left out: editors
 * write a place's standard offset in summer too.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zones } from '../places/posts.js';

interface Transition {
  /** Seconds since 1970. */
  readonly at: number;
  readonly offset: number;
  readonly dst: boolean;
}

/** The transitions of a TZif file, second (64-bit) block. */
export function readTzif(data: Buffer): Transition[] {
  const header = (at: number) => ({
    isut: data.readUInt32BE(at + 20),
    isstd: data.readUInt32BE(at + 24),
    leap: data.readUInt32BE(at + 28),
    times: data.readUInt32BE(at + 32),
    types: data.readUInt32BE(at + 36),
    chars: data.readUInt32BE(at + 40),
  });
  const first = header(0);
  const start = 44 + first.times * 5 + first.types * 6 + first.chars + first.leap * 8 + first.isstd + first.isut;
  const { times, types } = header(start);
  const timesAt = start + 44;
  const indexAt = timesAt + times * 8;
  const typesAt = indexAt + times;
  const type = (i: number) => ({
    offset: data.readInt32BE(typesAt + i * 6),
    dst: data[typesAt + i * 6 + 4] === 1,
  });
  const out: Transition[] = types > 0 ? [{ at: Number.NEGATIVE_INFINITY, ...type(0) }] : [];
  for (let i = 0; i < times; i++) {
    out.push({ at: Number(data.readBigInt64BE(timesAt + i * 8)), ...type(data[indexAt + i]!) });
  }
  return out;
}

const FROM = '1850-01-01';

const pad = (n: number): string => String(n).padStart(2, '0');

function offsetText(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  return `${seconds < 0 && minutes > 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Periods of standard offset: first day and offset; a change that only daylight saving hides counts from its end. */
export function standardPeriods(transitions: readonly Transition[]): [string, string][] {
  const periods: [string, string][] = [];
  for (const { at, offset, dst } of transitions) {
    if (dst) continue;
    const text = offsetText(offset);
    if (periods.at(-1)?.[1] === text) continue;
    const local = at === Number.NEGATIVE_INFINITY ? FROM : new Date((at + offset) * 1000).toISOString().slice(0, 10);
    if (local <= FROM) periods.length = 0;
    periods.push([local <= FROM ? FROM : local, text]);
  }
  return periods;
}

/** The text of `src/places/standard-offsets.ts`, before it is formatted. */
export function standardOffsetsModule(folder = '/usr/share/zoneinfo'): string {
  const lines = zones().map((zone) => {
    const periods = standardPeriods(readTzif(readFileSync(join(folder, zone))));
    return `  '${zone}': '${periods.map((period) => period.join(' ')).join('; ')}',`;
  });
  return `/**
 * Standard offsets from UTC by zone: first day and offset of each period. Made by \`npm run train -- zones\` from the IANA Time
 * Zone Database; daylight-saving time left out.
 */
export const STANDARD_OFFSETS: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;
}
