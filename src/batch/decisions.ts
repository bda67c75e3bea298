/** Reviewers' decisions on disk: `d38.decisions.json` beside `d38.txt`. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type DecisionFile, formatDecisions, mergeDecisions, NO_DECISIONS, parseDecisions } from '../decisions/file.js';
import type { Diagnostic } from '../diagnostic.js';
import { withExtension } from './inputs.js';
import { locked } from './locked.js';
import { lookAt } from './stat.js';
import { writeAtomic } from './write.js';

const EXTENSION = '.decisions.json';

/** The file of a text's decisions. */
export const decisionsPath = (input: string): string => withExtension(input, EXTENSION);

/** A finder of the files of texts' decisions, for many texts: it lists each folder once. Undefined for those without. */
export function decisionsFinder(): (input: string) => string | undefined {
  const listed = new Map<string, ReadonlySet<string> | undefined>();
  return (input) => {
    const path = decisionsPath(input);
    const folder = dirname(path);
    if (!listed.has(folder)) listed.set(folder, decisionsIn(folder));
    const names = listed.get(folder);
    return (names ? names.has(basename(path)) : lookAt(path)) ? path : undefined;
  };
}

/** Undefined for a folder that can't be listed: its files may be there nevertheless. */
function decisionsIn(folder: string): ReadonlySet<string> | undefined {
  try {
    return new Set(readdirSync(folder).filter((name) => name.endsWith(EXTENSION)));
  } catch {
    return undefined;
  }
}

/** A file of decisions that can't be read, so that nothing is written over it. */
export class DecisionsError extends Error {
  override readonly name = 'DecisionsError';
}

/**
 * The decisions beside a text; none where there is no file.
 *
 * @throws DecisionsError where the file can't be understood; the system's error where it can't be read.
 */
export function loadDecisions(input: string): DecisionFile {
  const path = decisionsPath(input);
  if (!isThere(path)) return NO_DECISIONS;
  const file = parseDecisions(readFileSync(path, 'utf8'));
  if (typeof file === 'string') throw new DecisionsError(`${path}: ${file}`);
  return file;
}

/** False, too, where the text's name leaves no room for the file's: it can't be there. */
function isThere(path: string): boolean {
  try {
    return lookAt(path) !== undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENAMETOOLONG') return false;
    throw error;
  }
}

/** The same for a conversion: what is wrong with the file is a diagnostic, and no decision of it is applied. */
export function decisionsFor(input: string): Pick<DecisionFile, 'decisions'> & { diagnostics: readonly Diagnostic[] } {
  try {
    const { decisions, foreign } = loadDecisions(input);
    return { decisions, diagnostics: foreign.map(notUnderstood) };
  } catch (error) {
    const message = `the decisions beside this text can't be read, none is applied: ${(error as Error).message}`;
    const hint = 'mend the file, or convert with --no-decisions';
    return {
      decisions: [],
      diagnostics: [{ code: 'decisions-unreadable', severity: 'error', message, start: 0, end: 0, hint }],
    };
  }
}

const SHOWN = 80;

/** An entry of a kind that this version doesn't know, or one that lacks something or has it in another form. */
function notUnderstood(entry: unknown): Diagnostic {
  const shown = JSON.stringify(entry);
  return {
    code: 'decision-not-understood',
    severity: 'warning',
    message: `a decision is not understood and not applied: ${shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown}`,
    start: 0,
    end: 0,
    hint: 'compare its members with those of a decision that the review page wrote; the time is UTC, 2025-01-01T10:00:00.000Z',
  };
}

/**
 * Add decisions, or withdrawals of decisions, to the file beside a text; what others wrote meanwhile stays. Gives the file as it
 * is now. Readers see the old file or the new one.
 *
 * @throws as {@link loadDecisions}, before anything is written.
 */
export function addDecisions(input: string, added: DecisionFile['decisions']): Promise<DecisionFile> {
  const path = decisionsPath(input);
  return locked(path, () => {
    const merged = mergeDecisions(loadDecisions(input), { decisions: added, foreign: [] });
    writeAtomic(path, formatDecisions(merged));
    return merged;
  });
}
