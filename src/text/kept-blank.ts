/** Stands for a blank that layout doesn't settle, until the text is complete; XML can't hold it. */
export const KEPT_BLANK = '\u0015';

export const withKeptBlanks = (text: string): string => text.replaceAll(KEPT_BLANK, ' ');
