/** What a line that is set in opens with: what an item is counted by, or a sign. */

import { BULLET_SIGNS } from '../lines/bullets.js';
import { after, enumeratorAt, isFirst } from '../lines/enumerators.js';

export interface Opening {
  /** A sign, or `(1)`: what is around the number or letter, and of which kind it is. */
  readonly shape: string;
  readonly token?: string;
  /** Characters of a sign and the blanks behind it, which are no part of the item's text. */
  readonly length: number;
  readonly opensList: boolean;
}

const SIGNED = /^(--|\S)\s+(?=\S)/;
const isSign = (text: string): boolean => text === '--' || (text.length === 1 && BULLET_SIGNS.includes(text));

const kindOf = (token: string): string => (/\d/.test(token) ? '1' : token === token.toLowerCase() ? 'a' : 'A');

export function openingOf(text: string): Opening | undefined {
  const found = enumeratorAt(text);
  if (found) {
    const { open, token, close } = found;
    return { shape: open + kindOf(token) + close, token, length: 0, opensList: isFirst(found) };
  }
  const [all, sign] = SIGNED.exec(text.slice(0, 12)) ?? [];
  return all && sign && isSign(sign) ? { shape: sign, length: all.length, opensList: true } : undefined;
}

/** Whether items that open so can stand one after the other. */
export const comesAfter = (before: Opening, next: Opening): boolean =>
  before.shape === next.shape && (before.token === undefined || after(before.token).includes(next.token!));

/** Whether a cell is nothing but what an item opens with. */
export const isLone = (text: string): boolean =>
  isSign(text) || (text.length <= 7 && enumeratorAt(`${text} `)?.length === text.length);

/** Whether cells are numbers alone that count up by one, as those before notes and items do. */
export const areCounted = (cells: readonly string[]): boolean =>
  cells.every((cell, i) => /^\d{1,3}$/.test(cell) && (i === 0 || Number(cell) === Number(cells[i - 1]) + 1));
