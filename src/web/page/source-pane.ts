/** The source text, its marks and doubts as spans. It takes a caret and a selection, but no change. */

import type { Doubt, View } from '../review/model.js';
import { byId, centre, make } from './elements.js';

interface Cover {
  readonly start: number;
  readonly end: number;
  readonly classes: string;
  readonly title?: string;
  /** Index of the doubt. */
  readonly doubt?: number;
  /** Number of a note that hangs here. */
  readonly n?: string;
}

function coversOf({ marks, notes, list, decisions }: View): Cover[] {
  return [
    ...marks.map(({ kind, start, end, choice, decided }) => ({
      start,
      end,
      classes: `${kind === 'emphasis' ? choice : kind}${decided ? ' decided' : ''}`,
      title: choice,
    })),
    ...notes.flatMap(({ at, n }) =>
      at ? [{ ...at, classes: at.start === at.end ? 'anchor empty' : 'anchor', title: `note ${n}`, n }] : [],
    ),
    ...list.map(({ start, end }, doubt) => ({ start, end, classes: 'doubt', doubt })),
    ...decisions
      .filter(({ kind }) => kind === 'note' || kind === 'block')
      .map(({ start, end }) => ({ start, end, classes: 'decided' })),
  ];
}

export interface SourcePane {
  show(view: View): void;
  /** Mark the place of a doubt or of what the other pane points at, and bring it into view. */
  point(start: number, end: number, how: 'here' | 'linked'): void;
  /** Show the places that a note might hang on. */
  places(options: Doubt['options']): void;
  selection(): { start: number; end: number } | undefined;
}

export function sourcePane(
  onPoint: (offset: number, doubt: number | undefined) => void,
  onPlace: (option: number) => void,
): SourcePane {
  const pane = byId('source');
  let view: View | undefined;
  let candidates: Doubt['options'] = [];

  function draw(): void {
    if (!view) return;
    const { text } = view;
    const covers = [
      ...coversOf(view),
      ...candidates.flatMap(({ start, end }, i): (Cover & { place?: number })[] =>
        start === undefined || end === undefined
          ? []
          : [{ start, end, classes: start === end ? 'place empty' : 'place', title: `place ${i + 1}`, place: i }],
      ),
    ] as (Cover & { place?: number })[];
    const bounds = [...new Set([0, text.length, ...covers.flatMap(({ start, end }) => [start, end])])].sort(
      (a, b) => a - b,
    );
    const byStart = covers.toSorted((a, b) => a.start - b.start);
    const out: HTMLElement[] = [];
    let open: typeof covers = [];
    let next = 0;
    for (const [i, at] of bounds.entries()) {
      open = open.filter(({ end }) => end > at);
      for (; next < byStart.length && byStart[next]!.start === at; next++) {
        const cover = byStart[next]!;
        if (cover.end > at) open.push(cover);
        else
          out.push(
            make('span', {
              class: cover.classes,
              'data-s': at,
              title: cover.title,
              'data-n': cover.n,
              'data-doubt': cover.doubt,
              'data-place': cover.place,
            }),
          );
      }
      const to = bounds[i + 1];
      if (to === undefined) break;
      const classes = [...new Set(open.flatMap((cover) => cover.classes.split(' ')))].join(' ');
      const titled = open.findLast(({ title }) => title !== undefined);
      const doubt = open.find((cover) => cover.doubt !== undefined)?.doubt;
      const place = open.find((cover) => cover.place !== undefined)?.place;
      out.push(
        make(
          'span',
          {
            class: classes || undefined,
            'data-s': at,
            'data-e': to,
            title: titled?.title,
            'data-doubt': doubt,
            'data-place': place,
          },
          text.slice(at, to),
        ),
      );
    }
    pane.replaceChildren(...out);
  }

  /** The offset in the text of a place in the pane. */
  function offsetOf(node: Node, within: number): number | undefined {
    if (node === pane) {
      const child = pane.childNodes[within] as HTMLElement | undefined;
      return child ? Number(child.dataset.s) : view?.text.length;
    }
    const span = (node.nodeType === Node.TEXT_NODE ? node.parentElement : (node as HTMLElement))?.closest<HTMLElement>(
      '[data-s]',
    );
    if (!span || !pane.contains(span)) return undefined;
    return Number(span.dataset.s) + (node.nodeType === Node.TEXT_NODE ? within : 0);
  }

  function selection(): { start: number; end: number } | undefined {
    const range = document.getSelection();
    if (!range?.anchorNode || !range.focusNode || !pane.contains(range.anchorNode)) return undefined;
    const a = offsetOf(range.anchorNode, range.anchorOffset);
    const b = offsetOf(range.focusNode, range.focusOffset);
    return a === undefined || b === undefined ? undefined : { start: Math.min(a, b), end: Math.max(a, b) };
  }

  for (const event of ['beforeinput', 'paste', 'drop', 'dragstart'])
    pane.addEventListener(event, (e) => e.preventDefault());
  pane.addEventListener('click', (event) => {
    const span = (event.target as HTMLElement).closest<HTMLElement>('[data-s]');
    if (span?.dataset.place !== undefined) return onPlace(Number(span.dataset.place));
    const chosen = selection();
    if (!span || (chosen && chosen.end > chosen.start)) return;
    const doubt = span.dataset.doubt === undefined ? undefined : Number(span.dataset.doubt);
    onPoint(chosen?.start ?? Number(span.dataset.s), doubt);
  });

  return {
    show(next) {
      const { scrollTop } = pane;
      const same = view?.hash === next.hash;
      view = next;
      candidates = [];
      draw();
      pane.scrollTo({ top: same ? scrollTop : 0, behavior: 'instant' });
    },
    point(start, end, how) {
      for (const old of pane.querySelectorAll(`.${how}`)) old.classList.remove(how);
      let first: HTMLElement | undefined;
      for (const span of pane.children as HTMLCollectionOf<HTMLElement>) {
        const s = Number(span.dataset.s);
        const e = Number(span.dataset.e ?? s);
        const inside = start === end ? s === start && e <= Math.max(end, s) : s < end && e > start;
        if (!inside) continue;
        span.classList.add(how);
        first ??= span;
      }
      if (first) centre(pane, first);
    },
    places(options) {
      // Drawing anew a text that is long takes time, and most doubts have no places to show.
      if (options.length === 0 && candidates.length === 0) return;
      candidates = options;
      const { scrollTop } = pane;
      draw();
      pane.scrollTop = scrollTop;
    },
    selection,
  };
}
