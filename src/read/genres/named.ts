/**
 * Genres that a heading names by its own words where the order of all would take it for another. The model of blocks has learned the
 * genres as that order tells them; what these say is for readers of the output. A new genre can stand here until the models are trained.
 */

import { AIRGRAM } from './airgram.js';
import { CONVERSATION } from './conversation.js';
import type { Genre } from './genre.js';
import { MEMORANDUM } from './memorandum.js';
import { MESSAGE } from './message.js';
import { MINUTES } from './minutes.js';
import { NOTE } from './note.js';
import { TRANSCRIPT } from './transcript.js';
import { TREATY } from './treaty.js';

/** `Backchannel Message From …`, `Oral Note From …`: one word before the kind. */
const sent = (kind: string): RegExp => new RegExp(`^[\\w–-]+ ${kind} (?:\\d+ )?from\\b`, 'i');

/** The first that fits holds. */
export const NAMED: readonly { readonly title: RegExp; readonly genre: Genre }[] = [
  { title: /^(?:\w+ )?transcript\b|^telephone (?:call|conversation)\b|^tape\b/i, genre: TRANSCRIPT },
  { title: /^(?:[\w’]+ )?(?:record|notes?) of (?:(?:a|the) )?(?:telephone )?conversations?\b/i, genre: CONVERSATION },
  // `Security Council Minutes`, not `Letter Transmitting the Minutes`
  {
    title:
      /^(?!(?:letter|memorandum|note|telegram|airgram|d[ei]spatch|message|report)\b)(?:[\p{L}’.–-]+ ){1,8}minutes$/iu,
    genre: MINUTES,
  },
  { title: /^circular airgram\b/i, genre: AIRGRAM },
  // `Arbitration Treaty Between …`
  {
    title:
      /^(?!(?:Memorandum|Report|Notes?|Text|Summary|Statement)\b)(?:\p{Lu}[\p{L}–-]+ ){1,3}(?:Treaty|Convention|Agreement|Protocol) [Bb]etween\b/u,
    genre: TREATY,
  },
  { title: sent('memorandum'), genre: MEMORANDUM },
  { title: sent('message'), genre: MESSAGE },
  { title: sent('note'), genre: NOTE },
];

/**
 * From one to another: `President Marsh to Marshal Sapt`, `The Secretary of State to Diplomatic Officers in Ruritania`, but not what is
 * somebody’s, `The Secretary’s Trip to Strelsau`, nor what a colon parts.
 */
export const BETWEEN =
  /^(?!.*(?:[’']s?|:) .* to )(?:The .*\b(?:Secretary|Minister|Ambassador|Charg[ée]|Consul|President|Department|Embassy|Legation)\b.*|(?:President|Prime Minister|Premier|Generalissimo|Marshal|King|Emperor|General|Admiral|Colonel|Senator|Mrs?\.|Dr\.) \p{Lu}.*) to \p{Lu}/u;
