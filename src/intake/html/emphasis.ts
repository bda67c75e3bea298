/** How a web page sets its words: by elements, by styles of their own, by classes. */

import { cssSetting, type Setting, UNSET } from '../emphasis.js';

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

/** `print`, `only print and (color)`: media that are not the page. */
const PAPER = /^(?:only\s+)?(?:print|speech)\b[^,]*$/i;
/** `.small`, `span.small`: selectors of one class. */
const OF_CLASS = /^[\w-]*\.[\w-]+$/;

/** The rules of a style sheet that hold for the page, in order: not those inside other rules, and in media of other kinds. */
function rulesOf(sheet: string): [selectors: string, declarations: string][] {
  const rules: [string, string][] = [];
  const open: { readonly before: string; readonly isPage: boolean; readonly holdsPage: boolean }[] = [];
  const parts = sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '').split(/([{}])/);
  for (let i = 1; i < parts.length; i += 2) {
    const text = parts[i - 1]!;
    if (parts[i] === '{') {
      // Statements (`@import …;`) may stand before it.
      const before = text.slice(text.lastIndexOf(';') + 1).trim();
      const isPage = open.at(-1)?.holdsPage ?? true;
      const holdsRules = before.startsWith('@') && !PAPER.test(before.replace(/^@media\s+/i, ''));
      open.push({ before, isPage, holdsPage: isPage && holdsRules });
    } else {
      const rule = open.pop();
      if (rule?.isPage && parts[i - 2] === '{') rules.push([rule.before, text]);
    }
  }
  return rules;
}

/** What the page's own style sheets say of classes, by selector. */
function classesOf(page: Document): ReadonlyMap<string, Setting> {
  const classes = new Map<string, Setting>();
  for (const sheet of page.querySelectorAll('style')) {
    if (PAPER.test(sheet.getAttribute('media')?.trim() ?? '')) continue;
    for (const [selectors, declarations] of rulesOf(sheet.textContent ?? '')) {
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

/** A setting without the lines that don't count: those that links are shown by; and what is inside an element doesn't end the element's own. */
function withLines({ underline, strikethrough, ...setting }: Setting, of: Element): Setting {
  return {
    ...setting,
    ...(underline && !of.closest('a[href]') && { underline }),
    ...(strikethrough && { strikethrough }),
  };
}

/** How an element sets what it holds. `isBlock`: what its kind and its classes say is layout. */
export type SettingOf = (of: Element, name: string, isBlock: boolean) => Setting;

export function settingsOf(page: Document): SettingOf {
  const classes = classesOf(page);
  return (of, name, isBlock) => {
    const style = of.getAttribute('style');
    const own = style ? cssSetting(style) : UNSET;
    if (isBlock) return withLines(own, of);
    const named = [...of.classList].map((each) => ({
      ...(classes.get(`.${each}`) ?? CLASSES[each]),
      ...classes.get(`${name}.${each}`),
    }));
    return withLines(Object.assign({}, ELEMENTS[name], scriptOf(of), ...named, own), of);
  };
}
