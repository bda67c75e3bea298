/**
 * Walk a document with the derivatives of a grammar, and say where and why it isn't valid: all errors, in the order in
 * which they stand, going on after each as well as can be.
 */

import type { XmlElement } from '../../../xml/parse.js';
import { type Derivatives, derivatives } from './derivatives.js';
import type { Grammar } from './grammar.js';
import { idTypeOf } from './id-type.js';
import { printed } from './names.js';
import type { Pattern } from './pattern.js';
import { attributeSpan, endTag, textSpan } from './places.js';
import { blockerOf, noSiblings, type Siblings } from './siblings.js';
import { isBlank, itemsOf } from './white-space.js';
import {
  attributeRefused,
  attributesMissing,
  elementRefused,
  incomplete,
  type Said,
  textRefused,
  typedTextRefused,
  valueRefused,
} from './words.js';

/** Offsets are UTF-16 code units of the document's text. */
export interface Invalid extends Said {
  readonly start: number;
  readonly end: number;
  /** Where the same is said of an earlier child of the same element. */
  readonly repeats?: number;
  /** The element before it behind which it can't stand, although it could before that. */
  readonly behind?: { readonly name: string; readonly start: number };
}

export interface ValidateOptions {
  /** The most errors; ten thousand if left out. */
  readonly limit?: number;
  /** After how long to give up; ten seconds if left out. */
  readonly milliseconds?: number;
  /** The document is a part of one: references may lead outside. */
  readonly part?: boolean;
}

export interface Validator {
  /** Errors of a document; undefined where it took too long. Dangling IDREFs are told of documents without other errors. */
  validate(root: XmlElement, text: string, options?: ValidateOptions): Invalid[] | undefined;
}

const XML_NS = 'http://www.w3.org/XML/1998/namespace';

class Enough extends Error {}

export function validator(grammar: Grammar): Validator {
  const d: Derivatives = derivatives(grammar.make);
  const { notAllowed, after, empty } = grammar.make;

  const validate: Validator['validate'] = (root, text, { limit = 10_000, milliseconds = 10_000, part } = {}) => {
    const found: Invalid[] = [];
    const ids = new Set<string>();
    const references: { id: string; name: string; span: readonly [number, number] }[] = [];
    const deadline = performance.now() + milliseconds;
    let steps = 0;

    const report = (said: string | Said, [start, end]: readonly [number, number]): void =>
      add({ ...(typeof said === 'string' ? { message: said } : said), start, end });
    const add = (error: Invalid): void => {
      found.push(error);
      if (found.length >= limit) throw new Enough();
    };

    /** IDs are unique and IDREFs lead to them, by the annotations that RELAX NG shares with DTDs. */
    const identify = (
      type: string | undefined,
      value: string,
      title: string,
      element: XmlElement,
      name: string,
    ): void => {
      if (type === undefined) return;
      for (const id of itemsOf(value)) {
        const span = attributeSpan(text, element, name);
        if (type !== 'ID') references.push({ id, name: title, span });
        else if (ids.has(id)) report(`the id "${id}" is already used in this document.`, span);
        else ids.add(id);
      }
    };

    const attributes = (pattern: Pattern, element: XmlElement, prefixes: Readonly<Record<string, string>>): Pattern => {
      let here = pattern;
      const title = printed(element.ns, element.name);
      for (const [name, value] of Object.entries(element.attributes)) {
        const colon = name.indexOf(':');
        const ns = colon < 0 ? '' : (prefixes[name.slice(0, colon)] ?? '');
        const local = name.slice(colon + 1);
        const wanted = d.attribute(here, ns, local);
        if (wanted === notAllowed) {
          const plain = printed(ns, local);
          // Prefixes that nobody knows are told as they are written.
          report(attributeRefused(plain === local ? name : plain, here, title), attributeSpan(text, element, name));
          continue;
        }
        const next = d.attributeValue(wanted, value);
        if (next === notAllowed) {
          const where = `attribute ${printed(ns, local)} on <${title}>`;
          report(valueRefused(value, where, wanted), attributeSpan(text, element, name));
        }
        here = next === notAllowed ? d.rest(wanted) : next;
        if (next !== notAllowed) identify(idTypeOf(wanted), value, printed(ns, local), element, name);
      }
      const closed = d.close(here);
      if (closed !== notAllowed) return closed;
      report(attributesMissing(here, title), [element.start, element.tagEnd]);
      return d.closeSkipping(here);
    };

    const refuse = ({ start, tagEnd }: XmlElement, said: Said, siblings: Siblings): void => {
      const { message } = said;
      siblings.walked.at(-1)!.isRefused = true;
      const repeats = siblings.told.get(message);
      if (repeats !== undefined) {
        add({ message, start, end: tagEnd, repeats });
        return;
      }
      siblings.told.set(message, start);
      const behind = blockerOf(siblings, d, notAllowed);
      add({ ...said, start, end: tagEnd, ...(behind === undefined ? {} : { behind }) });
    };

    /** The pattern after an element, given the pattern before it. */
    const walk = (
      before: Pattern,
      element: XmlElement,
      scope: Readonly<Record<string, string>>,
      parent: string,
      siblings: Siblings,
    ): Pattern => {
      if ((++steps & 1023) === 0 && performance.now() > deadline) throw new Enough('time');
      const prefixes = element.declares ? { ...scope, ...element.declares } : scope;
      let here = d.open(before, element.ns, element.name);
      let outside: Pattern | undefined;
      if (here === notAllowed) {
        const isKnown = grammar.elements.has(`${element.ns} ${element.name}`);
        const name = printed(element.ns, element.name);
        refuse(element, elementRefused(name, element.ns, isKnown, before, parent), siblings);
        here = d.openSkipping(before, element.ns, element.name);
        if (here === notAllowed) {
          // Not something that comes later either: check its inside, if there is one way to, and go on as if it weren't there.
          const sites = grammar.elements.get(`${element.ns} ${element.name}`) ?? [];
          if (sites.length !== 1) return before;
          outside = before;
          here = after((sites[0] as Pattern).content!(), empty);
        }
      }
      here = attributes(here, element, prefixes);
      here = content(here, element, prefixes);
      return outside ?? here;
    };

    const content = (start: Pattern, element: XmlElement, prefixes: Readonly<Record<string, string>>): Pattern => {
      const title = printed(element.ns, element.name);
      let here = start;
      const elements = element.children.some((child) => child.type === 'element');
      if (!elements) {
        const value = element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
        const next = d.onlyText(here, value);
        const ended = next === notAllowed ? notAllowed : d.end(next);
        if (ended !== notAllowed) return ended;
        const typed = isBlank(value) ? undefined : typedTextRefused(value, title, here);
        if (typed) {
          report(typed, textSpan(text, element.tagEnd, element.end));
          return d.rest(here);
        }
        if (!isBlank(value)) {
          if (next === notAllowed) report(textRefused(here, title), textSpan(text, element.tagEnd, element.end));
          else here = next;
        }
      } else {
        const siblings = noSiblings();
        let run = '';
        let from = element.tagEnd;
        for (const child of element.children) {
          if (child.type === 'text') {
            run += child.value;
            continue;
          }
          here = textRun(here, run, from, child.start, title);
          run = '';
          siblings.walked.push({ element: child, before: here });
          here = walk(here, child, prefixes, title, siblings);
          from = child.end;
        }
        here = textRun(here, run, from, element.end, title);
      }
      const ended = d.end(here);
      if (ended !== notAllowed) return ended;
      report(incomplete(here, title), endTag(text, element));
      return d.rest(here);
    };

    const textRun = (before: Pattern, run: string, from: number, to: number, title: string): Pattern => {
      if (isBlank(run)) return before;
      const next = d.mixedText(before);
      if (next !== notAllowed) return next;
      report(textRefused(before, title), textSpan(text, from, to));
      return before;
    };

    try {
      const alone = { ...noSiblings(), walked: [{ element: root, before: grammar.start }] };
      const after = walk(grammar.start, root, { xml: XML_NS }, '', alone);
      for (const { id, name, span } of part || found.length > 0 ? [] : references) {
        if (!ids.has(id)) report(`attribute ${name} refers to "${id}", which is no id of this document.`, span);
      }
      if (!after.nullable && found.length === 0) report('the document is incomplete.', [root.start, root.end]);
    } catch (error) {
      if (!(error instanceof Enough)) throw error;
      if (error.message === 'time') return undefined;
    }
    return found;
  };
  return { validate };
}
