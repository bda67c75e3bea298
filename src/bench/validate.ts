/** `teigram validate` beside xmllint and jing, start-up included, as ratios in one run on the same files. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cost, costOf } from './clock.js';
import { GRAMMAR, XMLLINT } from './outside.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = join(ROOT, 'dist/cli/main.js');
const ROUNDS = 3;
const VOLUME_CHARACTERS = 4_000_000;

/** The best of several rounds, taken in turn so that what else the machine does falls on all alike. */
function compare(commands: Readonly<Record<string, readonly string[]>>, cwd: string): Map<string, Cost> {
  const best = new Map<string, Cost>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, [command = '', ...args]] of Object.entries(commands)) {
      const time = costOf(command, args, cwd);
      const before = best.get(name);
      if (!time) continue;
      best.set(name, {
        elapsed: Math.min(time.elapsed, before?.elapsed ?? Number.POSITIVE_INFINITY),
        processor: Math.min(time.processor, before?.processor ?? Number.POSITIVE_INFINITY),
      });
    }
  }
  return best;
}

/** One volume of all the documents' divisions, ids made different. */
function volumeOf(outputs: readonly string[]): string {
  const [header = ''] = outputs[0]!.split('<text>');
  const divisions: string[] = [];
  let size = 0;
  for (let i = 0; size < VOLUME_CHARACTERS; i++) {
    const [division] = /<div [\s\S]*<\/div>/.exec(outputs[i % outputs.length]!) ?? [''];
    divisions.push(division.replace(/xml:id="/g, `xml:id="v${i}-`));
    size += division.length;
  }
  return `${header}<text><body>\n${divisions.join('\n')}\n</body></text>\n</TEI>\n`;
}

function print(what: string, times: ReadonlyMap<string, Cost>): void {
  console.log(`\n${what.padEnd(34)} processor       wall`);
  for (const [name, { processor, elapsed }] of times) {
    const ratios = ['xmllint', 'jing'].flatMap((other) => {
      const than = times.get(other);
      if (!than || !name.startsWith('teigram')) return [];
      return `${(processor / than.processor).toFixed(2)} (wall ${(elapsed / than.elapsed).toFixed(2)}) times ${other}`;
    });
    const ms = (seconds: number): string => `${(seconds * 1000).toFixed(0)} ms`.padStart(9);
    console.log(`  ${name.padEnd(32)} ${ms(processor)}  ${ms(elapsed)}  ${ratios.join('; ')}`);
  }
  for (const other of ['xmllint', 'jing']) if (!times.has(other)) console.log(`  ${other} is not installed`);
}

/** Print the table. `outputs` are valid documents; they and a volume of them are written to `folder`. */
export function printValidation(folder: string, outputs: readonly string[]): void {
  const files = join(folder, 'validate');
  mkdirSync(files);
  const names = outputs.map((xml, i) => {
    const name = `${String(i).padStart(5, '0')}.xml`;
    writeFileSync(join(files, name), xml);
    return name;
  });
  writeFileSync(join(folder, 'volume.xml'), volumeOf(outputs));
  const commands = (given: readonly string[], folderOrFile: string) => ({
    xmllint: [...XMLLINT, ...given],
    jing: ['jing', GRAMMAR, ...given],
    'teigram validate --no-rules': [process.execPath, MAIN, 'validate', '--no-rules', '--no-config', folderOrFile],
    'teigram validate': [process.execPath, MAIN, 'validate', '--no-config', folderOrFile],
  });
  print(`${names.length} files`, compare(commands(names, '.'), files));
  print('one volume of 4 MB', compare(commands(['volume.xml'], 'volume.xml'), folder));
}
