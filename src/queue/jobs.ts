/**
 * Jobs of the queue. A volume's documents are surveyed first (`survey`); when all of them are, `volume` puts together what they
 * know of each other, stores it once and submits what converts them (`convert`). Each job has an id that follows from what it does,
 * so that submitting it twice is submitting it once; doing it twice writes the same bytes twice.
 */

import type { BulkJobOptions, FlowJob } from 'bullmq';
import type { DocumentTask } from '../batch/task.js';
import { QUEUE } from './store.js';

/** A document on its way: without a path, its text lies beside the jobs. */
export interface QueuedTask extends Omit<DocumentTask, 'content' | 'ledger'> {
  /** Its number in the batch. */
  readonly document: number;
  /** What its output is known by: a later batch that makes it anew supersedes this one. */
  readonly place: string;
}

interface OfBatch {
  readonly batch: string;
  readonly group: number;
}

export interface PieceData extends OfBatch {
  readonly tasks: readonly QueuedTask[];
  /** Whether the documents of the group know of each other. */
  readonly together: boolean;
}

/** `tasks`: all of the group; `due`: the numbers of those that are to be converted. */
export interface VolumeData extends OfBatch {
  readonly tasks: readonly QueuedTask[];
  readonly due: readonly number[];
}

export const numbersOf = (tasks: readonly QueuedTask[]): number[] => tasks.map(({ document }) => document);

/** What jobs were to convert. */
export function dueOf({ name, data }: { readonly name: string; readonly data: unknown }): readonly QueuedTask[] {
  const { tasks, due } = data as PieceData & Partial<VolumeData>;
  if (name === 'survey') return [];
  const numbers = due && new Set(due);
  return numbers ? tasks.filter(({ document }) => numbers.has(document)) : tasks;
}

/** Documents a job. */
const PIECE = 16;
const ATTEMPTS = 3;
/** Milliseconds before the first new attempt; then twice as long each time. */
const BACKOFF = 1000;

const jobOptions = (jobId: string): BulkJobOptions => ({
  jobId,
  attempts: ATTEMPTS,
  backoff: { type: 'exponential', delay: BACKOFF },
  removeOnComplete: true,
});

function piecesOf(tasks: readonly QueuedTask[]): QueuedTask[][] {
  const pieces: QueuedTask[][] = [];
  for (let at = 0; at < tasks.length; at += PIECE) pieces.push(tasks.slice(at, at + PIECE));
  return pieces;
}

export interface ConvertJob {
  readonly name: 'convert';
  readonly data: PieceData;
  readonly opts: BulkJobOptions;
}

export const convertJobs = (
  batch: string,
  group: number,
  tasks: readonly QueuedTask[],
  together: boolean,
): ConvertJob[] =>
  piecesOf(tasks).map((piece) => ({
    name: 'convert',
    data: { batch, group, tasks: piece, together },
    opts: jobOptions(`${batch}-convert-${piece[0]!.document}-${piece.length}`),
  }));

/** One document by itself, after its piece met trouble. */
export const singleJobs = ({ batch, group, together }: PieceData, tasks: readonly QueuedTask[]): ConvertJob[] =>
  tasks.map((task) => ({
    name: 'convert',
    data: { batch, group, tasks: [task], together },
    opts: jobOptions(`${batch}-document-${task.document}`),
  }));

export const volumeJobId = (batch: string, group: number): string => `${batch}-volume-${group}`;

export interface SurveyJob {
  readonly name: 'survey';
  readonly data: PieceData;
  readonly opts: BulkJobOptions & { readonly jobId: string };
}

/** The surveys of a volume. It is taken up when all of them have ended, however that was. */
export const surveyJobs = ({ batch, group, tasks }: Pick<VolumeData, 'batch' | 'group' | 'tasks'>): SurveyJob[] =>
  piecesOf(tasks).map((piece) => {
    const jobId = `${batch}-survey-${piece[0]!.document}-${piece.length}`;
    return {
      name: 'survey',
      data: { batch, group, tasks: piece, together: true },
      opts: { ...jobOptions(jobId), jobId, ignoreDependencyOnFailure: true },
    };
  });

/** A volume: all its documents are surveyed, those that are `due` are converted. */
export const volumeFlow = (data: VolumeData): FlowJob => ({
  name: 'volume',
  queueName: QUEUE,
  data,
  opts: jobOptions(volumeJobId(data.batch, data.group)),
  children: surveyJobs(data).map((job) => ({ ...job, queueName: QUEUE })),
});
