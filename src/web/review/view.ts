/** A conversion as the review page shows it. */

import type { Authority } from '../../authority/types.js';
import { sha256 } from '../../batch/sha256.js';
import type { Conversion } from '../../convert.js';
import { isDone, MARK_KINDS, type ReviewDecision, standing } from '../../decisions/decision.js';
import { KINDS } from '../../resolve/decided/kinds.js';
import { textOf } from '../../source.js';
import { oneLine } from '../../text/one-line.js';
import type { Document, Mark } from '../../tree.js';
import { annotated } from './annotate.js';
import { doubtsOf, noteKey } from './doubts.js';
import type { Doubt, Shown, ShownNote, Summary, View } from './model.js';

interface Reviewed {
  readonly conversion: Conversion;
  readonly decisions: readonly ReviewDecision[];
  readonly authority: Authority | undefined;
  /** One threshold for all kinds of doubt, instead of their own. */
  readonly doubt?: number;
}

/** Of a text, so that what is decided about another reading of it is known as such. */
export const hashOf = (text: string): string => sha256(text).slice(0, 16);

/** The heading without its notes’ marks, else the first line. */
function titleOf(document: Document): string {
  const head = document.blocks.find((block) => block.type === 'head');
  const parts = head && 'content' in head ? head.content : [];
  const words = parts.map((leaf) =>
    leaf.type === 'text' ? textOf(document.source, leaf.span) : leaf.type === 'lb' ? ' ' : '',
  );
  const title = oneLine(words.join(''));
  return title || (document.source.text.trimStart().split('\n')[0] ?? '').slice(0, 200);
}

function summaryFrom({ conversion, decisions }: Reviewed, doubts: readonly Doubt[]): Summary {
  const { document, findings } = conversion;
  const counts: Partial<Record<Doubt['kind'], number>> = {};
  for (const { kind } of doubts) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    title: titleOf(document),
    doubts: counts,
    expected: doubts.reduce((sum, { p }) => sum + 1 - p, 0),
    decided: decisions.filter(({ kind, withdrawn }) => kind !== 'document' && !withdrawn).length,
    unfit: document.diagnostics.filter(({ code }) => code === 'decision-unfit').length,
    done: isDone(decisions),
    findings: findings.length,
  };
}

export const summaryOf = (reviewed: Reviewed): Summary =>
  summaryFrom(reviewed, doubtsOf(reviewed.conversion.document, reviewed.authority, reviewed.doubt));

function shownMark(mark: Mark): Shown[] {
  const kind = MARK_KINDS.find((one) => KINDS[one].is(mark));
  if (!kind) return [];
  const { start, end, decision } = mark;
  const decided = decision?.why?.startsWith('decided by') === true;
  return [{ kind, start, end, choice: KINDS[kind].stated(mark), p: decision?.p ?? 1, decided }];
}

function notesOf(document: Document): ShownNote[] {
  return document.notes.map((note, i) => {
    const { decision, start, end } = document.placements[i] ?? {};
    const last = note.body.at(-1);
    const to =
      last === undefined
        ? note.label.span.end
        : 'content' in last
          ? (last.content.at(-1)?.span.end ?? 0)
          : last.span.end;
    const at = decision && decision.state !== 'missing' ? { start: start!, end: end! } : undefined;
    return { ...noteKey(document, note), start: note.label.span.start, end: to, at, p: decision?.p ?? 0 };
  });
}

export function viewOf(reviewed: Reviewed): View {
  const { conversion, decisions, authority, doubt } = reviewed;
  const { document, output, ledger } = conversion;
  const { text } = document.source;
  const list = doubtsOf(document, authority, doubt);
  return {
    ...summaryFrom(reviewed, list),
    text,
    hash: hashOf(text),
    xml: output,
    linked: annotated(output, ledger),
    places: ledger.flatMap((entry) => (entry.kind === 'text' ? [[entry.at, entry.start, entry.end] as const] : [])),
    list,
    marks: document.marks.flatMap(shownMark),
    notes: notesOf(document),
    decisions: [...standing(text, decisions).placed],
    problems: document.diagnostics.filter(({ code }) => code === 'decision-unfit').map(({ message }) => message),
  };
}
