/** One row of the list of documents: its title, its file, what is doubtful in it. */

import { counted } from '../../counted.js';
import { type DoubtKind, doubtsOf, type Row } from '../review/model.js';
import { make } from './elements.js';

/** Pixels. */
export const HEIGHT = 64;

const NAMES: Readonly<Record<DoubtKind, readonly [one: string, many: string]>> = {
  note: ['note', 'notes'],
  person: ['person', 'persons'],
  term: ['term', 'terms'],
  reference: ['reference', 'references'],
  party: ['party', 'parties'],
  date: ['date', 'dates'],
  emphasis: ['emphasis', 'emphases'],
  block: ['block', 'blocks'],
};

/** A number, with what it counts for a screen reader. */
function pill(kind: string, shown: string, spoken: string): HTMLElement {
  return make(
    'span',
    { class: `pill ${kind}`, title: spoken },
    make('span', { 'aria-hidden': 'true' }, shown),
    make('span', { class: 'hidden' }, spoken),
  );
}

function pillOf({ summary, fault }: Row): HTMLElement {
  if (fault !== undefined) return pill('bad', '!', `cannot be read: ${fault}`);
  if (!summary) return pill('unknown', '·', 'not looked at yet');
  const doubts = doubtsOf(summary);
  const spoken = counted(doubts, 'doubt');
  if (summary.done) return pill('clear', '✓', 'done');
  if (summary.unfit > 0) return pill('bad', `${doubts} !`, `${spoken}, and decisions that no longer fit`);
  return pill(doubts > 0 ? 'some' : 'clear', String(doubts), spoken);
}

function detail({ path, summary, fault }: Row): string {
  if (fault !== undefined) return `${path} · ${fault}`;
  if (!summary) return path;
  const kinds = Object.entries(summary.doubts)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, n]) => counted(n, ...NAMES[kind as DoubtKind]));
  return [path, ...kinds.slice(0, 2)].join(' · ');
}

/** Where a row stands, and what the list has in hand. */
interface Standing {
  readonly index: number;
  readonly size: number;
  /** Key of the document that is open. */
  readonly current: string | undefined;
  /** Whether the keyboard's cursor is here. */
  readonly isActive: boolean;
}

/** `row` is undefined where it is still to come. */
export function documentRow(row: Row | undefined, { index, size, current, isActive }: Standing): HTMLElement {
  const item = make(
    'div',
    {
      class: isActive ? 'doc active' : 'doc',
      role: 'option',
      id: `doc-${index}`,
      'aria-setsize': size,
      'aria-posinset': index + 1,
      'aria-selected': String(row !== undefined && row.key === current),
    },
    make('div', { class: 't' }, row ? row.summary?.title || row.path : '…'),
    make('div', { class: 'f' }, row ? detail(row) : ''),
    ...(row ? [make('div', { class: 'c' }, pillOf(row))] : []),
  );
  item.style.top = `${index * HEIGHT}px`;
  return item;
}
