/** Words as they are told or compared, whatever their layout: white space is one blank, and none at the ends. */
export const oneLine = (text: string): string => (LOOSE.test(text) ? text.replace(/\s+/g, ' ').trim() : text);

/** Most words are in one line as they stand, and to see that takes less time than to write them anew. */
const LOOSE = /[^\S ]| {2}|^ | $/;
