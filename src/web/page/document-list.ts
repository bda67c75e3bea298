/** The list of documents: only the rows that are in view exist; pages of it are fetched as they are scrolled to. */

import type { Page, Progress } from '../review/model.js';
import { getPage } from './api.js';
import { documentRow, HEIGHT } from './document-row.js';
import { DocumentRows } from './document-rows.js';
import { byId } from './elements.js';
import { notice, problem } from './messages.js';

/** Rows that exist beyond the edges of the view. */
const BEYOND = 4;

export interface DocumentList {
  /** Read the query from the controls and start from the top. */
  search(): Promise<void>;
  /** Fetch again what is in view. */
  refresh(): Promise<void>;
  /** Open a document by its key. */
  open(key: string): void;
  /** Open the document after (1) or before (−1) the one that is open, or tell that there is none. */
  step(by: 1 | -1): Promise<void>;
  show(progress: Progress): void;
}

/** A page of the list that the controls ask for. */
async function fetchRows(offset: number, limit: number, key?: string): Promise<Page> {
  const [show, kind, order, words] = ['show', 'kind', 'order', 'words'].map(
    (id) => byId<HTMLSelectElement | HTMLInputElement>(id).value,
  ) as [string, string, string, string];
  const { progress, ...page } = await getPage({ show, kind, order, words }, offset, limit, key);
  showProgress(progress);
  return page;
}

function showProgress({ documents, looked, open: left, done, doubts }: Progress): void {
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

/** `open` shows a document that was chosen. */
export function documentList(open: (key: string) => void): DocumentList {
  const list = byId('list');
  const spacer = byId('spacer');
  const rows = new DocumentRows(fetchRows);
  /** The row of the keyboard's cursor. */
  let active = 0;

  const inView = (beyond = 0): [first: number, last: number] => [
    Math.max(0, Math.floor(list.scrollTop / HEIGHT) - beyond),
    Math.ceil((list.scrollTop + list.clientHeight) / HEIGHT) + beyond,
  ];

  function draw(): void {
    const { size, current } = rows;
    const [first, end] = inView(BEYOND);
    const last = Math.min(size, end);
    spacer.style.height = `${size * HEIGHT}px`;
    const shown: HTMLElement[] = [];
    for (let i = first; i < last; i++)
      shown.push(documentRow(rows.row(i), { index: i, size, current, isActive: i === active }));
    spacer.replaceChildren(...shown);
    if (active >= first && active < last) list.setAttribute('aria-activedescendant', `doc-${active}`);
    else list.removeAttribute('aria-activedescendant');
    if (first < last) void need(first, last);
  }

  async function need(first: number, last: number): Promise<void> {
    try {
      if (await rows.need(first, last)) draw();
    } catch (error) {
      problem((error as Error).message);
    }
  }

  function choose(i: number): void {
    const row = rows.row(i);
    if (!row) return;
    active = i;
    rows.open(row.key);
    draw();
    open(row.key);
  }

  function move(to: number): void {
    active = Math.max(0, Math.min(rows.size - 1, to));
    const top = active * HEIGHT;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + HEIGHT > list.scrollTop + list.clientHeight) list.scrollTop = top + HEIGHT - list.clientHeight;
    draw();
  }

  /** Bring the open document's row into view. */
  async function reveal(): Promise<void> {
    const at = await rows.place();
    if (at >= 0) move(at);
    else draw();
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
      End: rows.size - 1,
      PageDown: active + page,
      PageUp: active - page,
    }[event.key];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' || event.key === ' ') choose(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  async function refresh(): Promise<void> {
    const at = await rows.renew(...inView());
    if (at >= 0 && document.activeElement !== list) active = at;
    draw();
  }

  return {
    async search() {
      rows.clear();
      active = 0;
      list.scrollTop = 0;
      await refresh();
    },
    refresh,
    open(key) {
      rows.open(key);
      open(key);
      void reveal().catch(({ message }: Error) => problem(message));
    },
    async step(by) {
      try {
        const key = await rows.step(by);
        if (key === undefined)
          return notice(`There is no document ${by > 0 ? 'after' : 'before'} this one in the list.`);
        open(key);
        await reveal();
      } catch (error) {
        problem((error as Error).message);
      }
    },
    show: showProgress,
  };
}
