/** Mend a text until nothing that can be mended is left, and prove that no word of it changed. */

import { scanXml } from '../../xml/scan.js';
import type { Finding } from '../finding.js';
import { applyEdits } from './edits.js';

export interface Fixed {
  readonly text: string;
  /** Findings mended, of all rounds. */
  readonly fixed: number;
  /** Why nothing was changed although there was something to mend. */
  readonly refused?: string;
}

/** A move may need several rounds (out of hi, then out of p); more than this is a rule that undoes another. */
const ROUNDS = 20;

/** Characters that fixes may exchange for each other. */
const SAME: Readonly<Record<string, string>> = { '–': '-', '’': "'" };

/** The words of a file: its text and the values of its attributes, white space left out and dashes made alike. */
function words(text: string): { words: string; broken: boolean } {
  const scan = scanXml(text);
  const out: string[] = [];
  for (const node of scan.nodes) if (node.type === 'text') out.push(node.raw.replace(/\s+/g, ''));
  const joined = out.join('').replace(/[–’]/g, (char) => SAME[char]!);
  return { words: joined, broken: scan.problem !== undefined };
}

/** @param check gives the findings of a text, those with fixes among them. */
export function fixText(text: string, check: (text: string) => readonly Finding[]): Fixed {
  let now = text;
  let fixed = 0;
  for (let round = 0; ; round++) {
    const applied = applyEdits(now, check(now));
    if (applied.fixed.length === 0) break;
    if (round === ROUNDS) return { text, fixed: 0, refused: 'two rules undo each other’s fixes' };
    now = applied.text;
    fixed += applied.fixed.length;
  }
  if (fixed === 0) return { text, fixed: 0 };
  const before = words(text);
  const after = words(now);
  if (after.broken || before.words !== after.words) {
    return { text, fixed: 0, refused: 'the fixes together would have changed the text' };
  }
  return { text: now, fixed };
}
