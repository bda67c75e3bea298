/** `teigram convert`: plain texts → TEI. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Format } from '../write/index.js';

export interface ConvertFlags {
  readonly out?: string;
  readonly volume?: string;
  readonly doc?: string;
  readonly authority: readonly string[];
  readonly persons: 'listed' | 'all' | 'none';
  readonly format: Format;
  readonly compact?: true;
  readonly encoding?: string;
  readonly validate: boolean;
  readonly decisions: boolean;
  readonly strict?: true;
  readonly doubt: number;
  readonly ledger?: string;
  readonly report?: string;
  readonly jobs?: number;
  readonly timeout?: number;
  readonly memory?: number;
  readonly quiet?: true;
}

const EXAMPLES = `
Examples:
  teigram convert telegram.txt                       TEI on standard output
  cat telegram.txt | teigram convert | teigram validate -
  teigram convert texts/ -o tei/                     a folder, to the same tree of .xml files
  teigram convert 'texts/**/d3*.txt' -o tei/ --volume frus1955-57v23p1 --authority lists.xml
  teigram convert d38.txt -o d38.xml --ledger d38.tsv --report d38.json

Exit codes: 0 clean; 1 the output breaks the schema, or there is a warning under --strict; 2 wrong use, or a file
could not be read or written.`;

function probability(value: string): number {
  const p = Number(value);
  if (value.trim() === '' || !(p >= 0 && p <= 1)) throw new InvalidArgumentError('It is a probability, from 0 to 1.');
  return p;
}

function count(value: string): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError('It is a whole number, 1 or more.');
  return n;
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

export function addConvert(program: Command): void {
  program
    .command('convert')
    .summary('convert plain text to TEI XML')
    .description('Convert plain texts of documents to TEI XML, each character accounted for.')
    .argument(
      '[inputs...]',
      'texts (.txt, .html, .docx, .odt, .pdf), folders of them, or globs; none or - is standard input',
    )
    .option('-o, --out <path>', 'file to write, or folder for many inputs (default: standard output)')
    .option('--volume <id>', "the volume's identifier, frus1955-57v23p1 (default: the folder's name, if of that form)")
    .option('--doc <id>', "the document's identifier, d38 (default: the file's name, else the printed number)")
    .addOption(
      new Option('--authority <lists.xml>', "a volume's lists of persons and terms; may be repeated")
        .argParser(collect)
        .default([], 'none'),
    )
    .addOption(new Option('--persons <which>', 'names to tag').choices(['listed', 'all', 'none']).default('listed'))
    .addOption(new Option('--format <format>', 'what to write').choices(['tei', 'div', 'json']).default('tei'))
    .option('--pretty', 'a line a block (the default)')
    .addOption(new Option('--compact', "no white space but the text's own").conflicts('pretty'))
    .option('--encoding <name>', 'encoding of the inputs (default: found out)')
    .option('--no-decisions', 'leave out what reviewers decided (d38.decisions.json beside d38.txt)')
    .option('--no-validate', 'do not check the output against the schema')
    .option('--strict', 'warnings are failures: doubtful notes, open persons, dangling links')
    .option('--doubt <p>', 'report decisions less probable than this', probability, 0.99)
    .option('--ledger <path>', 'write what became of each character (a folder for many inputs)')
    .option('--report <file.json>', 'write what is doubtful or wrong, the most doubtful first')
    .option('--jobs <n>', 'documents at a time, a thread each (default: all cores, or one for few documents)', count)
    .option('--timeout <seconds>', 'set a document aside that takes longer, under threads (default: 120)', count)
    .option('--memory <MB>', 'set a document aside that needs more, under threads (default: 2048)', count)
    .option('-q, --quiet', 'print only what fails')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], flags: ConvertFlags) => {
      const { runConvert } = await import('./run-convert.js');
      await runConvert(inputs, flags);
    });
}
