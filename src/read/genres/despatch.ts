/** Despatches: number, salutation, `I have the honor`, enclosures. */

import { sign, startSign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const DESPATCH: Genre = {
  name: 'despatch',
  title: /^(?:dispatch|despatch|instruction)\b/i,
  opening: /: (?:despatch|instruction)/i,
  family: 'letter',
  signs: [startSign('honor', /\bhave the honou?r\b|\brespectfully\b/i), sign('reference', /^ref(?:erence)?\b/i, 160)],
};
