/** `teigram convert`: plain texts → TEI. */

import type { Command } from 'commander';
import {
  addConversionOptions,
  addThreadOptions,
  type ConversionFlags,
  ENCODING,
  type ThreadFlags,
} from './conversion-options.js';

export interface ConvertFlags extends ConversionFlags, ThreadFlags {
  readonly out?: string;
  readonly doc?: string;
  readonly strict?: true;
  readonly ledger?: string;
  readonly report?: string;
  readonly quiet?: true;
}

const EXAMPLES = `
Examples:
  teigram convert telegram.txt                       TEI on standard output
  cat telegram.txt | teigram convert | teigram validate -
  teigram convert texts/ -o tei/                     a folder, to the same tree of .xml files
  teigram convert 'texts/**/d3*.txt' -o tei/ --volume frus1955-57v23p1 --authority lists.xml
  teigram convert d38.txt -o d38.xml --ledger d38.tsv --report d38.json

For a long run that may be stopped and goes on where it was: teigram batch.

Exit codes: 0 clean, or warnings without --strict; 1 the output breaks the schema, a document has errors, or there
is a warning under --strict; 2 wrong use, a file could not be read or written, or a document was set aside.`;

export function addConvert(program: Command): void {
  const command = program
    .command('convert')
    .summary('convert plain text to TEI XML')
    .description('Convert plain texts of documents to TEI XML, each character accounted for.')
    .argument(
      '[inputs...]',
      'texts (.txt, .html, .docx, .odt, .pdf, told by what is in them), folders, or globs; none or - is standard input',
    )
    .option('-o, --out <path>', 'file to write, or folder for many inputs (default: standard output)')
    .option('--doc <id>', "the document's identifier, d38 (default: the file's name, else the printed number)");
  addConversionOptions(command)
    .option(...ENCODING)
    .option('--strict', 'warnings are failures: doubtful notes, open persons, dangling links')
    .option('--ledger <path>', 'write what became of each character (a folder for many inputs)')
    .option('--report <file.json>', 'write what is doubtful or wrong, the most doubtful first');
  addThreadOptions(command, 'all cores, or one for few documents')
    .option('-q, --quiet', 'print only what fails')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], flags: ConvertFlags) => {
      const { runConvert } = await import('./run-convert.js');
      await runConvert(inputs, flags);
    });
}
