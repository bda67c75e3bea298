/** What is timed from outside: xmllint on our outputs, and how long our own command takes to start. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { costOf } from './clock.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ROUNDS = 3;
export const GRAMMAR = join(ROOT, 'schemas/teigram/teigram.rng');

/** Files to check come behind it. */
export const XMLLINT = ['xmllint', '--noout', '--relaxng', GRAMMAR] as const;

/** Processor time, so that other programs on the machine don't count; Infinity where the command isn't there. */
const seconds = (command: string, args: readonly string[], cwd = ROOT): number =>
  costOf(command, args, cwd)?.processor ?? Number.POSITIVE_INFINITY;

const best = (time: () => number): number => Math.min(...Array.from({ length: ROUNDS }, time));

/** Seconds of one call over all outputs, its start included; those that aren't installed are left out. */
export function outsideSeconds(folder: string, outputs: readonly string[]): Readonly<Record<string, number>> {
  const names = outputs.map((xml, i) => {
    writeFileSync(join(folder, `${i}.xml`), xml);
    return `${i}.xml`;
  });
  const copies = join(folder, 'copies');
  mkdirSync(copies);
  const calls: Readonly<Record<string, readonly string[]>> = {
    'xmllint --noout --relaxng': [...XMLLINT, ...names],
    jing: ['jing', GRAMMAR, ...names],
    'cp, a plain copy': ['cp', ...names, copies],
  };
  const timed = Object.entries(calls).map(
    ([what, [command, ...args]]) => [what, best(() => seconds(command!, args, folder))] as const,
  );
  return Object.fromEntries(timed.filter(([, time]) => Number.isFinite(time)));
}

/** Start-up: what one call costs, whatever it does. */
export function commandSeconds(): Readonly<Record<string, number>> {
  const main = join(ROOT, 'dist/cli/main.js');
  const call = (...args: string[]): number => best(() => seconds(process.execPath, [main, ...args]));
  return {
    'teigram --version': call('--version'),
    'teigram convert, one telegram': call('convert', 'samples/telegram.txt', '--quiet'),
    '… without the schema': call('convert', 'samples/telegram.txt', '--quiet', '--no-validate'),
  };
}
