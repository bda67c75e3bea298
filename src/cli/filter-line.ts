/** One line of `teigram filter`: what it asks for, or why it can't be done. */

import { constants } from 'node:buffer';
import { decodeUtf8 } from '../batch/bytes.js';
import type { DocumentTask } from '../batch/task.js';
import { isIdentifier } from './identifiers.js';
import { rawMembers } from './json-members.js';

/** A line as it came; without a task where it can't be one. */
export interface FilterLine {
  /** Its number, from 1. */
  readonly number: number;
  /** Each member but the text, as it is written. */
  readonly members: ReadonlyMap<string, string>;
  readonly task?: DocumentTask;
  readonly fault?: string;
}

const NONE: ReadonlyMap<string, string> = new Map();
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Undefined for a line of white space alone. */
export function filterLine(bytes: Uint8Array, number: number, common: string | undefined): FilterLine | undefined {
  const json = textOf(bytes);
  if (typeof json !== 'string') return { number, members: NONE, fault: json.fault };
  if (json.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { number, members: NONE, fault: `not JSON: ${(error as Error).message}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { number, members: NONE, fault: 'not a JSON object' };
  const members = rawMembers(json);
  members.delete('text');
  const task = taskOf(value as Readonly<Record<string, unknown>>, common);
  return typeof task === 'string' ? { number, members, fault: task } : { number, members, task };
}

/** A byte order mark is left out. */
function textOf(bytes: Uint8Array): string | { readonly fault: string } {
  if (bytes.length > constants.MAX_STRING_LENGTH) return { fault: `too large: ${bytes.length} bytes` };
  try {
    return UTF8.decode(bytes);
  } catch {
    const { offset, bytes: run } = decodeUtf8(bytes).bad[0]!;
    return { fault: `not UTF-8: byte 0x${run[0]!.toString(16)} at byte offset ${offset} of the line` };
  }
}

/** The task, or what is wrong with the members. A member that is null counts as left out. */
function taskOf(members: Readonly<Record<string, unknown>>, common: string | undefined): DocumentTask | string {
  const { text, volume = null, doc = null, name = null } = members;
  if (typeof text !== 'string') return '"text" is missing or no string';
  for (const [key, value] of Object.entries({ volume, doc, name }))
    if (value !== null && typeof value !== 'string') return `"${key}" is no string`;
  for (const [key, value] of Object.entries({ volume, doc }))
    if (value !== null && !isIdentifier(value as string)) return `"${key}" is no XML identifier: ${value}`;
  const ofVolume = (volume as string | null) ?? common;
  return {
    name: (name as string | null) ?? (doc as string | null) ?? '<line>',
    content: text,
    ...(ofVolume !== undefined && { volume: ofVolume }),
    ...(doc !== null && { doc: doc as string }),
  };
}
