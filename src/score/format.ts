/** A score as text, Markdown or JSON. */

import { counted } from '../counted.js';
import type { FieldScore, Score } from './score.js';

const COLUMNS = ['field', 'gold', 'P', 'R', 'F1', 'soft P', 'soft R', 'soft F1'] as const;

const cells = ({ field, gold, strict, soft }: FieldScore): string[] => [
  field,
  String(gold),
  ...[strict.precision, strict.recall, strict.f1, soft.precision, soft.recall, soft.f1].map((x) => x.toFixed(4)),
];

const headline = ({ documents, missing, surplus, structureExact, losslessExact }: Score): string =>
  `${counted(documents, 'document')}, ${missing} missing${surplus > 0 ? `, ${surplus} not in the gold` : ''}; structure exact ${structureExact.toFixed(4)}, text, notes and pages exact ${losslessExact.toFixed(4)}`;

const exampleLine = ({ kind, field, document, note, context, key }: Score['examples'][number]): string =>
  `${kind} ${field} in ${document}${note && `, note ${note}`}: ${context}${key && ` (${key})`}`;

function text(score: Score): string {
  const rows = [[...COLUMNS], ...score.fields.map(cells)];
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const lines = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '),
  );
  return [
    headline(score),
    '',
    ...lines,
    ...(score.examples.length > 0 ? [''] : []),
    ...score.examples.map(exampleLine),
    '',
  ].join('\n');
}

function markdown(score: Score): string {
  const row = (values: readonly string[]): string => `| ${values.map((v) => v.replaceAll('|', '\\|')).join(' | ')} |`;
  const examples = score.examples.map((one) => `- ${exampleLine(one).replace(/([*_<\\[\]`])/g, '\\$1')}`);
  return [
    `${headline(score)}.`,
    '',
    row(COLUMNS),
    row(COLUMNS.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...score.fields.map((field) => row(cells(field))),
    ...(examples.length > 0 ? ['', ...examples] : []),
    '',
  ].join('\n');
}

const json = (score: Score): string => `${JSON.stringify(score, null, 2)}\n`;

/** The forms of a score: one table. */
export const SCORE_FORMATS = { text, markdown, json } satisfies Record<string, (score: Score) => string>;

export type ScoreFormat = keyof typeof SCORE_FORMATS;
