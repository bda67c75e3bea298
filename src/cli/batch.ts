/** `teigram batch`: a conversion of many documents that can be stopped and taken up again, on one machine or many. */

import { type Command, Option } from 'commander';
import {
  addConversionOptions,
  addThreadOptions,
  type ConversionFlags,
  DETAILS,
  ENCODING,
  EVENTS,
  FORCE,
  type ThreadFlags,
} from './conversion-options.js';

export interface BatchFlags extends ConversionFlags, ThreadFlags {
  readonly out: string;
  readonly manifest?: string;
  readonly details?: string;
  readonly events?: string;
  readonly retry?: true;
  readonly force?: true;
  readonly prune?: true;
  readonly queue?: string;
  readonly root?: string;
  readonly inline?: true;
  readonly quiet?: true;
}

const EXAMPLES = `
Examples:
  teigram batch texts/ -o tei/ --authority lists.xml       run it again, and only what has changed is done
  teigram batch texts/ -o tei/ --authority lists/          each volume with its own list: lists/frus1955-57v23p1.xml
  teigram batch texts/ -o tei/ --manifest tei.jsonl        a line a document: hashes, verdict, doubts
  teigram batch texts/ -o tei/ --events /dev/stdout        progress as JSON lines
  teigram batch texts/ -o tei/ --queue redis://archive:6379    on all machines that run teigram worker

With --queue, --jobs, --timeout and --memory are set on the workers. A password of Redis is in the address
(redis://:password@host) or, unseen by others, in TEIGRAM_REDIS_PASSWORD.

Stop it at any moment; the same command goes on. Documents that hang, exhaust the memory or crash the converter are
tried twice and set aside; --retry takes them up again. An input that can't be found is reported, and the rest is
converted.

These outputs are kept and reported:
  somebody changed it since it was made                           --force has it made anew
  no manifest knows it, and it isn't what would be written        --force has it made anew
  its text is gone                                                --prune removes it, unless somebody changed it

Verdicts in the manifest: clean; doubtful, there are warnings; faulty, there are errors; invalid, the output breaks the
schema; failed, it could not be read, converted or written; set aside.

Exit codes: 0 clean or doubtful; 1 an output breaks the schema, a document has errors, or an output was kept that is out
of date or that no manifest knows; 2 wrong use, a document failed or was set aside, or the batch was stopped.`;

export function addBatch(program: Command): void {
  const command = program
    .command('batch')
    .summary('convert many documents, with a manifest; stop and go on at any time')
    .description('Convert many documents on all cores. What is done already and has not changed is left as it is.')
    .argument('<inputs...>', 'texts (.txt, .html, .docx, .odt, .pdf), folders of them, or globs')
    .requiredOption('-o, --out <folder>', 'where outputs go: the same tree');
  addConversionOptions(command)
    .option(...ENCODING)
    .option(
      '--manifest <file.jsonl>',
      'what is done, a line a document, read and written (default: OUT/.teigram.jsonl)',
    )
    .option(...DETAILS)
    .option(...EVENTS)
    .option('--retry', 'take up again what was set aside')
    .option(...FORCE)
    .option('--prune', 'remove outputs whose texts are gone from the folders that are named')
    .addOption(
      new Option('--queue <url>', 'have it done by teigram worker: redis://host:port').conflicts([
        'jobs',
        'timeout',
        'memory',
      ]),
    )
    .option('--root <folder>', 'the folder that all machines share; paths below it are theirs, too (default: .)')
    .option('--inline', 'send texts and outputs through the queue: no folder is shared');
  addThreadOptions(command, 'all cores')
    .option('-q, --quiet', 'print only what fails')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], flags: BatchFlags) => {
      const { runBatch } = await import('./run-batch.js');
      await runBatch(inputs, flags);
    });
}
