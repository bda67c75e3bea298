/** Words that a Word document hides: nobody sees them, on paper or on the screen, so that they are none of its text. */

import { childElements } from '../../xml/elements.js';
import type { XmlElement } from '../../xml/parse.js';

/** A run that holds no other. */
const RUN = /<w:r(?:\s[^>]*)?(?<!\/)>(?:(?!<\/?w:r[\s>])[\s\S])*<\/w:r>/g;
/** Of several the first counts; what was before a tracked change doesn't. */
const HIDDEN =
  /^<w:r(?:\s[^>]*)?>\s*<w:rPr(?:\s[^>]*)?(?<!\/)>(?:(?!<w:rPrChange\b|<w:vanish\b)[\s\S])*<w:vanish\b(?![^>]*w:val="(?:0|false|off)")/;
const WORDS = /<w:t(?:\s[^>]*)?(?<!\/)>[^<]*<\/w:t>/g;

/** The part without the words that are hidden; notes that hang there stay. */
export const withoutHidden = (part: string): string =>
  part.includes('<w:vanish') ? part.replace(RUN, (run) => (HIDDEN.test(run) ? run.replace(WORDS, '') : run)) : part;

/** Whether a run is hidden. */
export function isHidden(run: XmlElement): boolean {
  if (run.name !== 'r') return false;
  const vanish = childElements(run)
    .filter(({ name }) => name === 'rPr')
    .flatMap(childElements)
    .find(({ name }) => name === 'vanish');
  return vanish !== undefined && !/^(?:0|false|off)$/.test(vanish.attributes['w:val'] ?? '');
}
