/**
 * `npm run fuzz`: mutated editions against the checker: no crash, no hang, and jing's verdict.
 *
 * Documents are those of ../shared/corpus (or TEIGRAM_CORPUS) where it is there, else the samples. Without jing (Debian
 * package jing) verdicts are not compared, and it says so.
 */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickWay } from '../check/quick.js';
import { BUILTIN_SCHEMA } from '../check/schema/folder.js';
import { validate } from '../check/validate.js';
import { count, whole } from '../cli/numbers.js';
import { tool } from '../cli/tool.js';
import { corpusVolumes, readVolume } from '../train/gold.js';
import { agreement, type Disagreement } from './agreement.js';
import { jingInstalled } from './jing.js';
import { layOut } from './layout.js';

const [mutations, seed, grammar] = tool(
  'fuzz',
  'Mutated editions against the checker, and its verdicts against those of jing.',
)
  .argument('[mutations]', 'how many', count, 300)
  .argument('[seed]', 'the same one gives the same mutations', whole, 1)
  .argument('[grammar]', 'a RELAX NG file other than the built-in grammar')
  .parse().processedArgs as [number, number, string | undefined];
const corpus = process.env.TEIGRAM_CORPUS ?? '../shared/corpus';
const SLOW_MS = 10_000;

function documents(): string[] {
  if (existsSync(corpus)) {
    return corpusVolumes(corpus).flatMap((volume) => {
      const records = readVolume(corpus, volume);
      return records.filter((_, i) => i % Math.ceil(records.length / 12) === 3).map(({ tei }) => layOut(tei));
    });
  }
  return readdirSync('samples', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => readFileSync(join('samples', name), 'utf8'));
}

const schema = grammar ?? `${BUILTIN_SCHEMA}teigram.rng`;
const settings = { noRules: true, ...(grammar === undefined ? {} : { schema: [grammar] }) };
const texts = documents().filter((text) => grammar !== undefined || validate(text, settings).length === 0);
const witness = jingInstalled();
const failures: string[] = [];
const quick = await quickWay(settings);
const said = { valid: 0, invalid: 0, unknown: 0 };

const checked = (text: string) => {
  const started = performance.now();
  try {
    validate(text);
    const findings = validate(text, settings);
    const bytes = Buffer.from(`${text}\0`, 'utf8');
    const verdict = quick?.judge.judge(bytes, bytes.length - 1) ?? 'unknown';
    said[verdict]++;
    if (verdict !== 'unknown' && (verdict === 'valid') !== (findings.length === 0)) {
      failures.push(`the quick way says ${verdict}, the engine ${findings[0]?.message ?? 'valid'}`);
    }
    return findings;
  } catch (error) {
    failures.push(`crash: ${(error as Error).stack}`);
    return [];
  } finally {
    const took = performance.now() - started;
    if (took > SLOW_MS) failures.push(`slow: ${Math.round(took)} ms for ${text.length} characters`);
  }
};

const tell = (what: string, { kind, ours, theirs }: Disagreement): void =>
  console.log(
    `${what} (${kind})\n  teigram: ${ours ? `${ours.line}: ${ours.message}` : 'valid'}\n  jing: ${theirs ? `${theirs.line}: ${theirs.message}` : 'valid'}`,
  );

const folder = mkdtempSync(join(tmpdir(), 'teigram-fuzz-'));
try {
  const result = agreement(texts, mutations, seed, schema, checked, folder, witness);
  for (const failure of failures) console.log(failure);
  if (witness) {
    for (const one of result.verdicts) tell('verdicts differ', one);
    for (const one of result.places) tell('first places differ', one);
    const { documents: all, invalid, verdicts, places } = result;
    const near = invalid === 0 ? 1 : 1 - places.length / invalid;
    console.log(
      `${all} mutations, ${invalid} invalid by jing: ${verdicts.length} verdicts differ; first place within 2 lines in ${(near * 100).toFixed(2)} %`,
    );
    if (verdicts.length > 0 || near < 0.98) process.exitCode = 1;
  } else console.log(`${result.documents} mutations; verdicts not compared: jing is not installed`);
  console.log(`the quick way: ${said.valid} valid, ${said.invalid} invalid, ${said.unknown} left to the engine`);
  console.log(`${failures.length} crashes, hangs or differences`);
  if (failures.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
