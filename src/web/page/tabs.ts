/** The two panes of a page, the rendered TEI and the XML: one at a time, by clicks and arrow keys. */

import { byId } from './elements.js';

const NAMES = ['tei', 'xml'] as const;
type Tab = (typeof NAMES)[number];

export interface Tabs {
  readonly shown: () => Tab;
  /** The one that is hidden. */
  turn(): void;
}

/** Bind the tabs of the page; `turned` hears which is shown. */
export function tabs(turned: (now: Tab) => void = () => undefined): Tabs {
  let now: Tab = 'tei';
  const show = (next: Tab): void => {
    now = next;
    for (const name of NAMES) {
      const button = byId(`tab-${name}`);
      button.setAttribute('aria-selected', String(name === next));
      button.tabIndex = name === next ? 0 : -1;
      byId(name).hidden = name !== next;
    }
    turned(next);
  };
  const turn = (): void => show(now === 'tei' ? 'xml' : 'tei');
  for (const name of NAMES) {
    byId(`tab-${name}`).addEventListener('click', () => show(name));
    byId(`tab-${name}`).addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      turn();
      byId(`tab-${now}`).focus();
      event.preventDefault();
    });
  }
  return { shown: () => now, turn };
}
