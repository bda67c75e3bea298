/** Whom the built-in grammar is for: it is strict, and valid TEI of other projects breaks it. */

import { scanXml } from '../../xml/scan.js';
import type { Finding } from '../finding.js';
import { placeFields } from '../place-fields.js';
import { profileOf } from '../rules/profile.js';
import type { CheckSettings } from '../settings.js';

const HINT = 'To leave grammars out, give --no-schema.';

/** Why a document's own grammar can't be read, where it is not judged by another. */
export const unchecked = (why: Finding): Finding => ({
  ...why,
  severity: 'warning',
  message: `No grammar was checked: ${why.message}`,
  hint: `${why.hint ?? 'Give one with --schema.'} ${HINT}`,
});

/** For TEI under a profile that the built-in grammar isn't for; undefined where the built-in one may judge. */
export function outOfScope(text: string, { profile }: CheckSettings): Finding | undefined {
  if (profile === 'frus') return undefined;
  const scan = scanXml(text);
  const { root } = scan;
  // What isn't TEI at all is an error by any grammar; of a part of a document nothing says whose it is.
  if (root?.ns !== TEI || !WHOLE.has(root.name) || (profile ?? profileOf(scan)) === 'frus') return undefined;
  return {
    rule: 'xml-model',
    severity: 'info',
    message: 'No grammar was checked: the document names none, and the built-in one is for Foreign Relations.',
    ...placeFields(text, [root.start, root.tagEnd]),
    hint: `Give one with --schema. ${HINT}`,
  };
}

const TEI = 'http://www.tei-c.org/ns/1.0';
const WHOLE = new Set(['TEI', 'teiCorpus']);
