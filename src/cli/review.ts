/** `teigram review`: the page on which an editor decides what is doubtful. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_PERSONS, WHICH_PERSONS, type WhichPersons } from '../resolve/persons/which.js';
import { collect, LISTS, MODELS } from './conversion-options.js';
import { probability } from './numbers.js';

export interface ReviewFlags {
  readonly volume?: string;
  readonly authority: readonly string[];
  readonly persons: WhichPersons;
  readonly port: number;
  readonly open: boolean;
  readonly by?: string;
  readonly doubt?: number;
}

const EXAMPLES = `
Examples:
  teigram review texts/ --authority lists.xml            opens the page in the browser
  teigram review texts/ --no-open --port 8080            prints its address only
  teigram convert texts/ -o tei/ --authority lists.xml   carries what was decided

Decisions are kept beside each text, d38.decisions.json beside d38.txt, as soon as they are made. Several people can
review a folder at once. The page is served to this machine only and asks no other. Ctrl-C ends it.`;

export function port(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > 65535)
    throw new InvalidArgumentError('It is a port, from 0 (any that is free) to 65535.');
  return number;
}

export function addReview(program: Command): void {
  program
    .command('review')
    .summary('decide what is doubtful, on a page')
    .description('Serve a page on which the doubtful places of texts are looked at and decided.')
    .argument('<folder>', 'texts (.txt, .html, .docx, .odt, .pdf) at any depth')
    .option('--volume <id>', "the volume's identifier (default: the folder's name, if of that form)")
    .addOption(new Option('--authority <lists>', LISTS).argParser(collect).default([], 'none'))
    .addOption(new Option('--persons <which>', 'names to tag').choices(WHICH_PERSONS).default(DEFAULT_PERSONS))
    .option(
      '--doubt <p>',
      'show choices less probable than this (default: 0.99 for notes, less for others)',
      probability,
    )
    .option(...MODELS)
    .option('--by <name>', 'your name, as decisions carry it (default: of the account)')
    .option('--port <n>', 'port to listen on', port, 4280)
    .option('--no-open', 'do not open the browser')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, flags: ReviewFlags) => {
      const { runReview } = await import('./run-review.js');
      await runReview(folder, flags);
    });
}
