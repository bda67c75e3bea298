/** `teigram filter`: JSON lines in, JSON lines out, for Spark's `pipe` and its like. */

import type { Command } from 'commander';
import {
  addConversionOptions,
  addThreadOptions,
  type ConversionFlags,
  type ThreadFlags,
} from './conversion-options.js';

export interface FilterFlags extends Omit<ConversionFlags, 'encoding'>, ThreadFlags {
  readonly together?: true;
}

const EXAMPLES = `
Lines are UTF-8, as JSON is. A line in is an object with "text", and perhaps "volume", "doc" and "name"; any other
member comes back as it is. The line out has the same members but the text, and "output", "verdict", "doubts" and
"diagnostics". A line that is no such object comes back with "verdict": "failed" and "message". Blank lines are skipped.

Lines come out in the order in which they went in, as soon as no more go in for a moment; under --together, when much
has gone in and a volume has ended, or at the end.

Examples:
  teigram filter < documents.jsonl > converted.jsonl
  spark: rdd.pipe(["teigram", "filter", "--authority", "lists.xml"])

Exit codes: 0 every line was converted; 1 an output breaks the schema, or a document has errors; 2 a line could
not be read.`;

export function addFilter(program: Command): void {
  const command = program
    .command('filter')
    .summary('convert JSON lines from standard input to standard output')
    .description('Convert documents that come as JSON lines.')
    .option('--together', 'lines of the same volume that follow each other are evidence for each other');
  addConversionOptions(command);
  addThreadOptions(command, '1')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: FilterFlags) => {
      const { runFilter } = await import('./run-filter.js');
      await runFilter(flags);
    });
}
