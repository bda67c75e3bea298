/** What is wrong with a field of a request, in words: which field, what it was, what it may be. */

import type { FastifySchemaValidationError } from 'fastify';
import { Problem } from './problem.js';

/** What the validator tells besides, as it is verbose: the value, and the schema that it breaks. */
type Told = FastifySchemaValidationError & {
  readonly data?: unknown;
  readonly parentSchema?: {
    readonly description?: string;
    readonly examples?: readonly unknown[];
    readonly properties?: Readonly<Record<string, unknown>>;
  };
};

const SHOWN = 60;

function shown(value: unknown): string {
  const words = typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? String(value));
  return words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
}

function wordsOf({ instancePath, keyword, params, message, data, parentSchema = {} }: Told): string {
  const field = instancePath.slice(1).replaceAll('/', '.') || 'The request';
  const { description, examples = [], properties = {} } = parentSchema;
  const is = `${field}: ${shown(data)}`;
  if (keyword === 'required') return `${String(params.missingProperty)} is missing.`;
  if (keyword === 'additionalProperties') {
    const known = Object.keys(properties).join(', ');
    return `${String(params.additionalProperty)} is not known here; there are ${known}.`;
  }
  if (keyword === 'enum') return `${is} must be one of: ${(params.allowedValues as unknown[]).join(', ')}.`;
  if (keyword !== 'pattern') return `${is} ${message}.`;
  const example = examples.length > 0 ? `, ${String(examples[0])} say` : '';
  return `${is} can't be it: ${description ?? message}${example}.`;
}

/** The first fault of a request as a problem. */
export const invalid = (errors: readonly FastifySchemaValidationError[]): Problem =>
  new Problem(400, wordsOf(errors[0] as Told));
