/** How a web page sets its words: by elements, by styles of their own, by classes. */

import { cssSetting, type Setting, UNSET } from './emphasis.js';

const ELEMENTS: Readonly<Record<string, Setting>> = {
  ...Object.fromEntries(['i', 'em', 'cite', 'var'].map((name) => [name, { italic: true }])),
  ...Object.fromEntries(['b', 'strong'].map((name) => [name, { strong: true }])),
  ...Object.fromEntries(['s', 'strike', 'del'].map((name) => [name, { strikethrough: true }])),
  u: { underline: true },
  sub: { sub: true },
  sup: { superscript: true },
};

/** Classes that say it themselves: what is printed so has no element in HTML. */
const CLASSES: Readonly<Record<string, Setting>> = {
  smallcaps: { smallcaps: true },
  'small-caps': { smallcaps: true },
  underline: { underline: true },
};

/** The parts of formulas that are raised or lowered, by their place. */
const SCRIPTS: Readonly<Record<string, readonly Setting[]>> = {
  msup: [UNSET, { superscript: true }],
  msub: [UNSET, { sub: true }],
  msubsup: [UNSET, { sub: true }, { superscript: true }],
};

const RULE = /([^{}]+)\{([^{}]*)\}/g;
/** `.small`, `span.small`: selectors of one class. */
const OF_CLASS = /^[\w-]*\.[\w-]+$/;

/** What the page's own style sheets say of classes, by selector. */
function classesOf(page: Document): ReadonlyMap<string, Setting> {
  const classes = new Map<string, Setting>();
  for (const sheet of page.querySelectorAll('style')) {
    const rules = (sheet.textContent ?? '').replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [, selectors = '', declarations = ''] of rules.matchAll(RULE)) {
      const setting = cssSetting(declarations);
      for (const selector of selectors.split(',').map((each) => each.trim())) {
        if (OF_CLASS.test(selector)) classes.set(selector, { ...classes.get(selector), ...setting });
      }
    }
  }
  return classes;
}

function scriptOf(of: Element): Setting | undefined {
  const parent = of.parentElement;
  const scripts = parent ? SCRIPTS[parent.localName] : undefined;
  return scripts?.[[...parent!.children].indexOf(of)];
}

/** How an element sets what it holds. `isBlock`: what its kind and its classes say is layout. */
export type SettingOf = (of: Element, name: string, isBlock: boolean) => Setting;

export function settingsOf(page: Document): SettingOf {
  const classes = classesOf(page);
  return (of, name, isBlock) => {
    const style = of.getAttribute('style');
    const own = style ? cssSetting(style) : UNSET;
    if (isBlock) return own;
    const named = [...of.classList].map((each) => ({
      ...(classes.get(`.${each}`) ?? CLASSES[each]),
      ...classes.get(`${name}.${each}`),
    }));
    const { underline, ...setting }: Setting = Object.assign({}, ELEMENTS[name], scriptOf(of), ...named, own);
    // That links are underlined is the page's way to show them.
    return underline === undefined || of.closest('a[href]') ? setting : { ...setting, underline };
  };
}
