/** Mend the bytes of a file: all that no fix touches stays as it is, the encoding and the byte order mark too. */

import { checkFile } from '../check-file.js';
import { decodeXml, encodeXml } from '../encoding.js';
import type { CheckSettings } from '../settings.js';
import { fixText } from './fix.js';
import { writable } from './writable.js';

export interface FixedFile {
  readonly before: string;
  readonly after: string;
  readonly bytes: Uint8Array;
  readonly fixed: number;
  readonly refused?: string;
}

/** Nothing is written; `bytes` are the file's own where nothing is mended. */
export function fixFile(bytes: Uint8Array, file: string | undefined, settings: CheckSettings): FixedFile {
  const decoded = decodeXml(bytes);
  const { text } = decoded;
  const same = { before: text, after: text, bytes, fixed: 0 };
  if (decoded.problem !== undefined || !encodeXml(text, decoded).equals(bytes)) {
    return { ...same, refused: 'its encoding is in doubt' };
  }
  const { noSchema, ...rest } = settings;
  const rulesOnly = { ...rest, noSchema: true };
  const result = fixText(text, (now) => writable(checkFile(now, file, rulesOnly).findings, now, decoded.encoding));
  if (result.fixed === 0) return result.refused === undefined ? same : { ...same, refused: result.refused };
  if (!noSchema) {
    const errors = (xml: string): number =>
      checkFile(xml, file, { ...settings, noRules: true }).findings.filter(({ severity }) => severity === 'error')
        .length;
    if (errors(result.text) > errors(text))
      return { ...same, refused: 'the fixes together would have broken the grammar' };
  }
  return { before: text, after: result.text, bytes: encodeXml(result.text, decoded), fixed: result.fixed };
}
