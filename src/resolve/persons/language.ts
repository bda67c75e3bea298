/** Whether a text is English, by its words of every sentence. */

import { fold } from '../../authority/fold.js';
import { latest } from '../../latest.js';
import type { Token } from '../tokens.js';

const ENGLISH = new Set('the of and to that is was were with by for this which has have been not will are'.split(' '));
/** The same in French, Spanish, Italian, Portuguese, German and Dutch; none is an English word. */
const OTHER = new Set(
  (
    'le la les des du et est une dans que qui pour par sur vous nous cette au aux ' +
    'el los las del y por con su una lo al ' +
    'il gli della dello di che non sono nel alla ed ' +
    'os da em uma pelo não ao ' +
    'der das und den dem ein eine nicht ist zu von daß dass mit auf sich ' +
    'het een van voor niet dat aan'
  )
    .split(' ')
    .map(fold),
);
/** Fewer words show nothing. */
const ENOUGH = 3;

/** Whether most of such words are of another language than English. */
export const isForeign: (tokens: readonly Token[]) => boolean = latest((tokens: readonly Token[]): boolean => {
  let other = 0;
  let english = 0;
  for (const { shape, fold } of tokens) {
    if (shape !== 'l') continue;
    if (ENGLISH.has(fold)) english++;
    else if (OTHER.has(fold)) other++;
  }
  return other >= ENOUGH && other > english;
});
