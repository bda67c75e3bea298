/** Titles of parts of a text that are a number alone, or a day of a log. */

import { MONTH } from '../constructs/dateline.js';

/** `Sunday, November 28th`: a day without its year, which is no dateline. */
const DAY = new RegExp(
  `^(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, (?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH})\\.?\\d{0,2}$`,
);
/** `II`, `III.`, `25.` */
const NUMBER = /^(?:[IVXL]{1,6}\.?|\d{1,3}\.)$/;

/** Whether a line is such a title. */
export const isPartsTitle = (text: string): boolean => DAY.test(text) || NUMBER.test(text);
