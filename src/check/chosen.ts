/** Which grammars and Schematron rules a document is checked by: those of the settings, those that it names itself, the built-in one. */

import { source } from '../source.js';
import type { Finding } from './finding.js';
import { placeFields } from './place-fields.js';
import { builtinGrammar } from './schema/builtin.js';
import { GrammarError } from './schema/engine.js';
import { loadGrammar, type SchemaGrammar } from './schema/grammar.js';
import { type Model, modelsOf } from './schema/models.js';
import { unchecked } from './schema/scope.js';
import { rulesInside } from './schematron/inside.js';
import { hasPhase, loadRules, type RuleSet } from './schematron/rules.js';
import type { CheckSettings } from './settings.js';

/** Rules to run; without a phase all of them. */
interface Rules {
  readonly set: RuleSet;
  readonly phase?: string;
}

export interface Chosen {
  readonly grammars: readonly SchemaGrammar[];
  /** Nobody named them. */
  readonly isBuiltin: boolean;
  readonly rules: readonly Rules[];
  /** What a document names and can't be used. */
  readonly remarks: readonly Finding[];
}

/** The grammars of the settings. @throws GrammarError where one can't be used. */
export const givenGrammars = ({ schema = [], noSchema }: CheckSettings): SchemaGrammar[] =>
  noSchema ? [] : schema.map(loadGrammar);

/** The Schematron rules of the settings. @throws GrammarError where some can't be used, or lack the phase. */
export function namedRules({ schematron = [], phase }: CheckSettings): Rules[] {
  return schematron.map((path) => {
    const set = loadRules(path);
    if (phase === undefined) return { set };
    if (!hasPhase(set, phase)) throw new GrammarError(path, `it has no phase “${phase}”`);
    return { set, phase };
  });
}

/** That rules inside a grammar are left out, and why. */
export const unread = ({ message }: GrammarError): string =>
  `Schematron rules inside a grammar are not run: ${message}.`;

/** Add the rules inside a grammar, unless they are run anyway; gives why they can't be. */
function addInside(rules: Rules[], grammar: SchemaGrammar): GrammarError | undefined {
  const set = rulesInside(grammar);
  if (set instanceof GrammarError) return set;
  if (set && !rules.some((one) => one.set === set)) rules.push({ set });
  return undefined;
}

/** Add the rules that a document names, unless they are run anyway; gives what is wrong with them. */
function addNamed({ path, phase }: Model, rules: Rules[], bySettings: ReadonlySet<RuleSet>): string[] {
  const set = loadRules(path);
  if (bySettings.has(set) || rules.some((one) => one.set === set && one.phase === phase)) return [];
  const isKnown = phase === undefined || hasPhase(set, phase);
  rules.push({ set, ...(isKnown && phase !== undefined ? { phase } : {}) });
  const errors = set.problems.filter(({ severity }) => severity === 'error');
  return [
    ...(isKnown ? [] : [`${path} has no phase “${phase}”: its rules are run as without one.`]),
    ...errors.map(({ file, line, message }) => `${file}:${line}: ${message}`),
  ];
}

/** Load the grammars and rules that a document names, the rules into `rules`; what can't be used is told in its place. */
function load(
  models: readonly Model[],
  text: string,
  rules: Rules[],
): { readonly grammars: readonly SchemaGrammar[]; readonly remarks: readonly Finding[] } {
  const loaded: { readonly grammar: SchemaGrammar; readonly model: Model }[] = [];
  const remarks: Finding[] = [];
  const remark = ({ start, end }: Model, message: string): void => {
    remarks.push({ rule: 'xml-model', severity: 'warning', message, ...placeFields(text, [start, end]) });
  };
  // Rules of the settings are run as these say.
  const bySettings = new Set(rules.map(({ set }) => set));
  for (const model of models) {
    try {
      if (model.kind === 'grammar') loaded.push({ grammar: loadGrammar(model.path), model });
      else for (const wrong of addNamed(model, rules, bySettings)) remark(model, wrong);
    } catch (error) {
      if (!(error instanceof GrammarError)) throw error;
      remark(model, error.message);
    }
  }
  // These come last: rules inside a grammar may be named beside it, with a phase.
  for (const { grammar, model } of loaded) {
    const unable = addInside(rules, grammar);
    if (unable) remark(model, unread(unable));
  }
  return { grammars: loaded.map(({ grammar }) => grammar), remarks };
}

/**
 * What a document is checked by.
 *
 * @param file its path, against which it names its grammars
 * @throws GrammarError where a grammar or rules of the settings can't be used.
 */
export function chosenFor(text: string, settings: CheckSettings, file: string | undefined): Chosen {
  const rules = namedRules(settings);
  if (settings.noSchema) return { grammars: [], isBuiltin: false, rules, remarks: [] };
  const given = givenGrammars(settings);
  const isGiven = given.length > 0;
  for (const grammar of given) addInside(rules, grammar);
  if (settings.noModels || !text.includes('<?xml-model'))
    return { grammars: isGiven ? given : [builtinGrammar()], isBuiltin: !isGiven, rules, remarks: [] };
  const { models, findings, other } = modelsOf(source(text), file);
  if (isGiven) {
    const { remarks } = load(
      models.filter(({ kind }) => kind !== 'grammar'),
      text,
      rules,
    );
    return { grammars: given, isBuiltin: false, rules, remarks };
  }
  const own = load(models, text, rules);
  const remarks = [...findings, ...own.remarks];
  if (own.grammars.length > 0) return { grammars: own.grammars, isBuiltin: false, rules, remarks };
  if (!other || settings.profile === 'frus') return { grammars: [builtinGrammar()], isBuiltin: true, rules, remarks };
  const told = remarks.map((remark) => (remark.offset === other.start ? unchecked(remark) : remark));
  return { grammars: [], isBuiltin: false, rules, remarks: told };
}
