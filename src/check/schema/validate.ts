/** Validate a document by grammars: the engine gives the verdict, the second pass words it. */

import type { Source } from '../../source.js';
import type { Finding } from '../finding.js';
import { check } from './engine.js';
import { toFindings } from './findings.js';
import type { SchemaGrammar } from './grammar.js';
import { firstBefore } from './prefix.js';
import { namedErrors } from './second.js';

/**
 * Findings about UTF-8 bytes, by place; none means valid by all grammars. `text` is asked for only where something is
 * wrong. `entities` expands those of an internal DTD.
 */
export function validateBytes(
  bytes: Uint8Array,
  text: () => Source,
  grammars: readonly SchemaGrammar[],
  entities = false,
): Finding[] {
  const compiled = grammars.filter(({ links }) => !links).map((grammar) => grammar.compiled);
  const [parse = [], ...verdicts] = check(bytes, compiled, entities);
  const linked = grammars.some(({ links }) => links);
  if (parse.length === 0 && !linked && verdicts.every((errors) => errors.length === 0)) return [];
  const source = text();
  const findings = toFindings(source, parse);
  if (parse.some(({ kind }) => kind === 'limit')) return findings;
  if (parse.some(({ kind }) => kind === 'well-formed')) return notWellFormed(source, findings, grammars);
  const badIds = new Set(findings.map(({ offset }) => offset));
  for (const { rng, links, compiled } of grammars) {
    let errors = links ? [] : (verdicts.shift() ?? []);
    if (errors.length === 0 && !links) continue;
    const own = rng === undefined ? undefined : namedErrors(source, rng);
    if (links && !own) {
      errors = check(bytes, [compiled], entities)[1] ?? [];
      findings.push(linksUnread);
    }
    // Nothing found: the engine's complaint is about an id that is named already, or else it stands in its own words.
    const named = own && (own.length > 0 || parse.length > 0) ? own : toFindings(source, errors);
    // The grammar's complaint about an id that has been named already adds nothing.
    findings.push(...named.filter(({ offset }) => !badIds.has(offset)));
  }
  return findings.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0));
}

const linksUnread: Finding = {
  rule: 'schema',
  severity: 'info',
  message: 'References between ids (IDREF) were not checked: this grammar or document is beyond what can follow them.',
  line: 1,
  column: 1,
  offset: 0,
};

function notWellFormed(source: Source, findings: Finding[], grammars: readonly SchemaGrammar[]): Finding[] {
  const offset = findings[0]?.offset ?? 0;
  const rng = grammars.find((grammar) => grammar.rng !== undefined)?.rng;
  const first = rng === undefined ? undefined : firstBefore(source, offset, rng);
  return first ? [first, ...findings] : findings;
}
