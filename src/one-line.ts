/** Words as they are told or compared, whatever their layout: white space is one blank, and none at the ends. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
