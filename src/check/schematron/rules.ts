/** Schematron rule sets: loaded once a thread, probed for what the engine can't run. */

import { resolve } from 'node:path';
import { oneLine } from '../../text/one-line.js';
import type { Finding } from '../finding.js';
import { placeFields } from '../place-fields.js';
import { GrammarError } from '../schema/engine.js';
import { shortened } from '../schema/rng/words.js';
import type { Origin } from './documents.js';
import type { Ground } from './functions.js';
import { type Key, keyed } from './keys.js';
import { libraries } from './libraries.js';
import { prepare, type Test } from './prepare.js';
import { type Unable, unable } from './unable.js';
import { xpathOptions } from './xpath.js';

export interface Variable {
  readonly name: string;
  readonly value: string | null;
}

export interface Assertion {
  readonly test: Test;
  readonly isReport: boolean;
  readonly message: readonly (string | { readonly $type: string; readonly path?: string; readonly select?: string })[];
}

export interface Rule {
  readonly context: string;
  readonly variables: readonly Variable[];
  readonly assertions: readonly Assertion[];
}

export interface Pattern {
  readonly id: string | null;
  readonly variables: readonly Variable[];
  readonly rules: readonly Rule[];
}

export interface RuleSet {
  readonly file: string;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly keys: readonly Key[];
  readonly variables: readonly Variable[];
  readonly phases: readonly {
    readonly id: string;
    readonly active: readonly string[];
    readonly variables: readonly Variable[];
  }[];
  readonly defaultPhase: string | null;
  readonly patterns: readonly Pattern[];
  /** Names of tests. */
  readonly ids: ReadonlySet<string>;
  /** What of the file can't be run, and why, with places in it: errors where it is wrong, warnings where the engine lacks something. The rest runs. */
  readonly problems: readonly Finding[];
}

const loaded = new Map<string, RuleSet>();

/**
 * Load `file.sch`, or the rules embedded in `file.rng`.
 *
 * @throws GrammarError if the file can't be read, or holds no rules.
 */
export function loadRules(path: string): RuleSet {
  const file = resolve(path);
  const known = loaded.get(file);
  if (known) return known;
  let rules: RuleSet;
  try {
    rules = read(file);
  } catch (error) {
    const [why] = (error as Error).message.split('\n');
    throw new GrammarError(path, `no Schematron rules can be read from it: ${why}`, error);
  }
  loaded.set(file, rules);
  return rules;
}

interface Json {
  readonly namespaces: { prefix: string; uri: string }[];
  readonly variables: Variable[];
  readonly phases: { id: string; active: string[]; variables: Variable[] }[];
  readonly defaultPhase: string | null;
  readonly patterns: {
    id: string | null;
    variables: Variable[];
    rules: {
      context: string;
      variables: Variable[];
      asserts: { id: string; isReport: boolean; message: Assertion['message'] }[];
    }[];
  }[];
}

/** Variables by name: those that can't be computed, and all that are declared. */
interface InScope {
  readonly broken: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function read(file: string): RuleSet {
  const { Schema, dom } = libraries();
  const { document, tests, problems, lets, ofXslt, keys, texts } = prepare(file);
  const json = Schema.fromDomToJson(document) as unknown as Json;
  const namespaces = {
    xml: 'http://www.w3.org/XML/1998/namespace',
    xs: 'http://www.w3.org/2001/XMLSchema',
    ...Object.fromEntries(json.namespaces.map(({ prefix, uri }) => [prefix, uri])),
  };
  const found = [...problems];
  const empty = dom.parseXmlDocument('<none/>');
  const ground: Ground = { document: empty, rules: file };
  ground.byKey = keyed(keys, namespaces, ground);
  const options = xpathOptions(namespaces, ground);

  const say = (what: string, { severity, reason, hint }: Unable, at: Origin = { file, span: [0, 0] }): void => {
    const place = placeFields(texts.get(at.file) ?? '', at.span);
    const message = `${what}: ${reason}.`;
    found.push({
      rule: 'schematron',
      severity,
      message,
      file: at.file,
      ...place,
      ...(hint === undefined ? {} : { hint }),
    });
  };
  /** Why one of some expressions can't be run, given the variables in scope. */
  const hindrance = (expressions: readonly string[], { broken, names }: InScope): Unable | undefined => {
    for (const expression of expressions) {
      const used = [...expression.matchAll(/\$([\w.:-]+)/g)]
        .map((match) => match[1] as string)
        .find((name) => broken.has(name));
      if (used !== undefined) return { severity: 'warning', reason: `it uses $${used}, which can't be computed` };
      const found = unable(expression, empty, options, names, lets);
      if (found) return { ...found, reason: `“${shortened(oneLine(expression))}” ${found.reason}` };
    }
    return undefined;
  };
  /** The variables that can be computed, and the scope inside. */
  const usable = (variables: readonly Variable[], outer: InScope): [Variable[], InScope] => {
    const [broken, names] = [new Set(outer.broken), new Set(outer.names)];
    const able = variables.filter(({ name, value }) => {
      broken.delete(name.trim());
      const reason = !value ? undefined : hindrance([value], { broken, names });
      names.add(name.trim());
      if (!reason) return true;
      broken.add(name.trim());
      say(`The variable $${name.trim()} can't be computed`, reason, lets.get(name.trim()));
      return false;
    });
    return [able, { broken, names }];
  };
  const partsOf = (message: Assertion['message']): string[] =>
    message.flatMap((part) => (typeof part === 'string' ? [] : (part.select ?? [])));

  const none: InScope = { broken: new Set(), names: new Set() };
  const usableKeys = keys.filter((key) => {
    const reason = hindrance([key.match, key.use], none);
    if (reason) say(`The key ${key.name} can't be used`, reason, key);
    return !reason;
  });
  const [variables, whole] = usable(json.variables, { broken: ofXslt, names: new Set() });
  const [broken, names] = [new Set(whole.broken), new Set(whole.names)];
  const phases = json.phases.map((phase) => {
    const [own, inPhase] = usable(phase.variables, { broken, names });
    // Which phase it will be, nobody knows yet.
    for (const name of inPhase.broken) broken.add(name);
    for (const name of inPhase.names) names.add(name);
    return { ...phase, variables: own };
  });
  const patterns = json.patterns.map((pattern): Pattern => {
    const [inPattern, here] = usable(pattern.variables, { broken, names });
    const rules = pattern.rules.flatMap(({ context, variables: given, asserts }): Rule[] => {
      const all = asserts.map(({ id, isReport, message }) => ({ test: tests[Number(id)] as Test, isReport, message }));
      const outside = hindrance([context], here);
      if (outside && all[0]) say("This rule can't be run and is left out", outside, all[0].test.ofRule);
      const [own, inRule] = usable(given, here);
      const able = all.filter(({ test, message }) => {
        if (outside) return false;
        const reason = hindrance([test.test, ...partsOf(message)], inRule);
        if (reason) say("This test can't be run and is left out", reason, test);
        return !reason;
      });
      return outside === undefined ? [{ context: context.trim(), variables: own, assertions: able }] : [];
    });
    return { id: pattern.id, variables: inPattern, rules };
  });
  const ids = new Set(tests.flatMap(({ id }) => id ?? []));
  const { defaultPhase } = json;
  return { file, namespaces, keys: usableKeys, variables, phases, defaultPhase, patterns, ids, problems: found };
}

/** Whether a rule set has a phase, so that a misspelt one can be told before the run. */
export function hasPhase(rules: RuleSet, phase: string): boolean {
  return phase === '#ALL' || phase === '#DEFAULT' || rules.phases.some(({ id }) => id === phase);
}
