/** What checks requests by their schemas. Query strings and forms hold words only; in a body's JSON a number is a number. */

import { Ajv } from 'ajv';
import type { FastifySchemaCompiler } from 'fastify';

/** Faults are told one at a time, with the value and the schema that it breaks (`invalid`). */
const OPTIONS = { useDefaults: true, allErrors: false, verbose: true } as const;

export function validatorCompiler(): FastifySchemaCompiler<object> {
  const words = new Ajv({ ...OPTIONS, coerceTypes: 'array' });
  const typed = new Ajv({ ...OPTIONS, coerceTypes: false });
  return ({ schema, httpPart }) => (httpPart === 'body' ? typed : words).compile(schema);
}
