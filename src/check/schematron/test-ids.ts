/** The names that Schematron tests give themselves: settings may speak of them. */

import { closeSync, openSync, readSync } from 'node:fs';
import { source } from '../../source.js';
import { decodeXml } from '../encoding.js';
import { GrammarError } from '../schema/engine.js';
import { hasRules } from '../schema/mentions.js';
import { modelsOf } from '../schema/models.js';
import type { CheckSettings } from '../settings.js';
import { loadRules } from './rules.js';

/** @throws GrammarError where rules can't be read. */
export function testIds({ schema = [], schematron = [] }: Pick<CheckSettings, 'schema' | 'schematron'>): Set<string> {
  const files = [...schematron, ...schema.filter((file) => /\.rng$/i.test(file) && hasRules(file))];
  return new Set(files.flatMap((file) => [...loadRules(file).ids]));
}

/** Names of tests in the rules that documents name themselves (`<?xml-model?>`). What can't be read is told when they are checked. */
export function testIdsNamedBy(documents: readonly string[]): Set<string> {
  const named = new Set<string>();
  for (const document of documents) {
    const { models } = modelsOf(source(prologOf(document)), document);
    for (const { kind, path } of models) if (kind === 'schematron' || hasRules(path)) named.add(path);
  }
  return new Set([...named].flatMap((file) => [...idsOf(file)]));
}

function idsOf(file: string): ReadonlySet<string> {
  try {
    return loadRules(file).ids;
  } catch (error) {
    if (error instanceof GrammarError) return new Set();
    throw error;
  }
}

/** Bytes in which the instructions before a root element have room. */
const PROLOG = 1 << 16;

function prologOf(path: string): string {
  const bytes = Buffer.alloc(PROLOG);
  try {
    const file = openSync(path, 'r');
    try {
      return decodeXml(bytes.subarray(0, readSync(file, bytes, 0, PROLOG, 0))).text;
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
