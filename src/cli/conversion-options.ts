/** Options of every command that converts. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { LANE_LIMITS } from '../batch/lane-limits.js';
import type { TaskOptions } from '../batch/task.js';
import type { ConvertOptions } from '../convert.js';
import { DEFAULT_DOUBT } from '../diagnostic.js';
import { modelsKey } from '../model.js';
import { DEFAULT_PERSONS, WHICH_PERSONS } from '../resolve/persons/which.js';
import { DEFAULT_FORMAT, FORMAT_NAMES } from '../write/formats.js';
import { count, probability } from './numbers.js';

export interface ConversionFlags extends Required<Pick<ConvertOptions, 'persons' | 'format' | 'validate' | 'doubt'>> {
  readonly volume?: string;
  readonly authority: readonly string[];
  readonly compact?: true;
  readonly encoding?: string;
  readonly decisions: boolean;
  readonly models?: string;
}

export interface ThreadFlags {
  readonly jobs?: number;
  /** Seconds a document. */
  readonly timeout?: number;
  /** Megabytes of heap a thread. */
  readonly memory?: number;
}

/** Megabytes that the models and a document of usual length take. */
const LEAST_MEMORY = 64;

function megabytes(value: string): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n < LEAST_MEMORY)
    throw new InvalidArgumentError(`It is a whole number, ${LEAST_MEMORY} or more: the models alone take much of it.`);
  return n;
}

/** An option that may be repeated. */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Seen to before any command begins, see main.ts. */
export const MODELS = ['--models <folder>', 'use the models that teigram train wrote'] as const;

export const LISTS =
  "a volume's lists of persons and terms; or a folder of lists, each named for its volume, frus1955-57v23p1.xml; may be repeated";

/** Of commands that keep a manifest. */
export const DETAILS = [
  '--details <file.jsonl>',
  'add doubts, diagnostics and findings of what is converted now, a JSON object a line; the last of a document holds',
] as const;
export const EVENTS = ['--events <file.jsonl>', 'add progress as it happens, a JSON object a line'] as const;
export const FORCE = ['--force', 'make outputs anew that somebody changed, or that no manifest knows'] as const;

/** Of commands that read files. */
export const ENCODING = ['--encoding <name>', 'encoding of the inputs (default: found out)'] as const;

export const addConversionOptions = (command: Command): Command =>
  command
    .option('--volume <id>', "the volume's identifier, frus1955-57v23p1 (default: the folder's name, if of that form)")
    .addOption(new Option('--authority <lists>', LISTS).argParser(collect).default([], 'none'))
    .addOption(
      new Option(
        '--persons <which>',
        'names to tag: those of the lists (without lists: whoever is recognised), also others, or none',
      )
        .choices(WHICH_PERSONS)
        .default(DEFAULT_PERSONS),
    )
    .addOption(new Option('--format <format>', 'what to write').choices(FORMAT_NAMES).default(DEFAULT_FORMAT))
    .option('--pretty', 'a line a block (the default)')
    .addOption(new Option('--compact', "no white space but the text's own").conflicts('pretty'))
    .option(...MODELS)
    .option('--no-decisions', 'leave out what reviewers decided (d38.decisions.json beside d38.txt)')
    .option('--no-validate', 'do not check the output against the schema')
    .option(
      '--doubt <p>',
      'report decisions less probable than this, but links of persons only where another person may be meant',
      probability,
      DEFAULT_DOUBT,
    );

export const addThreadOptions = (command: Command, jobs: string): Command =>
  command
    .option('--jobs <n>', `documents at a time, a thread each (default: ${jobs})`, count)
    .option(
      '--timeout <seconds>',
      `set a document aside that takes longer, under threads (default: ${LANE_LIMITS.timeout})`,
      count,
    )
    .option(
      '--memory <MB>',
      `set a document aside that needs more, under threads (default: ${LANE_LIMITS.heap})`,
      megabytes,
    );

/** The flags as all threads take them. */
export function taskOptions(flags: ConversionFlags): TaskOptions {
  const models = modelsKey();
  return {
    persons: flags.persons,
    format: flags.format,
    pretty: flags.compact !== true,
    validate: flags.validate,
    doubt: flags.doubt,
    decided: flags.decisions,
    ...(flags.encoding !== undefined && { encoding: flags.encoding }),
    ...(models !== undefined && { models }),
  };
}
