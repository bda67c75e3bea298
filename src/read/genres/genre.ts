/** What a genre is to the reader: how its heading, or else its opening, names it. */

export interface Genre {
  /** As outputs name it. */
  readonly name: string;
  /** Its headings, without the printed number; matched against the title line. */
  readonly title: RegExp;
  /** Other lines of the opening that tell it: a source line's `: Telegram`. Tried where no title tells. */
  readonly opening?: RegExp;
}
