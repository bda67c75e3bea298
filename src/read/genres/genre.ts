/** What a genre is to the reader: how its heading names it, and what its lines show that those of other genres don't. */

import type { Sign } from '../constructs/sign.js';

export interface Genre {
  /** As outputs name it. */
  readonly name: string;
  /** Its headings, without the printed number; matched against the title line. */
  readonly title: RegExp;
  /** Other lines of the opening that tell it: a source line's `: Telegram`. Tried where no title tells. */
  readonly opening?: RegExp;
  /** Genres whose lines are laid out alike share one. */
  readonly family: string;
  /** Signs that the model weighs in documents of this genre only. */
  readonly signs: readonly Sign[];
}
