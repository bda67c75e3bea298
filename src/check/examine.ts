/**
 * All checks of one file but the grammar's, which is handed in: bytes in, findings out, and what other files need to know of
 * it. The grammar's engine takes long to load, so this must not import it.
 */

import { source } from '../source.js';
import { scanXml } from '../xml/scan.js';
import { activeRules } from './active.js';
import { type Decoded, decodedText, decodeXml } from './encoding.js';
import type { Finding } from './finding.js';
import { finished } from './finished.js';
import { LAYERS, UNREAD } from './layers.js';
import type { LinkFacts } from './links.js';
import { placeFields } from './place-fields.js';
import { silenced, silences } from './rules/disable.js';
import { ruleOf } from './rules/index.js';
import { profileOf } from './rules/profile.js';
import { runRules } from './rules/run.js';
import { hasRules } from './schema/mentions.js';
import { modelsOf, namesSchematron } from './schema/models.js';
import type { CheckSettings, FileResult } from './settings.js';
import { weighed } from './weighed.js';
import { includeFindings, includesOf, mayInclude } from './xinclude.js';

/** What a grammar says of a document, given its bytes in UTF-8 and its text. */
export type GrammarCheck = (bytes: Uint8Array, text: string) => readonly Finding[];

/** Check the bytes of a file, or a text. `file` is the name that findings carry; none for an unnamed text. */
export function examine(
  xml: string | Uint8Array,
  file: string | undefined,
  settings: CheckSettings,
  byGrammar: GrammarCheck,
): FileResult {
  const decoded = typeof xml === 'string' ? decodedText(xml) : decodeXml(xml);
  const { text, problem } = decoded;
  const findings: Finding[] = problem === undefined ? [] : [encodingFinding(problem, text)];
  if (problem === undefined) {
    const bytes =
      typeof xml === 'string' || decoded.encoding !== 'utf-8' || decoded.bom ? Buffer.from(text, 'utf8') : xml;
    findings.push(...byGrammar(bytes, text));
  }
  const links: { volume: string | undefined; ids: string; pending: LinkFacts['pending'] } = {
    volume: undefined,
    ids: '',
    pending: [],
  };
  const includes = mayInclude(text);
  const broken = findings.some(({ rule, severity }) => severity === 'error' && UNREAD.has(rule));
  if (!broken && (!settings.noRules || includes || text.includes('<?teigram-'))) {
    const scan = scanXml(text);
    const included = includes ? includesOf(scan, file, settings) : [];
    const unresolved = new Set(included.flatMap(({ element, replacement }) => (replacement ? [] : element.start)));
    if (includes) {
      const own = findings.filter(({ rule, offset = -1 }) => rule !== 'schema' || !unresolved.has(offset));
      findings.splice(0, findings.length, ...own, ...includeFindings(scan, included));
    }
    const known = (rule: string): boolean =>
      ruleOf(rule) !== undefined || LAYERS.has(rule) || UNREAD.has(rule) || mayHaveOwn(text, file, settings);
    const { silences: quiet } = silences(scan, known);
    // Before what is found twice is told once: what has no weight tells nothing.
    const loud = weighed(findings, settings).filter(({ rule, offset }) => !silenced(quiet, rule, offset ?? 0));
    findings.splice(0, findings.length, ...loud);
    if (!settings.noRules) {
      const profile = settings.profile ?? profileOf(scan);
      const options = {
        profile,
        rules: activeRules(profile, settings.rules),
        known,
        lists: settings.lists === true,
        isPart: included.some(({ problem }) => problem),
        included: new Set(included.flatMap(({ ids }) => ids)),
      };
      const run = runRules(text, file === undefined ? options : { ...options, file }, scan);
      Object.assign(links, { volume: run.volume, ids: run.ids.join('\n'), pending: run.pending });
      merge(findings, run.findings);
    }
  }
  return { findings: finished(findings, file, text, settings), links: { file, ...links } };
}

/** Whether Schematron rules may be run on a document: their names are known to them alone. */
function mayHaveOwn(text: string, file: string | undefined, settings: CheckSettings): boolean {
  const { schematron, schema = [], noSchema, noModels } = settings;
  if (schematron !== undefined) return true;
  if (noSchema) return false;
  if (schema.some(hasRules)) return true;
  if (noModels || !text.includes('<?xml-model')) return false;
  return namesSchematron(text) || modelsOf(source(text), file).models.some(({ path }) => hasRules(path));
}

/** What is found by the parser or the grammar and by a house rule, at the same place: once is enough. */
const TWICE: Readonly<Record<string, string>> = { 'duplicate-id': 'duplicate-id', 'dangling-link': 'schema' };

function merge(findings: Finding[], more: readonly Finding[]): void {
  const told = new Set(findings.map(({ rule, offset, endOffset }) => `${rule} ${offset} ${endOffset}`));
  for (const finding of more) {
    if (!told.has(`${TWICE[finding.rule]} ${finding.offset} ${finding.endOffset}`)) findings.push(finding);
  }
}

function encodingFinding({ message, offset }: NonNullable<Decoded['problem']>, text: string): Finding {
  const hint = 'Save it as UTF-8, or declare its encoding in the first line.';
  return { rule: 'encoding', severity: 'error', message, ...placeFields(text, [offset, offset + 1]), hint };
}
