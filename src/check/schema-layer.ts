/** The grammar half of the checker, as the whole sees it: safety first, then grammars, then Schematron. */

import { source } from '../source.js';
import type { Finding } from './finding.js';
import { doctypeOf, safetyFindings } from './safety.js';
import { builtinGrammar } from './schema/builtin.js';
import { crossCheck } from './schema/cross-check.js';
import { GrammarError } from './schema/engine.js';
import { elementsWrittenOut } from './schema/entities.js';
import { loadGrammar, type SchemaGrammar } from './schema/grammar.js';
import { modelsOf } from './schema/models.js';
import { outOfScope, unchecked } from './schema/scope.js';
import type { Spliced } from './schema/spliced.js';
import { validateBytes } from './schema/validate.js';
import { rulesInside } from './schematron/inside.js';
import { hasPhase, loadRules, type RuleSet } from './schematron/rules.js';
import { runRules } from './schematron/run.js';
import type { CheckSettings } from './settings.js';
import { weighed } from './weighed.js';
import { mayInclude, withIncludes } from './xinclude.js';

/**
 * Findings about a document's safety, syntax, grammars and Schematron rules.
 *
 * Grammars are those of the settings; else those that the document names itself (`<?xml-model?>`) and that are on this
 * disk; else, for documents that it is for and that name no other, or under the profile `frus`, the built-in one.
 *
 * @param bytes the document in UTF-8, without byte order mark
 * @param file its path, against which it names its grammars
 * @throws GrammarError where a grammar of the settings can't be used; EngineMissing where the second engine isn't there.
 */
export function schemaFindings(bytes: Uint8Array, text: string, settings: CheckSettings, file?: string): Finding[] {
  const findings = safetyFindings(text, bytes.length, settings);
  if (findings.some(({ severity }) => severity === 'error')) return findings;
  const chosen = chosenFor(text, settings, file);
  const { rules, remarks } = chosen;
  const of = source(text);
  const written = settings.allowDoctype ? elementsWrittenOut(text) : undefined;
  const judged = (by: readonly SchemaGrammar[]): Finding[] => {
    const inText = (spliced: Spliced): Finding[] =>
      validateBytes(Buffer.from(spliced.text), () => source(spliced.text), by, settings.allowDoctype).map(
        spliced.inDocument,
      );
    if (written) return inText(written);
    const asItStands = validateBytes(bytes, () => of, by, settings.allowDoctype);
    // What a grammar takes as it stands need not be put together.
    const whole =
      mayInclude(text) && asItStands.some(({ rule }) => rule === 'schema')
        ? withIncludes(text, file, settings)
        : undefined;
    return whole ? inText(whole) : asItStands;
  };
  let { grammars } = chosen;
  let verdict = judged(grammars);
  // Asked last: what is valid by the built-in grammar is valid TEI.
  const unjudged = chosen.isBuiltin && verdict.some(isGrammars) ? outOfScope(text, settings) : undefined;
  if (unjudged) {
    grammars = [];
    verdict = judged(grammars);
    if (!verdict.some(({ rule }) => rule === 'well-formed')) findings.push(unjudged);
  }
  findings.push(...remarks, ...verdict);
  const [only] = grammars;
  if (settings.engine !== undefined && grammars.length === 1 && only?.compiled.language === 'xsd') {
    findings.push(...crossCheck(text, only.compiled.file, verdict));
  } else if (settings.engine !== undefined && grammars.length > 0) findings.push(notAsked);
  if (rules.length === 0 || findings.some(({ rule }) => rule === 'well-formed' || rule === 'limit')) return findings;
  if (doctypeOf(text)) {
    const message = 'Schematron is not run on a document with a DOCTYPE.';
    findings.push({ rule: 'schematron', severity: 'info', message, line: 1, column: 1, offset: 0 });
  } else {
    for (const { set, phase } of rules) findings.push(...runRules(of, set, phase === undefined ? {} : { phase }));
  }
  return findings;
}

const isGrammars = ({ rule }: Finding): boolean => rule === 'schema';

const notAsked: Finding = {
  rule: 'engine',
  severity: 'info',
  message: 'libxmljs2 was not asked: it takes one grammar, an XSD, and this document has others.',
  line: 1,
  column: 1,
  offset: 0,
};

/**
 * What cannot be run of the Schematron rules that the settings name, or that are inside their grammars: once for all documents, with places in those files.
 * Grammars and rules are loaded by it, if they weren't yet.
 *
 * @throws GrammarError where one can't be used.
 */
export function rulesProblems(settings: CheckSettings): readonly Finding[] {
  const named = namedRules(settings).map(({ set }) => set);
  const inside = givenGrammars(settings).flatMap((grammar) => rulesInside(grammar) ?? []);
  const problems = [...new Set([...named, ...inside])].flatMap((one): readonly Finding[] =>
    one instanceof GrammarError
      ? [{ rule: 'schematron', severity: 'warning', message: unread(one), file: one.file, line: 1, column: 1 }]
      : one.problems,
  );
  return weighed(problems, settings);
}

const unread = ({ message }: GrammarError): string => `Schematron rules inside a grammar are not run: ${message}.`;

const givenGrammars = ({ schema = [], noSchema }: CheckSettings): SchemaGrammar[] =>
  noSchema ? [] : schema.map(loadGrammar);

interface Rules {
  readonly set: RuleSet;
  readonly phase?: string;
}

interface Chosen {
  readonly grammars: readonly SchemaGrammar[];
  /** Nobody named them. */
  readonly isBuiltin: boolean;
  readonly rules: readonly Rules[];
  readonly remarks: readonly Finding[];
}

function namedRules({ schematron = [], phase }: CheckSettings): Rules[] {
  return schematron.map((path) => {
    const set = loadRules(path);
    if (phase === undefined) return { set };
    if (!hasPhase(set, phase)) throw new GrammarError(path, `it has no phase “${phase}”`);
    return { set, phase };
  });
}

/** Add the rules inside a grammar, unless they are run anyway; gives why they can't be. */
function addInside(rules: Rules[], grammar: SchemaGrammar): GrammarError | undefined {
  const set = rulesInside(grammar);
  if (set instanceof GrammarError) return set;
  if (set && !rules.some((one) => one.set === set)) rules.push({ set });
  return undefined;
}

function chosenFor(text: string, settings: CheckSettings, file: string | undefined): Chosen {
  const rules = namedRules(settings);
  if (settings.noSchema) return { grammars: [], isBuiltin: false, rules, remarks: [] };
  const given = givenGrammars(settings);
  const isGiven = given.length > 0;
  for (const grammar of given) addInside(rules, grammar);
  if (settings.noModels || !text.includes('<?xml-model'))
    return { grammars: isGiven ? given : [builtinGrammar()], isBuiltin: !isGiven, rules, remarks: [] };
  const { models, findings, other } = modelsOf(source(text), file);
  const grammars: SchemaGrammar[] = [];
  const remarks = isGiven ? [] : [...findings];
  // Rules of the settings are run as these say.
  const named = new Set(rules.map(({ set }) => set));
  // After the loop: rules inside a grammar may be named beside it, with a phase.
  const inside: (() => void)[] = [];
  for (const { kind, path, phase, start, end } of models) {
    if (kind === 'grammar' && isGiven) continue;
    const remark = (message: string): void => {
      const at = { line: text.slice(0, start).split('\n').length, column: 1, offset: start, endOffset: end };
      remarks.push({ rule: 'xml-model', severity: 'warning', message, ...at });
    };
    try {
      if (kind === 'grammar') {
        const grammar = loadGrammar(path);
        grammars.push(grammar);
        inside.push(() => {
          const unable = addInside(rules, grammar);
          if (unable) remark(unread(unable));
        });
        continue;
      }
      const set = loadRules(path);
      if (named.has(set) || rules.some((one) => one.set === set && one.phase === phase)) continue;
      const isKnown = phase === undefined || hasPhase(set, phase);
      if (!isKnown) remark(`${path} has no phase “${phase}”: its rules are run as without one.`);
      for (const { severity, message, file, line } of set.problems)
        if (severity === 'error') remark(`${file}:${line}: ${message}`);
      rules.push({ set, ...(isKnown && phase !== undefined ? { phase } : {}) });
    } catch (error) {
      if (!(error instanceof GrammarError)) throw error;
      remark(error.message);
    }
  }
  for (const add of inside) add();
  if (isGiven) return { grammars: given, isBuiltin: false, rules, remarks };
  if (grammars.length > 0) return { grammars, isBuiltin: false, rules, remarks };
  if (!other || settings.profile === 'frus') return { grammars: [builtinGrammar()], isBuiltin: true, rules, remarks };
  const told = remarks.map((remark) => (remark.offset === other.start ? unchecked(remark) : remark));
  return { grammars, isBuiltin: false, rules, remarks: told };
}
