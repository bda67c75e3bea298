/** A batch, gathered for its report: the manifest, the outputs, and what reviewers decided. Memory doesn't grow with the texts. */

import { readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import type { Authority } from '../../authority/types.js';
import { decisionsFor } from '../../batch/decisions.js';
import { withExtension } from '../../batch/inputs.js';
import type { ManifestLine, Verdict } from '../../batch/manifest.js';
import { decodeXml } from '../../check/encoding.js';
import type { CheckSettings } from '../../check/settings.js';
import { isDone } from '../../decisions/decision.js';
import { documentKey } from '../review/library.js';
import { type Checked, checkOutputs } from './checked.js';
import { kindRows, worthOf } from './kinds.js';
import type { BatchReport, DocumentRow } from './model.js';
import { personRows } from './persons.js';
import { placesOf, slashed } from './places.js';
import { reviewed } from './reviewed.js';
import { teiFacts } from './tei.js';

export interface GatherOptions {
  readonly folder: string;
  /** Paths of the outputs. */
  readonly files: readonly string[];
  readonly manifest?: Iterable<ManifestLine>;
  readonly texts?: string;
  /** The volume of an output that doesn't say it itself. */
  readonly volumeOf: (path: string) => string | undefined;
  /** What the lists of a volume say. */
  readonly authorityOf: (volume: string | undefined) => Authority | undefined;
  /** How outputs are checked; left out: not at all. */
  readonly check?: CheckSettings;
  readonly onProgress?: (files: number) => void;
}

/** Rows of a table. */
const ROWS = 100;
interface Outputs {
  readonly documents: number;
  readonly dates: readonly string[];
  readonly persons: ReturnType<typeof personRows>;
}

/** What the outputs themselves tell. */
function readOutputs({ folder, files, volumeOf, authorityOf, onProgress }: GatherOptions, problems: string[]): Outputs {
  const persons = personRows(authorityOf);
  const dates: string[] = [];
  let documents = 0;
  for (const path of files) {
    const facts = factsOf(path);
    if (!facts) problems.push(`${slashed(relative(folder, path))} can't be read as XML`);
    else {
      documents += facts.days.length;
      persons.add(facts.persons, facts.volume ?? volumeOf(path));
      for (const day of facts.days) if (day !== undefined) dates.push(day);
    }
    onProgress?.(1);
  }
  return { documents, dates: dates.sort(), persons };
}

/** A document worth a look, or undefined. */
function rowOf(line: ManifestLine, below: string | undefined, checked: Checked | undefined): DocumentRow | undefined {
  const worth = line.stated ? worthOf(line.stated) : line.doubts;
  const findings = (below !== undefined && checked?.findings.get(below)) || line.findings;
  if (worth + findings === 0 && !line.message) return undefined;
  return {
    path: below ?? line.input,
    ...(below !== undefined && { key: documentKey(withExtension(below, extname(line.input))) }),
    verdict: line.verdict,
    worth,
    findings,
    ...(line.message !== undefined && { message: line.message }),
  };
}

type FromManifest = Pick<BatchReport, 'kinds' | 'unstated' | 'decided' | 'reviewed' | 'done' | 'look'> & {
  readonly lines: number;
  readonly verdicts: Partial<Record<Verdict, number>>;
};

/** What the manifest tells, and the decisions beside the texts that it names. */
function readManifest(
  manifest: Iterable<ManifestLine>,
  places: ReturnType<typeof placesOf>,
  checked: Checked | undefined,
  problems: string[],
): FromManifest {
  const kinds = kindRows();
  const decisions = reviewed();
  const verdicts: Partial<Record<Verdict, number>> = {};
  const look: DocumentRow[] = [];
  let [lines, unstated, done, away] = [0, 0, 0, 0];
  for (const line of manifest) {
    lines++;
    verdicts[line.verdict] = (verdicts[line.verdict] ?? 0) + 1;
    if (line.stated) kinds.add(line.stated);
    else if (line.inputHash) unstated++;
    const text = places.text(line);
    if (text === undefined) away++;
    else {
      const file = decisionsFor(text);
      for (const { message } of file.diagnostics) problems.push(message);
      decisions.add(file.decisions);
      if (isDone(file.decisions)) done++;
    }
    const row = rowOf(line, places.below(line), checked);
    if (row) look.push(row);
    if (look.length > 20 * ROWS) look.sort(worst).splice(ROWS);
  }
  if (away > 0)
    problems.push(
      `${away} texts are not where the manifest says, seen from here: name their folder with --texts to count decisions`,
    );
  return {
    lines,
    verdicts,
    kinds: kinds.rows(),
    unstated,
    decided: decisions.decided,
    reviewed: decisions.bands(),
    done,
    look: look.sort(worst).slice(0, ROWS),
  };
}

/** Gather a batch's report. Files that can't be read are problems of the report. */
export async function gather(options: GatherOptions): Promise<BatchReport> {
  const { folder, files, manifest, texts } = options;
  const problems: string[] = [];
  const belows = new Set(files.map((path) => slashed(relative(folder, path))));
  const checked = options.check && (await checkOutputs(folder, files, options.check, options.onProgress));
  const { documents, dates, persons } = readOutputs(options, problems);
  const { lines, verdicts, ...told } = readManifest(manifest ?? [], placesOf(belows, texts), checked, problems);
  return {
    folder,
    documents: manifest ? lines : documents,
    ...(manifest && { verdicts }),
    ...told,
    ...persons.most(),
    dates,
    ...(checked && { rules: checked.rules }),
    problems,
  };
}

const RANK: Readonly<Record<Verdict, number>> = {
  'set aside': 0,
  failed: 0,
  invalid: 1,
  faulty: 1,
  doubtful: 2,
  clean: 2,
};

const worst = (a: DocumentRow, b: DocumentRow): number =>
  RANK[a.verdict] - RANK[b.verdict] || b.worth - a.worth || b.findings - a.findings || (a.path < b.path ? -1 : 1);

function factsOf(path: string): ReturnType<typeof teiFacts> {
  try {
    return teiFacts(decodeXml(readFileSync(path)).text);
  } catch {
    return undefined;
  }
}

/** The folder's manifest, where a batch leaves it. */
export const manifestIn = (folder: string): string => join(folder, '.teigram.jsonl');
