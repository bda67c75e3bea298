/** The TEI as a reader sees it: CETEIcean's elements, notes at the end and linked both ways. */

import CETEI from 'CETEIcean';
import { coveringIn, stretchOf } from './covering.js';
import { byId, centre, make } from './elements.js';

const TEI = 'http://www.tei-c.org/ns/1.0';
const FRUS = 'http://history.state.gov/frus/ns/1.0';

/** Render the text of a TEI document, without its header. */
export function renderTei(xml: string): DocumentFragment {
  const renderer = new CETEI({ omitDefaultBehaviors: true, ignoreFragmentId: true });
  renderer.addBehaviors({ namespaces: { tei: TEI, frus: FRUS } });
  const start = /<text(?:\s[^>]*)?>/.exec(xml);
  const text = start ? xml.slice(start.index + start[0].length, xml.lastIndexOf('</text>')) : xml;
  const fragment = document.createDocumentFragment();
  fragment.append(renderer.makeHTML5(`<text xmlns="${TEI}" xmlns:frus="${FRUS}">${text}</text>`));
  // Identifiers of the document must not meet those of the page.
  for (const element of fragment.querySelectorAll('[id]')) element.removeAttribute('id');
  moveNotes(fragment);
  return fragment;
}

/** Notes stand where they hang: leave a mark there and put them at the end. */
function moveNotes(fragment: DocumentFragment): void {
  const notes = [...fragment.querySelectorAll<HTMLElement>('tei-note')].filter(
    (note) => note.getAttribute('rend') !== 'inline',
  );
  if (notes.length === 0) return;
  const list = make('ol', { class: 'notes' });
  for (const note of notes) {
    const n = note.getAttribute('n') ?? '';
    const { at, to } = note.dataset;
    const mark = make('span', { class: 'note-mark', 'data-s': at, 'data-e': to, 'data-note': n }, n);
    note.replaceWith(mark);
    list.append(make('li', { 'data-note': n }, make('span', { class: 'n' }, `${n}.`), note));
  }
  (fragment.querySelector('tei-div') ?? fragment).append(list);
}

export interface TeiPane {
  /** `same`: of the text that was shown before; it stays where it was scrolled to. */
  show(linked: string, doubts: readonly { readonly start: number; readonly end: number }[], same: boolean): void;
  point(start: number, end: number, how: 'here' | 'linked'): void;
}

export function teiPane(onPoint: (start: number, end: number, doubt: number | undefined) => void): TeiPane {
  const pane = byId('tei');
  pane.classList.add('tei');
  let covering = coveringIn([]);

  pane.addEventListener('click', (event) => {
    const mark = (event.target as HTMLElement).closest<HTMLElement>('.note-mark');
    if (mark) {
      const note = pane.querySelector<HTMLElement>(`li[data-note="${CSS.escape(mark.dataset.note!)}"]`);
      if (note) centre(pane, note);
    }
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-s]');
    if (!element) return;
    const { s, e } = stretchOf(element);
    const doubt = element.dataset.doubt;
    onPoint(s, e, doubt === undefined ? undefined : Number(doubt));
  });

  return {
    show(linked, doubts, same) {
      const { scrollTop } = pane;
      pane.replaceChildren(renderTei(linked));
      covering = coveringIn(pane.querySelectorAll<HTMLElement>('[data-s]'));
      for (const [i, { start, end }] of doubts.entries()) {
        const element = covering(start, end);
        element?.classList.add('doubt');
        element?.setAttribute('data-doubt', String(i));
      }
      pane.scrollTo({ top: same ? scrollTop : 0, behavior: 'instant' });
    },
    point(start, end, how) {
      for (const old of pane.querySelectorAll(`.${how}`)) old.classList.remove(how);
      const element = covering(start, end);
      element?.classList.add(how);
      if (element) centre(pane, element);
    },
  };
}
