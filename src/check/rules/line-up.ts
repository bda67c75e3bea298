/**
 * Rules made ready to visit file after file: their visitors in tables by what they look at. One walk for all, as passing over
 * the nodes is most of the work in a large file.
 */

import type { Severity } from '../../diagnostic.js';
import { type ScanElement, scanXml } from '../../xml/scan.js';
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

interface Tables {
  readonly elements: Map<string, ((element: ScanElement) => void)[]>;
  readonly any: ((element: ScanElement) => void)[];
  readonly flow: ((flow: Flow) => void)[];
  readonly end: (() => void)[];
}

const noTables = (): Tables => ({ elements: new Map(), any: [], flow: [], end: [] });

function enter({ elements, any, flow, end }: Tables, visitor: Visitor): void {
  for (const name in visitor.elements) {
    const list = elements.get(name);
    if (list) list.push(visitor.elements[name]!);
    else elements.set(name, [visitor.elements[name]!]);
  }
  if (visitor.any) any.push(visitor.any);
  if (visitor.flow) flow.push(visitor.flow);
  if (visitor.end) end.push(visitor.end);
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
  const entries = rules.map(({ rule, severity }, order) => {
    const { id, edited = false } = rule;
    const report = (place: Place, message: string, extra?: Extra): void => {
      raw.push({ rule: id, edited, severity, message, start: place.start, end: endOf(place), extra, turn, order });
    };
    return { rule, report };
  });
  const lasting = noTables();
  for (const { rule, report } of entries) if ('visitor' in rule) enter(lasting, rule.visitor({ of, report, defer }));

  function walk(own: Tables): void {
    const reader = lasting.flow.length + own.flow.length > 0 ? new FlowReader() : undefined;
    for (const node of of.scan.nodes) {
      reader?.read(node);
      if (node.type !== 'element') continue;
      turn++;
      const some = lasting.elements.get(node.name);
      const few = own.elements.get(node.name);
      if (some) for (const visit of some) visit(node);
      if (few) for (const visit of few) visit(node);
      turn++;
      for (const visit of lasting.any) visit(node);
      for (const visit of own.any) visit(node);
    }
    for (const flow of reader?.flows ?? []) {
      if (!flow.has(TRAIT.text)) continue;
      turn++;
      for (const visit of lasting.flow) visit(flow);
      for (const visit of own.flow) visit(flow);
    }
    turn++;
    for (const end of lasting.end) end();
    for (const end of own.end) end();
  }

  return (facts) => {
    Object.assign(of, facts);
    raw = [];
    pending = [];
    turn = 0;
    const own = noTables();
    for (const { rule, report } of entries) if ('run' in rule) enter(own, rule.run({ ...facts, report, defer }));
    walk(own);
    // A large file is not held on to.
    Object.assign(of, NO_FILE);
    return { raw, pending };
  };
}
