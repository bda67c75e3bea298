/** `teigram train`: what reviewers decided, folded into the models. */

import { type Command, Option } from 'commander';
import { collect, LISTS } from './conversion-options.js';

export interface TrainFlags {
  readonly fromDecisions: string;
  readonly out: string;
  readonly volume?: string;
  readonly authority: readonly string[];
  readonly quiet?: true;
}

const EXAMPLES = `
Examples:
  teigram review texts/ --authority lists.xml
  teigram train --from-decisions texts/ --authority lists.xml -o models/
  teigram convert more/ -o tei/ --authority lists.xml --models models/

The models that ship are moved by what was decided about persons, terms, references, emphasis and notes, and stay as
they are in what nobody decided. To learn from several folders together, name the folder above them. The same
decisions give the same bytes.

Exit codes: 0 written; 1 there is nothing to learn from; 2 wrong use, or a file could not be read or written.`;

export function addTrain(program: Command): void {
  program
    .command('train')
    .summary("fold reviewers' decisions into the models")
    .description('Make models that have learned from what reviewers decided (d38.decisions.json beside d38.txt).')
    .requiredOption('--from-decisions <folder>', 'texts with decisions beside them, and their neighbours')
    .option('-o, --out <folder>', 'where the models go, for --models of other commands', 'teigram-models')
    .option('--volume <id>', "the volume's identifier (default: the folder's name, if of that form)")
    .addOption(new Option('--authority <lists>', LISTS).argParser(collect).default([], 'none'))
    .option('-q, --quiet', 'print only what fails')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: TrainFlags) => {
      const { runTrain } = await import('./run-train.js');
      await runTrain(flags);
    });
}
