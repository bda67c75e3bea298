/** SARIF 2.1.0, for GitHub code scanning and editors: results with rules, fingerprints and fixes. */

import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder';
import type { Severity } from '../../diagnostic.js';
import { layerWhy } from '../layers.js';
import { ruleOf } from '../rules/index.js';
import { section } from '../rules/page.js';
import type { KeyedFinding } from '../settings.js';
import { limited, type Report, told } from './report.js';

type Result = SarifResultBuilder['result'];

const LEVELS: Readonly<Record<Severity, NonNullable<Result['level']>>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** Paths become URI references, relative ones stay so. */
const uri = (path: string): string =>
  path
    .split(/[\\/]/)
    .map(encodeURIComponent)
    .join('/')
    .replace(/^([A-Za-z])%3A\//, 'file:///$1:/');

export function sarif(report: Report): string {
  const run = new SarifRunBuilder().initSimple({ toolDriverName: 'teigram', toolDriverVersion: report.version });
  const files = limited(report);
  const rules = new Map<string, Severity>();
  for (const { findings } of files) for (const { rule, severity } of findings) rules.set(rule, severity);
  for (const [rule, severity] of [...rules].sort(([a], [b]) => (a < b ? -1 : 1)))
    run.addRule(descriptor(rule, severity));
  for (const { path, findings } of files) for (const finding of findings) run.addResult(result(path, finding));
  run.run.columnKind = 'utf16CodeUnits';
  const builder = new SarifBuilder();
  builder.addRun(run);
  return `${builder.buildSarifJsonString({ indent: true })}\n`;
}

function descriptor(rule: string, severity: Severity): SarifRuleBuilder {
  const known = ruleOf(rule);
  const why = known?.why ?? layerWhy(rule) ?? `The test ${rule} of the Schematron rules doesn’t hold.`;
  const builder = new SarifRuleBuilder().initSimple({ ruleId: rule, shortDescriptionText: why });
  const details: Partial<SarifRuleBuilder['rule']> = {
    fullDescription: { text: why },
    help: known ? { text: why, markdown: section(known) } : { text: why },
    defaultConfiguration: { level: LEVELS[severity] },
  };
  Object.assign(builder.rule, details);
  return builder;
}

function result(path: string, finding: KeyedFinding): SarifResultBuilder {
  const {
    rule,
    severity,
    line,
    column,
    endLine = line,
    endColumn = column,
    offset,
    endOffset,
    expected,
    key,
    fix,
  } = finding;
  const builder = new SarifResultBuilder();
  const artifactLocation = { uri: uri(path) };
  const region = {
    startLine: line,
    startColumn: Math.max(1, column),
    endLine,
    endColumn: Math.max(1, endColumn),
    ...(offset === undefined ? {} : { charOffset: offset, charLength: Math.max(0, (endOffset ?? offset) - offset) }),
  };
  const details: Result = {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: told(finding) },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    ...(expected === undefined ? {} : { properties: { expected } }),
    ...(key === undefined ? {} : { partialFingerprints: { 'teigram/v1': key } }),
  };
  if (fix && fix.length > 0) {
    const replacements = fix.map(({ start, end, text: inserted }) => ({
      deletedRegion: { charOffset: start, charLength: end - start },
      insertedContent: { text: inserted },
    }));
    details.fixes = [{ artifactChanges: [{ artifactLocation, replacements }] }];
  }
  Object.assign(builder.result, details);
  return builder;
}
