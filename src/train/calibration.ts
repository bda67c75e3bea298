/**
 * `npm run calibration [-- --folds 3]`: what stated probabilities are worth, on volumes that the models did not see.
 *
 * Converts the telegrams of each fold with the models that `npm run evaluate` left for it, pairs each decision's probability
 * with whether the edition has it so, and writes `src/models/CALIBRATION.md` and `calibration.svg`.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { convertVolume } from '../convert.js';
import { compare } from '../score/compare.js';
import { documentsOf } from '../score/documents.js';
import { flatten } from '../score/flatten.js';
import { parseXml } from '../xml/parse.js';
import { type DecisionKind, type DecisionOutcome, KINDS, outcomesOf } from './decisions.js';
import { align, corpusFolder, corpusVolumes, readVolume } from './gold.js';
import { corpusAuthority } from './persons.js';
import { addBands, type Band, bandsOf, reliabilityPlot, reliabilityTable } from './reliability.js';
import { heldOut } from './split.js';

/** Documents by whether a doubt about their notes is listed, and how many of each have text, notes and pages exact. */
interface Documents {
  readonly doubted: number;
  readonly doubtedExact: number;
  readonly clear: number;
  readonly clearExact: number;
}

interface Measured {
  readonly bands: Readonly<Record<DecisionKind, readonly Band[]>>;
  readonly documents: Documents;
}

const NOTE_DOUBTS = new Set(['note-doubtful', 'note-without-place']);

function measure(fold: number): Measured {
  const corpus = corpusFolder();
  const outcomes: DecisionOutcome[] = [];
  const counts = { doubted: 0, doubtedExact: 0, clear: 0, clearExact: 0 };
  for (const volume of heldOut(corpusVolumes(corpus), fold)) {
    const records = readVolume(corpus, volume).filter(({ genre }) => genre === 'telegram');
    const texts = records.map(({ id, text }) => ({ text, doc: id }));
    const options = { volume, authority: corpusAuthority(corpus, volume), validate: false };
    let at = 0;
    for (const { document, output, diagnostics } of convertVolume(texts, options)) {
      const record = records[at++]!;
      const gold = align(record);
      if (gold) outcomes.push(...outcomesOf(document, gold));
      const which = diagnostics.some(({ code }) => NOTE_DOUBTS.has(code)) ? 'doubted' : 'clear';
      counts[which]++;
      const written = documentsOf(parseXml(output))[0]!.element;
      if (compare(flatten(parseXml(record.tei)), flatten(written)).losslessExact) counts[`${which}Exact`]++;
    }
  }
  const bands = Object.fromEntries(
    Object.keys(KINDS).map((kind) => [kind, bandsOf(outcomes.filter((o) => o.kind === kind))]),
  ) as unknown as Measured['bands'];
  return { bands, documents: counts };
}

function add(a: Measured, b: Measured): Measured {
  const kinds = Object.keys(KINDS) as DecisionKind[];
  const bands = Object.fromEntries(kinds.map((kind) => [kind, addBands(a.bands[kind], b.bands[kind])]));
  const documents = Object.fromEntries(
    Object.entries(a.documents).map(([key, n]) => [key, n + b.documents[key as keyof Documents]]),
  );
  return { bands: bands as unknown as Measured['bands'], documents: documents as unknown as Documents };
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

function page({ bands, documents }: Measured): string {
  const { clear, clearExact, doubted, doubtedExact } = documents;
  const meanings = Object.entries(KINDS).map(([kind, right]) => `- ${kind}: ${right}`);
  return `# What stated probabilities are worth

Made by \`npm run calibration\`: ${clear + doubted} telegrams, each converted by models that had not seen its volume. A column is a band of stated
probability; a cell tells the share of decisions that the edition has so, and in brackets how many decisions there were. \`error\` is the expected
calibration error over these bands.

${reliabilityTable(bands)}

![Stated probability and share that is right, by kind of decision](calibration.svg)

What counts as right:

${meanings.join('\n')}

Where the edition leaves a use of a name or term untagged, marking it counts as wrong.

| documents | | text, notes and pages exact |
|---|--:|--:|
| with no doubt about a note listed | ${clear} | ${percent(clearExact, clear)} |
| with one | ${doubted} (${percent(doubted, clear + doubted)}) | ${percent(doubtedExact, doubted)} |
`;
}

function main(): number {
  const { values } = parseArgs({
    options: { folds: { type: 'string', default: '0,1,2,3' }, fold: { type: 'string' } },
  });
  if (values.fold !== undefined) {
    process.stdout.write(JSON.stringify(measure(Number(values.fold))));
    return 0;
  }
  const root = fileURLToPath(new URL('../../', import.meta.url));
  let all: Measured | undefined;
  for (const fold of values.folds.split(',')) {
    const models = join(root, '.tmp', 'evaluate', `models-${fold}`);
    if (!existsSync(corpusFolder()) || !existsSync(models)) {
      console.error(`calibration: no corpus, or no models of fold ${fold} at ${models}: run npm run evaluate first`);
      return 2;
    }
    const program = fileURLToPath(import.meta.url);
    const { status, stdout } = spawnSync(process.execPath, [program, '--fold', fold], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TEIGRAM_MODELS: models },
      encoding: 'utf8',
    });
    if (status !== 0) return 2;
    const measured = JSON.parse(stdout) as Measured;
    all = all ? add(all, measured) : measured;
  }
  if (!all) return 2;
  const folder = join(root, 'src', 'models');
  writeFileSync(join(folder, 'CALIBRATION.md'), page(all));
  writeFileSync(join(folder, 'calibration.svg'), reliabilityPlot(all.bands));
  console.log(page(all));
  return 0;
}

process.exitCode = main();
