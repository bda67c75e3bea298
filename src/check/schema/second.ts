/**
 * The second pass over an invalid document: the engine's verdict stands, but what its RELAX NG errors say and where is often
 * wide of the mark, so a validator of our own names them.
 */

import { position, type Source } from '../../source.js';
import { parseXml, type XmlElement } from '../../xml/parse.js';
import type { Finding } from '../finding.js';
import { readGrammar } from './rng/grammar.js';
import { type Invalid, type ValidateOptions, type Validator, validator } from './rng/validate.js';

const validators = new Map<string, Validator | undefined>();

function validatorOf(file: string): Validator | undefined {
  if (!validators.has(file)) {
    let made: Validator | undefined;
    try {
      made = validator(readGrammar(file));
    } catch {
      // What this reader can't make sense of, the engine could: its own words will have to do.
    }
    validators.set(file, made);
  }
  return validators.get(file);
}

/** What is wrong with a document by a RELAX NG grammar file, perhaps nothing; undefined where this pass cannot tell. */
export function namedErrors(source: Source, file: string, options: ValidateOptions = {}): Finding[] | undefined {
  const validate = validatorOf(file);
  if (!validate) return undefined;
  let root: XmlElement;
  try {
    root = parseXml(source.text);
  } catch {
    return undefined;
  }
  const found = validate.validate(root, source.text, options);
  return found?.map((one) => toFinding(source, one));
}

function toFinding(source: Source, { message, start, end, repeats, behind, expected, meant }: Invalid): Finding {
  const from = position(source, start);
  const to = position(source, end);
  const hints = [
    ...(meant === undefined ? [] : [`Did you mean ${meant}?`]),
    ...(behind === undefined
      ? []
      : [`It can't come behind the ${behind.name} of line ${position(source, behind.start).line}.`]),
  ];
  return {
    rule: 'schema',
    severity: 'error',
    message,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    offset: start,
    endOffset: end,
    ...(repeats === undefined ? {} : { repeats }),
    ...(expected === undefined ? {} : { expected }),
    ...(hints.length === 0 ? {} : { hint: hints.join(' ') }),
  };
}
