/** Schematron rule sets: loaded once a thread, probed for what the engine can't run. */

import { resolve } from 'node:path';
import type { Finding } from '../finding.js';
import { GrammarError } from '../schema/engine.js';
import { placeFields } from './documents.js';
import { libraries } from './libraries.js';
import { prepare, type Test } from './prepare.js';

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
  readonly variables: readonly Variable[];
  readonly phases: readonly {
    readonly id: string;
    readonly active: readonly string[];
    readonly variables: readonly Variable[];
  }[];
  readonly defaultPhase: string | null;
  readonly patterns: readonly Pattern[];
  /** What of the file can't be run, and why: severity info, with places in the rules' own file. The rest runs. */
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
    throw new GrammarError(path, `no Schematron rules can be read from it: ${(error as Error).message.split('\n')[0]}`);
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

function read(file: string): RuleSet {
  const { Schema, xpath, dom } = libraries();
  const { document, tests, problems, texts } = prepare(file);
  const json = Schema.fromDomToJson(document) as unknown as Json;
  const namespaces = {
    xml: 'http://www.w3.org/XML/1998/namespace',
    xs: 'http://www.w3.org/2001/XMLSchema',
    ...Object.fromEntries(json.namespaces.map(({ prefix, uri }) => [prefix, uri])),
  };
  const found = [...problems];
  const empty = dom.parseXmlDocument('<none/>');
  const options = { namespaceResolver: resolver(namespaces) };

  /** Why an expression can never be run: static errors show on any document. Undeclared variables may yet be declared. */
  const unable = (expression: string): string | undefined => {
    try {
      xpath.evaluateXPath(expression, empty, null, {}, undefined, options);
    } catch (error) {
      const reason = reasonOf(error);
      if (/XPST0017|XPST0003|XPST0081|could not be resolved/.test(reason)) return reason;
    }
    return undefined;
  };
  const runnable = (test: Test, ...expressions: string[]): boolean => {
    const reason = expressions.map(unable).find((why) => why !== undefined);
    if (reason === undefined) return true;
    const message = `This test can't be run and is left out: ${reason}`;
    const at = placeFields(texts.get(test.file) ?? '', test.span);
    found.push({ rule: 'schematron', severity: 'info', message, file: test.file, ...at });
    return false;
  };

  const patterns = json.patterns.map(
    ({ id, variables, rules }): Pattern => ({
      id,
      variables,
      rules: rules.map(({ context, variables: own, asserts }): Rule => {
        const all = asserts.map(({ id: number, isReport, message }) => ({
          test: tests[Number(number)] as Test,
          isReport,
          message,
        }));
        const able = all.filter(({ test, message }) =>
          runnable(
            test,
            `//(${context})`,
            test.test,
            ...message.flatMap((part) => (typeof part === 'string' ? [] : (part.select ?? []))),
          ),
        );
        return { context: context.trim(), variables: own, assertions: able };
      }),
    }),
  );
  const { variables, phases, defaultPhase } = json;
  return { file, namespaces, variables, phases, defaultPhase, patterns, problems: found };
}

/** Whether a rule set has a phase, so that a misspelt one can be told before the run. */
export function hasPhase(rules: RuleSet, phase: string): boolean {
  return phase === '#ALL' || phase === '#DEFAULT' || rules.phases.some(({ id }) => id === phase);
}

/** Prefixes as the XPath engine asks for them. */
export function resolver(namespaces: Readonly<Record<string, string>>): (prefix: string) => string | null {
  return (prefix) => (prefix === '' ? null : (namespaces[prefix] ?? null));
}

/** The first telling line of an error of the XPath engine. */
export function reasonOf(error: unknown): string {
  const { message } = error as Error;
  const line =
    message.split('\n').find((one) => /X[PQ][A-Z]{2}\d{4}|^Error:|FO[A-Z]{2}\d{4}/.test(one)) ??
    message.split('\n')[0] ??
    '';
  return line
    .replace(/^Error: /, '')
    .replace(/ No similar functions found\.$/, '')
    .slice(0, 300);
}
