/**
 * Jobs of the queue. A volume's documents are surveyed first (`survey`); when all of them are, `volume` puts together what they
 * know of each other, stores it once and submits what converts them (`convert`). Each job has an id that follows from what it does,
 * so that submitting it twice is submitting it once; doing it twice writes the same bytes twice.
 */

import type { BulkJobOptions, FlowJob } from 'bullmq';
import type { DocumentTask } from '../batch/task.js';
import { QUEUE } from './store.js';

/** A document on its way: bytes at hand travel as base64. */
export interface QueuedTask extends Omit<DocumentTask, 'content'> {
  /** Its number in the batch. */
  readonly document: number;
  readonly base64?: string;
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

/** `tasks`: those of the group that are to be converted. */
export interface VolumeData extends OfBatch {
  readonly tasks: readonly QueuedTask[];
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

/** A volume: all its documents are surveyed, those that are `due` are converted. */
export const volumeFlow = (
  batch: string,
  group: number,
  all: readonly QueuedTask[],
  due: readonly QueuedTask[],
): FlowJob => ({
  name: 'volume',
  queueName: QUEUE,
  data: { batch, group, tasks: due } satisfies VolumeData,
  opts: jobOptions(volumeJobId(batch, group)),
  children: piecesOf(all).map((piece) => ({
    name: 'survey',
    queueName: QUEUE,
    data: { batch, group, tasks: piece, together: true } satisfies PieceData,
    opts: {
      ...jobOptions(`${batch}-survey-${piece[0]!.document}-${piece.length}`),
      // What can't be surveyed is no evidence; why is told when it is converted.
      ignoreDependencyOnFailure: true,
    },
  })),
});
