/** The line before the heading that says where the document was found: `893.00/15070: Telegram`. */

import { type Sign, sign } from './sign.js';

export const SOURCE_LINE: readonly Sign[] = [
  sign('fileNumber', /\d[\d.A-Z]*\/\d{1,2}[–-]\d/i, 140),
  sign('asTelegram', /: (?:Telegram|Airgram|Circular|Despatch|Letter)/, 140),
  sign('lot', /\bLot \d|\bFiles\b|\bfiles?[:,]|\bPapers\b|\bCollection\b/, 140),
];
