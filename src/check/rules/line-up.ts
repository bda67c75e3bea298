/**
 * Rules made ready to visit file after file: their visitors in tables by what they look at. One walk for all, as passing over
 * the nodes is most of the work in a large file.
 */

import type { Severity } from '../../diagnostic.js';
import { type ScanAttribute, type ScanElement, scanXml } from '../../xml/scan.js';
import { type Flow, FlowReader } from './flow.js';
import type { Extra, FileFacts, Pending, Place, Rule, Visitor } from './rule.js';
import { TRAIT } from './traits.js';

/** A rule with the severity that the configuration gives it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** What a rule reports. `turn` counts the visits of the walk, `order` the rules: by both, reports stand as they were called for. */
export interface Raw {
  readonly rule: string;
  readonly edited: boolean;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly extra: Extra | undefined;
  readonly turn: number;
  readonly order: number;
}

export interface Visited {
  readonly raw: Raw[];
  readonly pending: Pending[];
}

/** Those who visit, by what they look at. */
interface Tables {
  readonly elements: Map<string, ((element: ScanElement) => void)[]>;
  readonly attributes: Map<string, ((attribute: ScanAttribute, element: ScanElement) => void)[]>;
  readonly flow: ((flow: Flow) => void)[];
  /** In parallel with `flow`: see `Visitor.traits`. */
  readonly traits: number[];
  readonly end: (() => void)[];
  readonly forget: (() => void)[];
}

function enterAll<T>(table: Map<string, T[]>, visits: Readonly<Record<string, T>> = {}): void {
  for (const name in visits) {
    const list = table.get(name);
    if (list) list.push(visits[name]!);
    else table.set(name, [visits[name]!]);
  }
}

function tablesOf(visitors: readonly Visitor[]): Tables {
  const tables: Tables = { elements: new Map(), attributes: new Map(), flow: [], traits: [], end: [], forget: [] };
  for (const { elements, attributes, flow, traits = TRAIT.text, end, forget } of visitors) {
    enterAll(tables.elements, elements);
    enterAll(tables.attributes, attributes);
    if (flow) {
      tables.flow.push(flow);
      tables.traits.push(traits);
    }
    if (end) tables.end.push(end);
    if (forget) tables.forget.push(forget);
  }
  return tables;
}

/** The part of an element that is shown: its start tag. */
const endOf = (place: Place): number => ('tagEnd' in place ? place.tagEnd : place.end);

const NO_SCAN = scanXml('');
const NO_FILE: Partial<FileFacts> = { scan: NO_SCAN, ids: NO_SCAN.ids };

/** A function that has the rules visit a file. */
export function lineUp(rules: readonly ActiveRule[]): (facts: FileFacts) => Visited {
  const of = {} as FileFacts;
  let raw: Raw[] = [];
  let pending: Pending[] = [];
  let turn = 0;
  const defer = (item: Pending): void => {
    pending.push(item);
  };
  const visitors = rules.map(({ rule, severity }, order) => {
    const { id, edited = false } = rule;
    const report = (place: Place, message: string, extra?: Extra): void => {
      raw.push({ rule: id, edited, severity, message, start: place.start, end: endOf(place), extra, turn, order });
    };
    return rule.visitor({ of, report, defer });
  });
  const { elements, attributes, flow, traits, end, forget } = tablesOf(visitors);

  // Lists are gone through by number: iterators would be felt until the engine has made this fast.

  function visitElement(element: ScanElement): void {
    turn++;
    const some = elements.get(element.name);
    if (some) for (let i = 0; i < some.length; i++) some[i]!(element);
    turn++;
    const { attributes: given } = element;
    for (let at = 0; at < given.length; at++) {
      const few = attributes.get(given[at]!.name);
      if (few) for (let i = 0; i < few.length; i++) few[i]!(given[at]!, element);
    }
  }

  function visitFlow(one: Flow): void {
    if (!one.has(TRAIT.text)) return;
    turn++;
    for (let i = 0; i < flow.length; i++) if (one.has(traits[i]!)) flow[i]!(one);
  }

  function visitNodes(reader: FlowReader): void {
    const { nodes } = of.scan;
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at]!;
      reader.read(node);
      if (node.type === 'element') visitElement(node);
    }
  }

  function walk(): void {
    const reader = new FlowReader();
    visitNodes(reader);
    for (const one of reader.flows) visitFlow(one);
    turn++;
    for (const visit of end) visit();
  }

  return (facts) => {
    Object.assign(of, facts);
    raw = [];
    pending = [];
    turn = 0;
    try {
      walk();
    } finally {
      // A large file is not held on to.
      for (const visit of forget) visit();
      Object.assign(of, NO_FILE);
    }
    return { raw, pending };
  };
}
