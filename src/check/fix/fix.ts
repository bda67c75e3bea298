/** Mend a text until nothing that can be mended is left, and prove that no word of it changed. */

import type { Finding } from '../finding.js';
import { type Applied, applyEdits } from './edits.js';
import { knownHarm } from './known-harm.js';
import { harmTo } from './proof.js';

/** A fix that was not made, as it would have done harm. */
export interface LeftOut {
  /** With its place in the text as it is then. */
  readonly finding: Finding;
  readonly reason: string;
}

export interface Fixed {
  readonly text: string;
  /** Findings mended, of all rounds. */
  readonly fixed: number;
  readonly leftOut: readonly LeftOut[];
  /** Why nothing was changed although there was something to mend. */
  readonly refused?: string;
}

/** A fix may make room for another; more rounds than this are a rule that undoes another. */
const ROUNDS = 20;

/** Proofs a round: each reads the whole file, and a file may be full of what can't be mended. */
const PROOFS = 200;

const UNTRIED = 'together with others it would do harm, and there are too many to try one by one';

/**
 * @param check gives the findings of a text, those with fixes among them.
 * @param errors how many errors a grammar finds in a text: fixes must not make them more.
 */
export function fixText(
  text: string,
  check: (text: string) => readonly Finding[],
  errors: (text: string) => number = () => 0,
): Fixed {
  let now = text;
  let fixed = 0;
  let known = knownHarm([], []);
  for (let round = 0; ; round++) {
    const { applied, leftOut } = applySound(now, check(now), errors, known);
    const tried = leftOut.filter(({ reason }) => reason !== UNTRIED);
    const isSpent = tried.length < leftOut.length;
    if (applied.fixed.length === 0 && !isSpent) return { text: now, fixed, leftOut };
    if (round === ROUNDS) {
      return isSpent
        ? { text: now, fixed, leftOut }
        : { text, fixed: 0, leftOut: [], refused: 'two rules undo each other’s fixes' };
    }
    now = applied.text;
    fixed += applied.fixed.length;
    // Where all were tried, they are tried again: what was mended may have made room for them.
    known = knownHarm(isSpent ? tried : [], applied.edits);
  }
}

/** Apply what does no harm: all at once, where that is found to do harm in ever smaller parts. */
function applySound(
  text: string,
  findings: readonly Finding[],
  errors: (text: string) => number,
  known: (finding: Finding) => string | undefined,
): { applied: Applied; leftOut: readonly LeftOut[] } {
  const mendable = findings.filter(({ fix }) => fix !== undefined && fix.length > 0);
  const reasons = new Map(mendable.map((finding) => [finding, known(finding)]));
  const open = mendable.filter((finding) => reasons.get(finding) === undefined);
  let sound: readonly Finding[] = [];
  let applied = applyEdits(text, sound);
  const harm = open.length > 0 ? harmTo(text, errors) : () => undefined;
  let proofs = 0;
  const add = (some: readonly Finding[]): void => {
    proofs++;
    const more = applyEdits(text, [...sound, ...some]);
    const reason = harm(more.text);
    if (reason === undefined) {
      sound = [...sound, ...some];
      applied = more;
    } else if (some.length === 1 || proofs >= PROOFS) {
      for (const finding of some) reasons.set(finding, some.length === 1 ? reason : UNTRIED);
    } else {
      const half = some.length >> 1;
      add(some.slice(0, half));
      add(some.slice(half));
    }
  };
  if (open.length > 0) add(open);
  const leftOut = mendable.flatMap((finding) => {
    const reason = reasons.get(finding);
    return reason === undefined ? [] : { finding, reason };
  });
  return { applied, leftOut };
}
