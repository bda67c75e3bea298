/** Elements by id and by making: what is left of a framework. */

/** The element of an id; the page's HTML has it. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as T;
}

type Child = Node | string;

/** Make an element; `class` and other attributes as given, `on…` as listeners, undefined ones left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/** Show words in a box of the page, which is hidden without any. */
export function tell(id: string, words: string): void {
  const box = byId(id);
  box.textContent = words;
  box.hidden = words === '';
}

/** Tell a screen reader. */
export function say(words: string): void {
  const live = byId('say');
  live.textContent = '';
  // A change that comes with the emptying is not heard.
  setTimeout(() => {
    live.textContent = words;
  }, 30);
}

/** Have an element in the middle of the pane that it scrolls in; the page around stays where it is. */
export function centre(pane: HTMLElement, element: HTMLElement): void {
  const { top, height } = element.getBoundingClientRect();
  pane.scrollTop += top - pane.getBoundingClientRect().top - (pane.clientHeight - height) / 2;
}

export const percent = (p: number): string => (p >= 0.995 ? `${(p * 100).toFixed(1)} %` : `${Math.round(p * 100)} %`);
