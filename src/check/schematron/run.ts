/** Run a Schematron rule set over a document (ISO/IEC 19757-3): a node is for the first rule of a pattern that takes it. */

import type { Source } from '../../source.js';
import { oneLine } from '../../text/one-line.js';
import type { Finding } from '../finding.js';
import { placeFields } from '../place-fields.js';
import { contextPath } from './context.js';
import { type PlacedDocument, placed } from './documents.js';
import type { Ground } from './functions.js';
import { hoisted } from './hoist.js';
import { keyed } from './keys.js';
import { libraries, type Node } from './libraries.js';
import { reasonOf } from './reason.js';
import type { Assertion, Pattern, Rule, RuleSet, Variable } from './rules.js';
import { Ended, unfinished } from './unfinished.js';
import { xpathOptions } from './xpath.js';

export interface RunOptions {
  /** The path of the document, for rules that ask for it. */
  readonly file?: string | undefined;
  /** `#ALL`, `#DEFAULT` (the default) or the id of a phase. */
  readonly phase?: string;
  /** For all patterns together; each but the last gets half of what is left, so that a slow one leaves the others time. */
  readonly milliseconds?: number;
  /** By which time is told, in milliseconds. */
  readonly now?: () => number;
  readonly maxFindings?: number;
}

type Bindings = Readonly<Record<string, unknown>>;

/** Findings of one document, by place. Rules that fail on it are named as info; a document that isn't well-formed has none. */
export function runRules(source: Source, rules: RuleSet, options: RunOptions = {}): Finding[] {
  const { xpath } = libraries();
  const now = options.now ?? (() => performance.now());
  const most = options.maxFindings ?? 10_000;
  let of: PlacedDocument;
  try {
    of = placed(source.text);
  } catch {
    return [];
  }
  const findings: Finding[] = [];
  const ground: Ground = { document: of.document, file: options.file, rules: rules.file };
  ground.byKey = keyed(rules.keys, rules.namespaces, ground);
  const engine = xpathOptions(rules.namespaces, ground);
  const { ALL_RESULTS_TYPE: ALL_RESULTS } = xpath.evaluateXPath;
  const items = xpath.createTypedValueFactory('item()*');
  const failed = new Set<string>();
  const running: { rule?: Rule; deadline: number } = { deadline: Number.POSITIVE_INFINITY };

  const fail = (what: string, error: unknown, node: Node): void => {
    const reason = reasonOf(error);
    const unbound = /^XPST0008, The variable (\S+) is not in scope/.exec(reason)?.[1];
    // Told already: the variable could not be computed.
    if (failed.has(what) || (unbound !== undefined && failed.has(`The variable $${unbound}`))) return;
    failed.add(what);
    const message = `${what} failed: ${reason}`;
    // Of a document that rules look into and that isn't there, nothing can be right.
    const severity = message.includes('FODC') ? 'warning' : 'info';
    findings.push({ rule: 'schematron', severity, message, ...placeFields(source, of.spanOf(node)) });
  };

  /** Values of absolute paths, by name; undefined where one can't be computed. */
  const paths = new Map<string, unknown>();
  /** An expression and its variables as the engine gets them: what is the same for all nodes is computed once. */
  const ready = (expression: string, bound: Bindings): readonly [string, Bindings] => {
    const { expression: rest, paths: taken } = hoisted(expression);
    if (taken.length === 0) return [expression, bound];
    const all: Record<string, unknown> = { ...bound };
    for (const { name, expression: path } of taken) {
      if (!paths.has(name)) paths.set(name, computed(path, all));
      all[name] = paths.get(name);
      // The error is told where the expression itself is run, and comes to it.
      if (all[name] === undefined) return [expression, bound];
    }
    return [rest, all];
  };
  const computed = (path: string, bound: Bindings): unknown => {
    try {
      return items(xpath.evaluateXPath(path, of.document, null, bound, ALL_RESULTS, engine) as never[], null as never);
    } catch {
      return undefined;
    }
  };

  const bind = (variables: readonly Variable[], node: Node, outer: Bindings): Bindings => {
    const bound: Record<string, unknown> = { ...outer };
    for (const { name, value } of variables) {
      try {
        const [expression, all] = ready(value ?? '', bound);
        const found = value ? xpath.evaluateXPath(expression, node, null, all, ALL_RESULTS, engine) : [node];
        bound[name.trim()] = items(found as never[], null as never);
      } catch (error) {
        fail(`The variable $${name.trim()}`, error, node);
      }
    }
    return bound;
  };

  const word = ({ message }: Assertion, node: Node, bound: Bindings): string => {
    const parts = message.map((part) => {
      if (typeof part === 'string') return part;
      const expression = part.$type === 'name' ? `name(${part.path ?? ''})` : (part.select ?? '""');
      try {
        const [rest, all] = ready(expression, bound);
        return xpath.evaluateXPathToString(rest, node, null, all, engine);
      } catch (error) {
        return `(${reasonOf(error)})`;
      }
    });
    return oneLine(parts.join(''));
  };

  const runOn = (assertion: Assertion, node: Node, bound: Bindings): void => {
    if (now() > running.deadline) throw new Ended('time');
    if (findings.length >= most) throw new Ended('count');
    const { test, isReport } = assertion;
    let holds: boolean;
    try {
      const [expression, all] = ready(test.test, bound);
      holds = xpath.evaluateXPathToBoolean(expression, node, null, all, engine);
    } catch (error) {
      fail(`The test “${test.test.replace(/\s+/g, ' ').slice(0, 80)}”`, error, node);
      return;
    }
    if (holds !== isReport) return;
    findings.push({
      rule: test.id ?? 'schematron',
      severity: test.severity,
      message: word(assertion, node, bound) || test.test,
      ...placeFields(source, of.spanOf(node)),
      ...(test.see === undefined ? {} : { hint: `See ${test.see}` }),
    });
  };

  const runPattern = (pattern: Pattern, outer: Bindings): void => {
    const bound = bind(pattern.variables, of.document, outer);
    const taken = new Set<Node>();
    for (const rule of pattern.rules) {
      const { context, variables, assertions } = rule;
      running.rule = rule;
      ground.current = undefined;
      if (now() > running.deadline) throw new Ended('time');
      let nodes: Node[] = [];
      try {
        const [expression, all] = ready(contextPath(context), bound);
        nodes = xpath.evaluateXPathToNodes(expression, of.document, null, all, engine) as Node[];
      } catch (error) {
        fail(`The context “${context}”`, error, of.document);
      }
      for (const node of nodes) {
        // What an absolute path finds in another document has no place in this one.
        if (taken.has(node) || !isHere(node)) continue;
        taken.add(node);
        if (assertions.length === 0) continue;
        ground.current = node;
        const own = variables.length === 0 ? bound : bind(variables, node, bound);
        for (const assertion of assertions) runOn(assertion, node, own);
      }
    }
  };

  const isHere = (node: Node): boolean => node === of.document || node.ownerDocument === of.document;

  const { patterns, variables } = chosen(rules, options.phase ?? '#DEFAULT');
  const bound = bind(variables, of.document, {});
  let time = options.milliseconds ?? 60_000;
  for (const [i, pattern] of patterns.entries()) {
    const start = now();
    const share = i === patterns.length - 1 ? time : time / 2;
    Object.assign(running, { rule: undefined, deadline: start + share });
    try {
      runPattern(pattern, bound);
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      const { rule } = running;
      const others = patterns.length - 1 - i;
      findings.push(unfinished(error.why, { set: rules, pattern, rule, share, most, others }));
      if (error.why === 'count') break;
    }
    // A single expression can't be ended: what it took beyond its share is not taken from the others.
    time -= Math.min(now() - start, share);
  }
  return findings.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0));
}

function chosen(rules: RuleSet, asked: string): { patterns: readonly Pattern[]; variables: readonly Variable[] } {
  const id = asked === '#DEFAULT' ? (rules.defaultPhase ?? '#ALL') : asked;
  if (id === '#ALL') return { patterns: rules.patterns, variables: rules.variables };
  const phase = rules.phases.find((one) => one.id === id);
  if (!phase) return { patterns: [], variables: [] };
  return {
    patterns: rules.patterns.filter((pattern) => pattern.id !== null && phase.active.includes(pattern.id)),
    variables: [...rules.variables, ...phase.variables],
  };
}
