/** Mend the bytes of a file: all that no fix touches stays as it is, the encoding and the byte order mark too. */

import { checkFile } from '../check-file.js';
import { decodeXml, encodeXml } from '../encoding.js';
import type { Finding } from '../finding.js';
import type { CheckSettings } from '../settings.js';
import { fixText, type LeftOut } from './fix.js';
import { writable } from './writable.js';

export interface FixedFile {
  readonly before: string;
  readonly after: string;
  readonly bytes: Uint8Array;
  readonly fixed: number;
  readonly leftOut: readonly LeftOut[];
  readonly refused?: string;
}

/** Mends the findings that are `askedFor`. Nothing is written; `bytes` are the file's own where nothing is mended. */
export function fixFile(
  bytes: Uint8Array,
  file: string | undefined,
  settings: CheckSettings,
  askedFor: (finding: Finding) => boolean = () => true,
): FixedFile {
  const decoded = decodeXml(bytes);
  const { text } = decoded;
  const same = { before: text, after: text, bytes, fixed: 0, leftOut: [] };
  if (decoded.problem !== undefined || !encodeXml(text, decoded).equals(bytes)) {
    return { ...same, refused: 'its encoding is in doubt' };
  }
  const { noSchema, schematron, ...rest } = settings;
  // Whatever its errors weigh in a report: a grammar is broken or not.
  const { rules: _, ...unweighed } = settings;
  const rulesOnly = { ...rest, noSchema: true };
  const errors = (xml: string): number =>
    noSchema && !schematron
      ? 0
      : checkFile(xml, file, { ...unweighed, noRules: true }).findings.filter(({ severity }) => severity === 'error')
          .length;
  const check = (xml: string) =>
    writable(checkFile(xml, file, rulesOnly).findings.filter(askedFor), xml, decoded.encoding);
  const { fixed, leftOut, refused, text: after } = fixText(text, check, errors);
  if (refused !== undefined) return { ...same, refused };
  return fixed === 0 ? { ...same, leftOut } : { before: text, after, bytes: encodeXml(after, decoded), fixed, leftOut };
}
