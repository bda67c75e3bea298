/** The names that Schematron tests give themselves: settings may speak of them. */

import { hasRules } from '../schema/mentions.js';
import type { CheckSettings } from '../settings.js';
import { loadRules } from './rules.js';

/** @throws GrammarError where rules can't be read. */
export function testIds({ schema = [], schematron = [] }: Pick<CheckSettings, 'schema' | 'schematron'>): Set<string> {
  const files = [...schematron, ...schema.filter((file) => /\.rng$/i.test(file) && hasRules(file))];
  return new Set(files.flatMap((file) => [...loadRules(file).ids]));
}
