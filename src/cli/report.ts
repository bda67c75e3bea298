/** `teigram report`: a batch on one page. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { collect, LISTS } from './conversion-options.js';

export interface ReportFlags {
  readonly out: string;
  readonly manifest?: string;
  readonly shards?: string;
  readonly texts?: string;
  readonly authority: readonly string[];
  readonly review: string;
  readonly check: boolean;
  readonly quiet?: true;
}

const EXAMPLES = `
Examples:
  teigram batch texts/ -o tei/ --authority lists.xml
  teigram report tei/ -o report.html --authority lists.xml    counts, doubts, persons, dates, findings
  teigram report tei/ -o report.html --shards work/           of a batch done in shards
  teigram report volume/ -o - --no-check > report.html        any folder of TEI, without running the checker

The page needs nothing else: no script, no network. Its links open the review page, if teigram review runs on the same
texts.

Exit codes: 0 written; 2 wrong use, or a file could not be read or written. What the page tells is no failure.`;

function address(value: string): string {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value))
    throw new InvalidArgumentError('It is an address, http://127.0.0.1:4280 say.');
  return new URL(value).href;
}

export function addReport(program: Command): void {
  program
    .command('report')
    .summary('a page on a batch: verdicts, doubts, persons, dates, findings')
    .description('Write one self-contained page on a folder that teigram batch wrote, or on any folder of TEI.')
    .argument('<folder>', 'outputs (.xml) at any depth, with the manifest of the batch if there is one')
    .requiredOption('-o, --out <file.html>', 'the page; - is standard output')
    .option('--manifest <file.jsonl>', 'the manifest of the batch (default: FOLDER/.teigram.jsonl)')
    .addOption(
      new Option('--shards <folder>', 'the shards of the batch, where it was done in shards').conflicts('manifest'),
    )
    .option('--texts <folder>', 'where the texts are, with decisions beside them (default: where the manifest says)')
    .addOption(new Option('--authority <lists>', LISTS).argParser(collect).default([], 'none'))
    .option('--review <url>', 'where the review page is served', address, 'http://127.0.0.1:4280/')
    .option('--no-check', 'do not look for findings in the outputs')
    .option('-q, --quiet', 'print only what fails')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, flags: ReportFlags) => {
      const { runReport } = await import('./run-report.js');
      await runReport(folder, flags);
    });
}
