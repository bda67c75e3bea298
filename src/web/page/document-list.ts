/** The list of documents: only the rows that are in view exist; pages of it are fetched as they are scrolled to. */

import type { DoubtKind, Progress, Row, Summary } from '../review/model.js';
import { getPage, type ListQuery } from './api.js';
import { byId, make } from './elements.js';

const HEIGHT = 64;
const PAGE = 100;

export interface DocumentList {
  /** Read the query from the controls and start from the top. */
  search(): Promise<void>;
  /** Fetch again what is in view. */
  refresh(): Promise<void>;
  /** Open the document after (1) or before (−1) the one that is open. */
  step(by: 1 | -1): void;
  show(progress: Progress): void;
}

const counted = (n: number, kind: string): string => {
  const [one, many] = NAMES[kind as DoubtKind];
  return `${n} ${n === 1 ? one : many}`;
};

const total = (doubts: Summary['doubts']): number => Object.values(doubts).reduce((a, b) => a + b, 0);

const NAMES: Readonly<Record<DoubtKind, readonly [string, string]>> = {
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
  const doubts = total(summary.doubts);
  if (summary.done) return pill('clear', '✓', 'done');
  if (summary.unfit > 0) return pill('bad', `${doubts} !`, `${doubts} doubts, and decisions that no longer fit`);
  return pill(doubts > 0 ? 'some' : 'clear', String(doubts), doubts === 1 ? '1 doubt' : `${doubts} doubts`);
}

export function documentList(open: (key: string) => void): DocumentList {
  const list = byId('list');
  const spacer = byId('spacer');
  const words = byId<HTMLInputElement>('words');
  const controls = ['show', 'kind', 'order'].map((id) => byId<HTMLSelectElement>(id)) as [
    HTMLSelectElement,
    HTMLSelectElement,
    HTMLSelectElement,
  ];
  const rows = new Map<number, Row>();
  let size = 0;
  let active = 0;
  let current = '';
  let generation = 0;
  const asked = new Set<number>();

  const query = (): ListQuery => {
    const [show, kind, order] = controls.map((control) => control.value) as [string, string, string];
    return { show, kind, order, words: words.value };
  };

  function draw(): void {
    const first = Math.max(0, Math.floor(list.scrollTop / HEIGHT) - 4);
    const last = Math.min(size, Math.ceil((list.scrollTop + list.clientHeight) / HEIGHT) + 4);
    spacer.style.height = `${size * HEIGHT}px`;
    const shown: HTMLElement[] = [];
    for (let i = first; i < last; i++) {
      const row = rows.get(i);
      const page = Math.floor(i / PAGE);
      if (!row && !asked.has(page)) void load(page);
      const item = make(
        'div',
        {
          class: 'doc',
          role: 'option',
          id: `doc-${i}`,
          'aria-setsize': size,
          'aria-posinset': i + 1,
          'aria-selected': row?.key === current ? 'true' : 'false',
        },
        make('div', { class: 't' }, row ? row.summary?.title || row.path : '…'),
        make('div', { class: 'f' }, row ? detail(row) : ''),
        ...(row ? [make('div', { class: 'c' }, pillOf(row))] : []),
      );
      item.style.top = `${i * HEIGHT}px`;
      item.classList.toggle('active', i === active);
      shown.push(item);
    }
    spacer.replaceChildren(...shown);
    if (active >= first && active < last) list.setAttribute('aria-activedescendant', `doc-${active}`);
    else list.removeAttribute('aria-activedescendant');
  }

  function detail({ path, summary, fault }: Row): string {
    if (fault !== undefined) return `${path} · ${fault}`;
    if (!summary) return path;
    const kinds = Object.entries(summary.doubts)
      .sort(([, a], [, b]) => b - a)
      .map(([kind, n]) => counted(n, kind));
    return [path, ...kinds.slice(0, 2)].join(' · ');
  }

  async function load(page: number): Promise<void> {
    asked.add(page);
    const mine = generation;
    const answer = await getPage(query(), page * PAGE, PAGE, current || undefined);
    if (mine !== generation) return;
    size = answer.total;
    for (const [i, row] of answer.rows.entries()) rows.set(page * PAGE + i, row);
    show(answer.progress);
    if (answer.at >= 0 && document.activeElement !== list) active = answer.at;
    draw();
  }

  function choose(i: number): void {
    const row = rows.get(i);
    if (!row) return;
    active = i;
    current = row.key;
    draw();
    open(row.key);
  }

  function move(to: number): void {
    active = Math.max(0, Math.min(size - 1, to));
    const top = active * HEIGHT;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + HEIGHT > list.scrollTop + list.clientHeight) list.scrollTop = top + HEIGHT - list.clientHeight;
    draw();
  }

  function show({ documents, looked, open: left, done, doubts }: Progress): void {
    const bar = byId<HTMLProgressElement>('bar');
    bar.max = Math.max(1, documents);
    bar.value = looked;
    bar.hidden = looked === documents;
    const seen =
      looked < documents
        ? `${looked.toLocaleString('en')} of ${documents.toLocaleString('en')} looked through`
        : `${documents.toLocaleString('en')} documents`;
    byId('count').textContent =
      `${seen} · ${left.toLocaleString('en')} with doubts (${doubts.toLocaleString('en')}) · ${done.toLocaleString('en')} done`;
  }

  // By place, not by row: rows may be drawn anew between press and release, and then there is no click.
  const rowAt = ({ clientY }: MouseEvent): number =>
    Math.floor((clientY - spacer.getBoundingClientRect().top) / HEIGHT);
  spacer.addEventListener('pointerup', (event) => choose(rowAt(event)));
  spacer.addEventListener('click', (event) => {
    if (event.detail === 0) choose(rowAt(event)); // by a screen reader
  });
  list.addEventListener('scroll', draw, { passive: true });
  new ResizeObserver(draw).observe(list);
  list.addEventListener('keydown', (event) => {
    const page = Math.floor(list.clientHeight / HEIGHT);
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: size - 1,
      PageDown: active + page,
      PageUp: active - page,
    }[event.key];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' || event.key === ' ') choose(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    async search() {
      generation++;
      rows.clear();
      asked.clear();
      active = 0;
      list.scrollTop = 0;
      await load(0);
    },
    async refresh() {
      const pages = new Set([
        Math.floor(list.scrollTop / HEIGHT / PAGE),
        Math.floor((list.scrollTop + list.clientHeight) / HEIGHT / PAGE),
      ]);
      // Rows that are out of sight are fetched anew when they are scrolled to.
      for (const page of asked) if (!pages.has(page)) asked.delete(page);
      await Promise.all([...pages].map(load));
    },
    step(by) {
      const at = [...rows].find(([, row]) => row.key === current)?.[0];
      const next = at === undefined ? active : at + by;
      if (next < 0 || next >= size) return;
      move(next);
      choose(next);
    },
    show,
  };
}
