/** All checks of one file: bytes in, findings out, and what other files need to know of it. */

import { examine } from './examine.js';
import { schemaFindings } from './schema-layer.js';
import type { CheckSettings, FileResult } from './settings.js';

/** Check the bytes of a file, or a text. `file` is the name that findings carry; none for an unnamed text. */
export function checkFile(xml: string | Uint8Array, file: string | undefined, settings: CheckSettings): FileResult {
  return examine(xml, file, settings, (bytes, text) => schemaFindings(bytes, text, settings, file));
}
