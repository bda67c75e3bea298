/**
 * The quick way: most files are valid, and a pass over their bytes can prove it. What it can't prove is left to the full
 * check, whose engine is loaded only then.
 */

import { BUILTIN_SCHEMA } from './schema/folder.js';
import type { CheckSettings } from './settings.js';
import { anything } from './stream/anything.js';
import { builtinJudge } from './stream/builtin-judge.js';
import { type Judge, judge } from './stream/judge.js';

export interface Quick {
  readonly judge: Judge;
  /** The grammar that says what is wrong with documents that the judge finds invalid; none where it finds none so. */
  readonly rng: string | undefined;
}

/** Undefined where the settings ask for more than one grammar, built-in or RELAX NG, can tell. */
export async function quickWay(settings: CheckSettings): Promise<Quick | undefined> {
  const { schema = [], schematron = [], engine, noSchema } = settings;
  if (engine !== undefined) return undefined;
  if (schematron.length > 0) return undefined;
  if (noSchema) return { judge: judge(anything), rng: undefined };
  if (schema.length > 1) return undefined;
  const [file] = schema;
  if (file === undefined) {
    return { judge: builtinJudge(), rng: `${BUILTIN_SCHEMA}teigram.rng` };
  }
  if (!/\.rng$/i.test(file)) return undefined;
  const { grammarJudge } = await import('./stream/grammar-judge.js');
  const own = grammarJudge(file);
  return own && { judge: own, rng: file };
}
