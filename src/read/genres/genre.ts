/** What a genre is to the reader: how its heading, or else its opening, names it. */

export interface Genre {
  /** As outputs name it. */
  readonly name: string;
  /**
   * What models know it as, where that is not its name: it is part of their features, so that a genre of another name is none to them
   * until they are trained anew.
   */
  readonly readAs?: string;
  /** Its headings, without the printed number; matched against the title line. */
  readonly title: RegExp;
  /** Other lines of the opening that tell it: a source line's `: Telegram`. Tried where no title tells. */
  readonly opening?: RegExp;
}
