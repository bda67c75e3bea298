#!/usr/bin/env node
/** The command: one file a subcommand. Parses, dispatches, and turns every outcome into an exit code. */

import { Command, CommanderError } from 'commander';
import { explain } from '../batch/explain.js';
import { VERSION } from '../version.js';
import { addBatch } from './batch.js';
import { addConvert } from './convert.js';
import { addFilter } from './filter.js';
import { addQueue } from './queue.js';
import { addReview } from './review.js';
import { addRoundtrip } from './roundtrip.js';
import { addScore } from './score.js';
import { addServe } from './serve.js';
import { addShards } from './shards.js';
import { CommandError, complain, EXIT, exitWith, guardStreams } from './terminal.js';
import { addText } from './text.js';
import { addValidate } from './validate.js';
import { addVolume } from './volume.js';
import { addWorker } from './worker.js';

const COMMANDS = [
  addConvert,
  addBatch,
  addShards,
  addFilter,
  addWorker,
  addQueue,
  addReview,
  addServe,
  addText,
  addRoundtrip,
  addScore,
  addValidate,
  addVolume,
];

function program(): Command {
  const teigram = new Command('teigram')
    .description('Plain text of diplomatic documents in, valid TEI XML out.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('(teigram --help lists commands and options)')
    .exitOverride();
  for (const add of COMMANDS) add(teigram);
  return teigram;
}

async function main(): Promise<void> {
  guardStreams();
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // commander has printed what it had to say.
      exitWith(error.exitCode === 0 ? EXIT.clean : EXIT.failure);
    } else if (error instanceof CommandError) {
      complain(error.message, error.hint);
      exitWith(EXIT.failure);
    } else if (explain(error)) {
      const { what, todo } = explain(error)!;
      complain(`${(error as NodeJS.ErrnoException).path ?? 'file'}: ${what}`, todo);
      exitWith(EXIT.failure);
    } else {
      complain('this is a bug of teigram, please report it');
      throw error;
    }
  }
}

await main();
