/**
 * Derive teigram.rng and teigram.xsd (with its side files xml.xsd and frus.xsd) from teigram.rnc, by trang; and from teigram.rng
 * teigram.table.json, the automaton that validates most documents without any grammar being read (needs npm run build).
 *
 *     npm run schemas               write them
 *     npm run schemas -- --check    say whether the committed ones are up to date; exit code 1 if not
 */

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('teigram/', import.meta.url));
const check = process.argv.includes('--check');

if (spawnSync('trang').error) {
  console.log('schemas: skipped, trang is not installed (Debian package trang)');
  process.exit(check ? 0 : 1);
}

const work = mkdtempSync(join(tmpdir(), 'teigram-schemas-'));
try {
  copyFileSync(join(folder, 'teigram.rnc'), join(work, 'teigram.rnc'));
  for (const [from, to] of [
    ['rnc', 'rng'],
    ['rng', 'xsd'],
  ]) {
    const args = ['-I', from, '-O', to, join(work, `teigram.${from}`), join(work, `teigram.${to}`)];
    const { status, stdout, stderr } = spawnSync('trang', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`trang ${from} → ${to}: ${stdout}${stderr}`);
  }
  const { readGrammar } = await import('../dist/check/schema/rng/grammar.js');
  const { tabulate } = await import('../dist/check/stream/tabulate.js');
  const table = tabulate(readGrammar(join(work, 'teigram.rng')));
  if (!table) throw new Error('teigram.rng → teigram.table.json: its states cannot be written down');
  writeFileSync(join(work, 'teigram.table.json'), `${JSON.stringify(table)}\n`);
  const derived = readdirSync(work).filter((name) => !name.endsWith('.rnc'));
  const committed = readdirSync(folder).filter((name) => !name.endsWith('.rnc'));
  const same = (name) =>
    committed.includes(name) && readFileSync(join(work, name)).equals(readFileSync(join(folder, name)));
  const stale = [...new Set([...derived, ...committed])].filter((name) => !derived.includes(name) || !same(name));
  if (stale.length === 0) console.log(`schemas: up to date (${derived.join(', ')})`);
  else if (check) {
    console.error(`schemas: not up to date: ${stale.join(', ')}; run npm run schemas`);
    process.exitCode = 1;
  } else {
    for (const name of derived) copyFileSync(join(work, name), join(folder, name));
    console.log(`schemas: derived ${stale.join(', ')}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
