/** `teigram validate`: edition XML checked against grammars, Schematron and the house rules. */

import { type Command, Option } from 'commander';
import { FORMATS, type Format } from '../check/report/index.js';
import { SEVERITIES } from '../check/report/report.js';
import { PROFILES, type Profile } from '../check/rules/rule.js';
import type { Severity } from '../diagnostic.js';
import { count, whole } from './numbers.js';

export interface ValidateFlags {
  readonly schema?: false | readonly string[];
  readonly rules?: readonly string[];
  /** False: none. Its flag is --no-rules, but it has nothing to do with --rules. */
  readonly houseRules?: false;
  readonly phase?: string;
  readonly allowDoctype?: true;
  readonly engine?: 'libxmljs2';
  readonly profile?: Profile;
  readonly config?: string | false;
  readonly known?: readonly string[];
  readonly format: Format;
  readonly out?: string;
  readonly only?: readonly string[];
  readonly minSeverity?: Severity;
  /** True without a name. */
  readonly explain?: string | true;
  readonly maxFindings?: number;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly since?: string;
  readonly staged?: true;
  readonly fix?: true;
  readonly dryRun?: true;
  readonly threads?: number;
  readonly color: boolean;
}

const NOTES = `
--explain rule tells the reason of a rule and shows an example, --explain alone lists all rules.

Settings are read from teigram.config.json, or "teigram" in package.json, in this folder or above:
  { "profile": "frus", "rules": { "straight-quotes": "off", "pb-spacing": "error" },
    "schema": "tei_all.rng", "schematron": "house.sch", "known": "volumes.txt", "ignore": "drafts/**" }
"schema" and "schematron" are what --schema and --rules give. "rules" may name house rules, schema, xml-id, and the ids
of Schematron tests. Files that are named outright are never ignored. In a file, <?teigram-disable rule -- why?> silences
a rule up to <?teigram-enable rule?>, or to the end.

Examples:
  teigram validate volumes/
  teigram validate frus1955-57v23p1.xml --known volumes.txt --format sarif -o findings.sarif
  teigram validate volumes/ --fix --dry-run
  teigram validate volumes/ --only dangling-link --only schema
  teigram validate volumes/ --write-baseline known.json      accept what is found now …
  teigram validate volumes/ --baseline known.json            … and report only what is new
  teigram validate volumes/ --staged
  git show HEAD:d38.xml | teigram validate -

Exit codes: 0 no errors, though perhaps warnings and remarks; 1 errors found; 2 wrong use, or a file could not be read
or written.`;

const collect = (value: string, before: readonly string[] | boolean = []): string[] => [
  ...(Array.isArray(before) ? before : []),
  value,
];

/** By its name commander would take it for the opposite of --rules, whose files it would drop. */
const NO_HOUSE_RULES = Object.assign(new Option('--no-rules', 'leave out the house rules'), {
  attributeName: () => 'houseRules',
});

export function addValidate(program: Command): void {
  program
    .command('validate')
    .summary('check TEI by grammar and house rules')
    .description(
      'Check TEI files: well-formed, valid, and as the edition wants them. Nothing is fetched from the network.',
    )
    .argument(
      '[files...]',
      'XML files, folders or globs; with ! in front, what is left out of them; - is standard input, the default (with --since or --staged: this folder)',
    )
    .option(
      '--schema <file>',
      'grammar, .rng or .xsd, with the Schematron inside an .rng (may be repeated; default: the one that the document names, else the built-in one if it is of FRUS)',
      collect,
    )
    .option('--no-schema', 'leave out grammars, and all Schematron but that of --rules')
    .option('--rules <file.sch>', 'Schematron rules (may be repeated)', collect)
    .addOption(NO_HOUSE_RULES)
    .option('--phase <name>', 'phase of the rules that --rules names')
    .addOption(
      new Option(
        '--engine <engine>',
        'ask this engine about an XSD too, if it is installed, and tell where it differs',
      ).choices(['libxmljs2']),
    )
    .option('--allow-doctype', 'accept a DOCTYPE; no entity of it is read from elsewhere')
    .addOption(
      new Option(
        '--profile <profile>',
        'which house rules; frus: also the built-in grammar (default: by the file)',
      ).choices(PROFILES),
    )
    .option('--config <file>', 'settings (default: teigram.config.json here or above)')
    .option('--no-config', 'read no settings')
    .option('--known <file>', 'list of known volumes and ids, or XML with ids (may be repeated)', collect)
    .addOption(new Option('--format <format>', 'form of the report').choices(Object.keys(FORMATS)).default('pretty'))
    .option('-o, --out <file>', 'file for the report (default: standard output)')
    .option(
      '--only <rule>',
      'report, and mend, only what this rule finds; files that can’t be read are always reported (may be repeated)',
      collect,
    )
    .addOption(
      new Option('--min-severity <severity>', 'report, and mend, nothing that weighs less').choices(SEVERITIES),
    )
    .option(
      '--max-findings <n>',
      'report so many at most, errors first (default for pretty: 50); all are counted',
      whole,
    )
    .option('--explain [rule]', 'say what a rule wants and why, and check nothing; without a name list the rules')
    .option('--baseline <file>', 'leave out the findings that this file knows; paths in it are relative to its folder')
    .option('--write-baseline <file>', 'write all findings to a baseline, and report none')
    .option('--since <commit>', 'check only files that differ from a git commit')
    .addOption(
      new Option('--staged', 'check only files that the next git commit changes, as the index has them').conflicts([
        'since',
        'fix',
      ]),
    )
    .option(
      '--fix',
      'mend what can be mended without touching the words; of standard input to standard output, the report to standard error',
    )
    .option('--dry-run', 'with --fix: print the difference, write nothing')
    .option('--threads <n>', 'worker threads (default: one a core for many files)', count)
    .option('--no-color', 'no colours')
    .addHelpText('after', NOTES)
    .action(async (files: string[], flags: ValidateFlags) => {
      if (flags.explain !== undefined) {
        const { explainRule } = await import('./explain-rule.js');
        explainRule(flags.explain);
        return;
      }
      const { runValidate } = await import('./run-validate.js');
      await runValidate(files, flags);
    });
}
