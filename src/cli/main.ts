#!/usr/bin/env node
/** The command: one file a subcommand. Parses, dispatches, and turns every outcome into an exit code. */

import { Command, CommanderError } from 'commander';
import { explain } from '../batch/explain.js';
import { lookAt } from '../batch/stat.js';
import { VERSION } from '../version.js';
import { CommandError, complain, EXIT, endOnSignals, err, exitWith, guardStreams } from './terminal.js';

type Add = (teigram: Command) => void;

/** In the order of the help. A command that is named is the only one loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  convert: async () => (await import('./convert.js')).addConvert,
  batch: async () => (await import('./batch.js')).addBatch,
  shards: async () => (await import('./shards.js')).addShards,
  filter: async () => (await import('./filter.js')).addFilter,
  worker: async () => (await import('./worker.js')).addWorker,
  queue: async () => (await import('./queue.js')).addQueue,
  review: async () => (await import('./review.js')).addReview,
  report: async () => (await import('./report.js')).addReport,
  train: async () => (await import('./train.js')).addTrain,
  serve: async () => (await import('./serve.js')).addServe,
  text: async () => (await import('./text.js')).addText,
  roundtrip: async () => (await import('./roundtrip.js')).addRoundtrip,
  score: async () => (await import('./score.js')).addScore,
  validate: async () => (await import('./validate.js')).addValidate,
  volume: async () => (await import('./volume.js')).addVolume,
};

/** The commands that are loaded: the one that is named, none where only the version is asked for, else all, for the help. */
function loadersOf(first: string | undefined): (() => Promise<Add>)[] {
  if (first === '-V' || first === '--version') return [];
  return first !== undefined && Object.hasOwn(COMMANDS, first) ? [COMMANDS[first]!] : Object.values(COMMANDS);
}

async function program(first: string | undefined): Promise<Command> {
  const teigram = new Command('teigram')
    .description('Plain text of diplomatic documents in, valid TEI XML out.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({ outputError: complainOfUse })
    .exitOverride()
    .hook('preAction', async (_, action) => {
      const { models } = action.opts() as { models?: string };
      if (models !== undefined) (await import('./models.js')).chooseModels(models);
    });
  for (const load of loadersOf(first)) (await load())(teigram);
  hintAtHelp(teigram, 'teigram', 'lists the commands');
  return teigram;
}

/** Wrong use, as commander words it, with its guess at what was meant, in the form of our own messages. */
function complainOfUse(text: string): void {
  const [, message, guess] = /^error: (.*?)(?:\n\(Did you mean (.*)\?\))?\n$/s.exec(text) ?? [];
  complain(message ?? text.trimEnd(), guess && `did you mean ${guess}?`);
}

/** After wrong use, each command points to its own help. */
function hintAtHelp(command: Command, path: string, tells: string): void {
  command.showHelpAfterError(`  hint: ${path} --help ${tells}`);
  for (const sub of command.commands) {
    const inner = sub.commands.length > 0 ? 'lists its commands' : 'lists its options';
    hintAtHelp(sub, `${path} ${sub.name()}`, inner);
  }
}

/** An argument that looks like an option but names a file. */
const dashed = (args: readonly string[]): string | undefined => args.find((arg) => arg.startsWith('-') && lookAt(arg));

async function main(): Promise<void> {
  guardStreams();
  endOnSignals();
  try {
    await (await program(process.argv[2])).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // commander has printed what it had to say, but for files that look like options.
      const file = error.code === 'commander.unknownOption' ? dashed(process.argv.slice(2)) : undefined;
      if (file !== undefined) err(`  hint: if you mean the file of that name, write ./${file}`);
      exitWith(error.exitCode === 0 ? EXIT.clean : EXIT.failure);
    } else if (error instanceof CommandError) {
      complain(error.message, error.hint);
      exitWith(EXIT.failure);
    } else if (explain(error)) {
      const { what, todo } = explain(error)!;
      complain(`${(error as NodeJS.ErrnoException).path ?? 'file'}: ${what}`, todo);
      exitWith(EXIT.failure);
    } else {
      // Not thrown on: the exit code would be that of findings.
      complain(`this is a bug of teigram, please report it: ${error instanceof Error ? error.stack : error}`);
      exitWith(EXIT.failure);
    }
  }
}

await main();
