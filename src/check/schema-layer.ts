/** The grammar half of the checker, as the whole sees it: safety first, then grammars, then Schematron. */

import { source } from '../source.js';
import { chosenFor, givenGrammars, namedRules, unread } from './chosen.js';
import type { Finding } from './finding.js';
import { doctypeOf, safetyFindings } from './safety.js';
import { crossCheck } from './schema/cross-check.js';
import { GrammarError } from './schema/engine.js';
import { elementsWrittenOut } from './schema/entities.js';
import type { SchemaGrammar } from './schema/grammar.js';
import { outOfScope } from './schema/scope.js';
import type { Spliced } from './schema/spliced.js';
import { validateBytes } from './schema/validate.js';
import { rulesInside } from './schematron/inside.js';
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
    for (const { set, phase } of rules)
      findings.push(...runRules(of, set, phase === undefined ? { file } : { file, phase }));
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
