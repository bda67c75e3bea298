/** White space as XML has it. */

export const isBlank = (text: string): boolean => !/[^ \t\r\n]/.test(text);

/** One blank for many, none at the ends. */
export const collapse = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');

/** The items of a list that white space parts. */
export const itemsOf = (text: string): string[] => text.split(/[ \t\r\n]+/).filter((word) => word !== '');
