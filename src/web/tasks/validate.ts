/** Validate one document that came by the network: no file of this machine is read on its account. */

import type { Finding } from '../../check/finding.js';
import { validate } from '../../check/validate.js';

export interface ValidateInput {
  readonly xml: string | Uint8Array;
  readonly name?: string;
  /** Leave the house rules out. */
  readonly noRules?: boolean;
  readonly profile?: 'frus' | 'tei';
}

export function validateTask({ xml, name: file, ...options }: ValidateInput): Finding[] {
  return validate(xml, { ...options, ...(file !== undefined && { file }), noModels: true });
}
