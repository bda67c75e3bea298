/** The judge of the built-in grammar, from its table: no grammar is read, no engine loaded. */

import { readFileSync } from 'node:fs';
import { BUILTIN_SCHEMA } from '../schema/folder.js';
import { type Judge, judge } from './judge.js';
import { tableAutomaton } from './table.js';

let made: Judge | undefined;

/** Made on first use, kept for the life of the thread. */
export function builtinJudge(): Judge {
  if (!made) {
    const table = JSON.parse(readFileSync(`${BUILTIN_SCHEMA}teigram.table.json`, 'utf8'));
    made = judge(() => tableAutomaton(table));
  }
  return made;
}
