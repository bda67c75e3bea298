/** `<document>.decisions.json`: reading, merging and writing it, as text. */

import { fields, isObject, offset, perhaps, type Shape, text } from '../shapes.js';
import { DECISION_KINDS, inOrder, type ReviewDecision } from './decision.js';

/** What a file holds. `foreign` are entries of a kind that this version doesn't know: kept, never applied. */
export interface DecisionFile {
  readonly decisions: readonly ReviewDecision[];
  readonly foreign: readonly unknown[];
}

export const NO_DECISIONS: DecisionFile = { decisions: [], foreign: [] };

const FORMAT = 'teigram-decisions';
const VERSION = 1;

const time: Shape = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
const stamp = { by: text, at: time };
const common = {
  id: text,
  ...stamp,
  choice: text,
  was: perhaps(fields({ choice: text, p: (p) => typeof p === 'number' })),
  withdrawn: perhaps(fields(stamp)),
};
const anchor = fields({ start: offset, end: offset, exact: text, prefix: text, suffix: text });
const words = { ...common, on: anchor };

const SHAPES: Readonly<Record<ReviewDecision['kind'], Shape>> = {
  ...(Object.fromEntries(DECISION_KINDS.map((kind) => [kind, fields(words)])) as Record<ReviewDecision['kind'], Shape>),
  note: fields({ ...words, note: fields({ n: text, opening: text }) }),
  document: fields(common),
};

/** Whether a value is a decision of a kind that this version knows. */
export function isDecision(value: unknown): value is ReviewDecision {
  return isObject(value) && Object.hasOwn(SHAPES, String(value.kind)) && SHAPES[value.kind as 'note'](value);
}

/** Read a file's text; a string says why it can't be read. */
export function parseDecisions(json: string): DecisionFile | string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'not JSON';
  }
  if (!isObject(value) || value.format !== FORMAT || !Array.isArray(value.decisions)) return 'not a file of decisions';
  if (typeof value.version !== 'number' || value.version > VERSION) return 'written by a later version of teigram';
  const decisions = value.decisions.filter(isDecision);
  return { decisions, foreign: value.decisions.filter((one) => !isDecision(one)) };
}

/** The file's text: one decision a line, by time, so that versions of it compare and merge well. */
export function formatDecisions({ decisions, foreign }: DecisionFile): string {
  const lines = [...[...decisions].sort(inOrder), ...foreign].map((one) => `    ${JSON.stringify(one)}`);
  const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]';
  return `{\n  "format": "${FORMAT}",\n  "version": ${VERSION},\n  "decisions": ${list}\n}\n`;
}

/**
 * All decisions of both files, each once; what either has withdrawn stays withdrawn. The order of the two does not matter, and
 * merging twice changes nothing: no reviewer's work is lost, whoever writes last.
 */
export function mergeDecisions(a: DecisionFile, b: DecisionFile): DecisionFile {
  const byId = new Map<string, ReviewDecision>();
  for (const decision of [...a.decisions, ...b.decisions]) {
    const other = byId.get(decision.id);
    byId.set(decision.id, other ? earlier(other, decision) : decision);
  }
  const foreign = new Map([...a.foreign, ...b.foreign].map((one) => [JSON.stringify(one), one]));
  return { decisions: [...byId.values()].sort(inOrder), foreign: [...foreign.values()] };
}

/** Two records of one decision: the one that is withdrawn, or that was withdrawn first. */
function earlier(a: ReviewDecision, b: ReviewDecision): ReviewDecision {
  if (!a.withdrawn || !b.withdrawn) return a.withdrawn ? a : b;
  return JSON.stringify(a.withdrawn) <= JSON.stringify(b.withdrawn) ? a : b;
}
