/** Closers: signatures, with what stands beside them. */

import type { Grouping, Piece } from './grouping.js';
import { type Sign, sign } from './sign.js';

export const CLOSER: readonly Sign[] = [
  sign('initials', /^(?:[\p{Lu}]\.? ?){1,4}\d{0,2}$/u, 10),
  sign(
    'name',
    /^(?!(?:Article|Part|Section|Chapter|Annex|Appendix|Title|Schedule)\b)(?:[\p{Lu}]\.[ -]?){0,4}(?:[\p{Lu}][\p{L}’'.-]+ ?){1,3}(?:, (?:Jr|Sr)\.?|,? I{2,3})?\d{0,2}$/u,
    40,
  ),
  sign(
    'initialName',
    /^(?:[\p{Lu}][\p{L}]+ )?(?:[\p{Lu}]\. ?){1,3}[\p{Lu}][\p{L}’'-]+(?:, (?:Jr|Sr)\.?)?\d{0,2}$/u,
    40,
  ),
  sign('oneWord', /^[\p{Lu}][\p{L}’'-]+\d{0,2}$/u, 24),
  sign(
    'rank',
    /\b(?:General|Colonel|Captain|Admiral|Major|Lieutenant|Commander|Brigadier|USA|USAF|USN|U\.S\. (?:Army|Navy|Air Force)|CE)\b/,
    80,
  ),
  sign(
    'title',
    /\b(?:Secretary|Director|Ambassador|Minister|Chairman|Counselor|Assistant|Deputy|Acting|Executive|Chief|President|Counsel|Under|Special|Representative|Consul|Attach[ée]|Charg[ée])\b/,
    80,
  ),
  sign('forThe', /^For (?:the|and)\b/i, 80),
  sign('signature', /\[?(?:signature|signed|file copy not signed|s\/|\/s)/i, 60),
  sign('yours', /\b(?:sincerely|respectfully|faithfully|truly|cordially|obedient|regards|yours)\b/i, 80),
  sign('postscript', /^P\. ?S\./),
  sign('initialled', /\[\w+\]$/, 40),
];

const isSigned = ({ label }: Piece): boolean => label === 'signed' || label === 'signed2';

/**
 * A signature begins a closer, unless what leads up to it (`For the Ambassador:`) has begun it; a date below the signature ends
 * it.
 */
export const closer: Grouping = {
  labels: ['signed', 'signed2', 'closer'],
  members: ['signed', 'signed2', 'closer', 'dateline'],
  joins: (piece, run) => {
    const { label } = run.at(-1)!;
    if (piece.label === 'dateline') return run.some(isSigned) && label !== 'dateline';
    return label !== 'dateline' && (piece.label !== 'signed' || label === 'closer');
  },
  make: (_, run) => ({ type: 'closer', children: run.map((piece) => piece.block) }),
};
