/** Shapes of what goes out, each known by its name to the service and to the interface's description. */

import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

/** A shape by its name. */
export const named = (name: string) => Type.Unsafe({ $ref: `${name}#` });

const severity = Type.Enum(['error', 'warning', 'info']);
const alternative = Type.Object({
  choice: Type.String(),
  p: Type.Number(),
  start: Type.Optional(Type.Integer()),
  end: Type.Optional(Type.Integer()),
});

const diagnostic = {
  code: Type.String(),
  severity,
  message: Type.String(),
  line: Type.Integer(),
  column: Type.Integer(),
  start: Type.Integer({ description: 'Offset in UTF-16 code units' }),
  end: Type.Integer(),
  text: Type.String({ description: 'The words that it is about' }),
  hint: Type.Optional(Type.String()),
  p: Type.Optional(Type.Number({ description: 'The probability of the choice taken' })),
  choice: Type.Optional(Type.String({ description: 'What was chosen, where the message alone says it' })),
  alternatives: Type.Optional(Type.Array(alternative)),
};
const Diagnostic = Type.Object(diagnostic);
const ListDiagnostic = Type.Object({ ...diagnostic, name: Type.String({ description: 'The list' }) });

const Finding = Type.Object(
  { rule: Type.String(), severity, message: Type.String(), line: Type.Integer(), column: Type.Integer() },
  { additionalProperties: true },
);

const Conversion = Type.Object({
  output: Type.String(),
  document: Type.Object(
    { id: Type.String(), volume: Type.Optional(Type.String()), n: Type.Optional(Type.String()) },
    { description: 'What the document is' },
  ),
  encoding: Type.String({ description: 'The encoding that the text was read in' }),
  diagnostics: Type.Array(named('Diagnostic'), { description: 'What is doubtful or wrong in the text' }),
  lists: Type.Array(named('ListDiagnostic'), {
    description: 'What is wrong with the lists: ids that are there twice, say',
  }),
  findings: Type.Array(named('Finding'), {
    description: 'Where the output breaks the schema: empty unless teigram has a bug',
  }),
});

const Tree = Type.Object(
  { id: Type.String(), blocks: Type.Array(Type.Object({}, { additionalProperties: true })) },
  {
    additionalProperties: true,
    description: 'The document as a tree: the bare output of `format=json`, where `Accept` does not name JSON',
  },
);

const Validation = Type.Object({
  valid: Type.Boolean({ description: 'No finding is an error' }),
  findings: Type.Array(named('Finding')),
});

const Problem = Type.Object(
  { type: Type.String(), title: Type.String(), status: Type.Integer(), detail: Type.String() },
  { description: 'What went wrong (RFC 9457)' },
);

const Status = Type.Object({ status: Type.String(), version: Type.String() });

const SHAPES = { Diagnostic, ListDiagnostic, Finding, Conversion, Tree, Validation, Problem, Status };

/** Let the service know the shapes: before the routes that answer with them. */
export function addShapes(service: FastifyInstance): void {
  for (const [name, shape] of Object.entries(SHAPES)) service.addSchema({ ...shape, $id: name });
}

/** An answer in JSON. */
export const json = (description: string, shape: keyof typeof SHAPES) => ({
  description,
  content: { 'application/json': { schema: named(shape) } },
});

const problem = {
  description: 'What went wrong (RFC 9457)',
  content: { 'application/problem+json': { schema: named('Problem') } },
};
/** What every route may answer instead. */
export const PROBLEMS = { '4xx': problem, '5xx': problem };
