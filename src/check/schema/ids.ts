/** Ids that are no names or used before: the engine knows that there are some, the text which and where. */

import type { Source } from '../../source.js';
import { oneLine } from '../../text/one-line.js';
import { type ScanElement, scanXml } from '../../xml/scan.js';
import type { Finding } from '../finding.js';
import { placeFields } from '../place-fields.js';
import { takenBy } from '../rules/duplicate-id.js';
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
    const first = new Map<string, ScanElement>();
    for (const node of scanXml(source.text).nodes) {
      if (node.type !== 'element') continue;
      for (const { name, value, start, end } of node.attributes) {
        if (name !== 'xml:id') continue;
        const isName = NAME.allows(value);
        const taken = first.get(value);
        if (!isName || taken !== undefined) {
          const said = isName
            ? { rule: 'duplicate-id', message: repeated(value), ...(taken && { hint: takenBy(source, taken) }) }
            : { rule: 'xml-id', message: malformed(value) };
          findings.push(finding(source, said, start, end));
          told.add(oneLine(value));
        } else first.set(value, node);
      }
    }
  }
  return { findings, left: errors.filter(({ message }) => !told.has(idComplaint(message).id)) };
}

function finding(
  source: Source,
  said: Pick<Finding, 'rule' | 'message' | 'hint'>,
  offset: number,
  endOffset: number,
): Finding {
  return { severity: 'error', ...said, ...placeFields(source, [offset, endOffset]) };
}
