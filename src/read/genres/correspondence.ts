/** Correspondence whose heading names only the two ends: letters, despatches and notes of annual volumes. */

import { sign, startSign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const CORRESPONDENCE: Genre = {
  name: 'correspondence',
  title:
    /^(?!(?:memorand|report|paper|note|draft|message|letter|minutes|record|aide|statement|address)).{4,}\bto (?:the|president|mr|senator|prime|general|king|queen|emperor|certain|all|various|members)\b/i,
  family: 'letter',
  signs: [
    startSign('honor', /\bhave the honou?r\b/i),
    sign(
      'close',
      /^(?:(?:very |most )?(?:sincerely|respectfully|faithfully|truly|cordially)|i (?:am|have)|accept|with)\b/i,
      120,
    ),
    startSign('salutation', /^(?:my )?dear\b|^(?:your )?excellency|^sirs?:|^(?:no|serial no)\. ?[\w–-]+\W*$/i),
  ],
};
