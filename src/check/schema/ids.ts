/** Ids that are no names or used before: the engine knows that there are some, the text which and where. */

import { oneLine } from '../../one-line.js';
import { position, type Source } from '../../source.js';
import { scanXml } from '../../xml/scan.js';
import type { Finding } from '../finding.js';
import type { EngineError } from './engine.js';
import { datatype, XSD_DATATYPES } from './rng/datatypes.js';

const NAME = datatype(XSD_DATATYPES, 'NCName');

const repeated = (id: string): string => `xml:id '${id}' is already used in this document.`;
const malformed = (id: string): string =>
  `xml:id '${id}' is not a name: it must begin with a letter and hold no spaces or colons.`;

/** What the engine says of an id as a finding has it, and the id. */
export function idComplaint(said: string): Pick<Finding, 'rule' | 'message'> & { readonly id: string } {
  const again = /^ID (.*) already defined$/s.exec(said)?.[1];
  const id = oneLine(again ?? /attribute value (.*) is not/s.exec(said)?.[1] ?? '');
  return again === undefined
    ? { id, rule: 'xml-id', message: malformed(id) }
    : { id, rule: 'duplicate-id', message: repeated(id) };
}

/**
 * Findings with their places, given the engine's errors about ids, of which it tells the first hundred; and those errors that are not
 * about an xml:id of this text: a DTD can make any attribute an id.
 */
export function idFindings(
  source: Source,
  errors: readonly EngineError[],
): { findings: Finding[]; left: readonly EngineError[] } {
  const findings: Finding[] = [];
  const told = new Set<string>();
  if (errors.length > 0) {
    const seen = new Set<string>();
    for (const node of scanXml(source.text).nodes) {
      for (const { name, value, start, end } of node.type === 'element' ? node.attributes : []) {
        if (name !== 'xml:id') continue;
        const isName = NAME.allows(value);
        if (!isName || seen.has(value)) {
          const [rule, message] = isName ? ['duplicate-id', repeated(value)] : ['xml-id', malformed(value)];
          findings.push(finding(source, rule, message, start, end));
          told.add(oneLine(value));
        }
        seen.add(value);
      }
    }
  }
  return { findings, left: errors.filter(({ message }) => !told.has(idComplaint(message).id)) };
}

function finding(source: Source, rule: string, message: string, offset: number, endOffset: number): Finding {
  const to = position(source, endOffset);
  const at = { ...position(source, offset), endLine: to.line, endColumn: to.column, offset, endOffset };
  return { rule, severity: 'error', message, ...at };
}
