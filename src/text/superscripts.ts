/** Digits set raised, as marks and labels of notes are: `²` for 2. */

/** In order of the digits; as they stand they may be a class of a pattern. */
export const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const RAISED = new RegExp(`[${SUPERSCRIPTS}]`, 'g');

/** A text with its digits raised. */
export const raised = (text: string): string => text.replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]!);

/** A text with raised digits as plain ones. */
export const lowered = (text: string): string => text.replace(RAISED, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
