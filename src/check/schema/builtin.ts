/** The built-in schema: schemas/teigram, through the XSD that is derived from it. */

import { source } from '../../source.js';
import type { Finding } from '../finding.js';
import { builtinJudge } from '../stream/builtin-judge.js';
import { compile } from './engine.js';
import { BUILTIN_SCHEMA } from './folder.js';
import type { SchemaGrammar } from './grammar.js';
import { validateBytes } from './validate.js';

let builtin: SchemaGrammar | undefined;

/** The compiled built-in grammar: made on first use, kept for the life of the thread (some 70 ms). */
export function builtinGrammar(): SchemaGrammar {
  const file = `${BUILTIN_SCHEMA}teigram.xsd`;
  builtin ??= { file, compiled: compile(file, 'xsd'), rng: `${BUILTIN_SCHEMA}teigram.rng` };
  return builtin;
}

/** Bytes of the document at hand, used again for the next: to allocate them costs more than to fill them. */
let room = Buffer.alloc(0);
/** Longer documents get bytes of their own, which go with them. */
const KEPT = 1 << 20;

function roomFor(bytes: number): Buffer {
  if (bytes > KEPT) return Buffer.allocUnsafe(bytes);
  if (room.length < bytes) room = Buffer.allocUnsafeSlow(Math.min(KEPT, 2 * bytes));
  return room;
}

/**
 * Validate a TEI document, or a lone `div`, against the built-in schema: no finding means valid. Made for text that we
 * wrote ourselves; files of others go through the safety checks first.
 */
export function validateDocument(xml: string): Finding[] {
  const bytes = roomFor(xml.length * 3 + 1);
  const length = bytes.write(xml, 'utf8');
  if (builtinJudge().judge(bytes, length) === 'valid') return [];
  return validateBytes(bytes.subarray(0, length), () => source(xml), [builtinGrammar()]);
}
