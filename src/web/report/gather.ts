/** A batch, gathered for its report: the manifest, the outputs, and what reviewers decided. Memory doesn't grow with the texts. */

import { readFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import type { Authority } from '../../authority/types.js';
import { decisionsFor } from '../../batch/decisions.js';
import { withExtension } from '../../batch/inputs.js';
import type { ManifestLine, Verdict } from '../../batch/manifest.js';
import { checkFiles } from '../../check/check-files.js';
import { decodeXml } from '../../check/encoding.js';
import type { CheckSettings } from '../../check/settings.js';
import { isDone } from '../../decisions/decision.js';
import { documentKey } from '../review/library.js';
import { kindRows, worthOf } from './kinds.js';
import type { BatchReport, DocumentRow, RuleRow } from './model.js';
import { personRows } from './persons.js';
import { placesOf } from './places.js';
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
/** Files that are checked in one go: whole folders, whose documents point to each other, and their findings fit in memory. */
const AT_ONCE = 4000;

const slashed = (path: string): string => path.replaceAll('\\', '/');

/** Whole folders together, up to so many files; one that is larger is parted. */
function* portions(files: readonly string[]): Generator<readonly string[]> {
  let from = 0;
  let folder = 0;
  for (let at = 1; at <= files.length; at++) {
    const ends = at === files.length || dirname(files[at]!) !== dirname(files[at - 1]!);
    if (at - from >= AT_ONCE && folder > from && at - folder < AT_ONCE) {
      yield files.slice(from, folder);
      from = folder;
    }
    if (ends) folder = at;
    if (at === files.length || at - from >= 2 * AT_ONCE) {
      yield files.slice(from, at);
      from = at;
      folder = at;
    }
  }
}

interface Checked {
  readonly rules: readonly RuleRow[];
  readonly findings: ReadonlyMap<string, number>;
}

async function check(options: GatherOptions, settings: CheckSettings): Promise<Checked> {
  const { folder, files } = options;
  const rules = new Map<string, { -readonly [K in keyof RuleRow]: RuleRow[K] }>();
  const findings = new Map<string, number>();
  for (const some of portions(files)) {
    for (const { path, findings: found } of await checkFiles(some, { settings })) {
      const below = slashed(relative(folder, path));
      if (found.length > 0) findings.set(below, found.length);
      const seen = new Set<string>();
      for (const { rule, severity, line, message } of found) {
        const row = rules.get(rule) ?? {
          rule,
          severity,
          findings: 0,
          documents: 0,
          example: `${below}:${line}: ${message}`,
        };
        row.findings++;
        if (!seen.has(rule)) row.documents++;
        seen.add(rule);
        rules.set(rule, row);
      }
    }
    options.onProgress?.(some.length);
  }
  const sorted = [...rules.values()].sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
  return { rules: sorted, findings };
}

/** Gather a batch's report. Files that can't be read are problems of the report. */
export async function gather(options: GatherOptions): Promise<BatchReport> {
  const { folder, files, manifest, texts, volumeOf, authorityOf } = options;
  const problems: string[] = [];
  const belows = new Set(files.map((path) => slashed(relative(folder, path))));
  const places = placesOf(belows, texts);
  const checked = options.check && (await check(options, options.check));

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
    options.onProgress?.(1);
  }

  const kinds = kindRows();
  const decisions = reviewed();
  const verdicts: Partial<Record<Verdict, number>> = {};
  const rows: DocumentRow[] = [];
  let [lines, unstated, done, away] = [0, 0, 0, 0];
  for (const line of manifest ?? []) {
    lines++;
    verdicts[line.verdict] = (verdicts[line.verdict] ?? 0) + 1;
    if (line.stated) kinds.add(line.stated);
    else if (line.inputHash) unstated++;
    const below = places.below(line);
    const text = places.text(line);
    if (text === undefined) away++;
    else {
      const file = decisionsFor(text);
      for (const { message } of file.diagnostics) problems.push(message);
      decisions.add(file.decisions);
      if (isDone(file.decisions)) done++;
    }
    const worth = line.stated ? worthOf(line.stated) : line.doubts;
    const findings = (below !== undefined && checked?.findings.get(below)) || line.findings;
    if (worth + findings === 0 && !line.message) continue;
    rows.push({
      path: below ?? line.input,
      ...(below !== undefined && { key: documentKey(withExtension(below, extname(line.input))) }),
      verdict: line.verdict,
      worth,
      findings,
      ...(line.message !== undefined && { message: line.message }),
    });
    if (rows.length > 20 * ROWS) rows.sort(worst).splice(ROWS);
  }
  if (away > 0)
    problems.push(
      `${away} texts are not where the manifest says, seen from here: name their folder with --texts to count decisions`,
    );
  return {
    folder,
    documents: manifest ? lines : documents,
    ...(manifest && { verdicts }),
    kinds: kinds.rows(),
    unstated,
    decided: decisions.decided,
    reviewed: decisions.bands(),
    done,
    ...persons.most(),
    dates: dates.sort(),
    ...(checked && { rules: checked.rules }),
    look: rows.sort(worst).slice(0, ROWS),
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
