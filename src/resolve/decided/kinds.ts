/** What a decision about a stretch of words makes of it in TEI: one row a kind. */

import { type MarkKind, NONE, UNLISTED } from '../../decisions/decision.js';
import type { Mark, MarkType } from '../../tree.js';

interface MarkKindRow {
  /** The element, where no mark of the kind is there yet. */
  readonly type: MarkType;
  /** Whether a mark is of this kind. */
  readonly is: (mark: Mark) => boolean;
  /** Whether a choice is of the form that the kind takes, {@link NONE} aside. */
  readonly takes: RegExp;
  /** The attributes by which the choice is written; `before` are those of the mark that was there. */
  readonly attributes: (choice: string, before: Mark['attributes']) => Mark['attributes'];
  /** Reports that the decision settles: their codes begin so. */
  readonly settles: string;
  /** The choice that a mark states. */
  readonly stated: (mark: Mark) => string;
}

const isParty = ({ attributes }: Mark): boolean => attributes.type === 'from' || attributes.type === 'to';

const ISO = String.raw`\d{4}(?:-\d\d(?:-\d\d(?:T[\d:]+(?:[+-]\d\d:\d\d)?)?)?)?`;
const DATE = new RegExp(String.raw`^(?:(${ISO})|(${ISO})/(${ISO})|\[(${ISO})\.\.(${ISO})\])$`);

const isDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/** Whether all days of a choice are in the calendar. */
export const areDays = (choice: string): boolean =>
  (choice.match(/\d{4}-\d\d(?:-\d\d)?/g) ?? []).every((day) => isDay(day.length === 7 ? `${day}-01` : day));

/** ISO 8601 for a day or a range of days, the brackets of EDTF (ISO 8601-2) for bounds. */
function dateAttributes(choice: string, before: Mark['attributes']): Mark['attributes'] {
  const [, when, from, to, notBefore, notAfter] = DATE.exec(choice) ?? [];
  const { calendar = 'gregorian', ana } = before;
  const keeps = ana !== undefined && choice === statedDate(before);
  if (keeps) return before;
  const bounds = when ? { when } : from ? { from, to: to! } : { notBefore: notBefore!, notAfter: notAfter! };
  return { ...bounds, calendar };
}

function statedDate({ when, from, to, notBefore, notAfter }: Mark['attributes']): string {
  if (when) return when;
  return from ? `${from}/${to}` : notBefore ? `[${notBefore}..${notAfter}]` : NONE;
}

const without = (attributes: Mark['attributes'], name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== name));

const POINTER = /^#?[\p{L}_][\p{L}\p{M}\p{N}._#-]*$/u;

export const KINDS: Readonly<Record<MarkKind, MarkKindRow>> = {
  person: {
    type: 'persName',
    is: ({ type }) => type === 'persName',
    takes: new RegExp(`^(?:#[\\p{L}_][\\p{L}\\p{M}\\p{N}._-]*|${UNLISTED})$`, 'u'),
    attributes: (choice, before) => ({
      ...without(before, 'corresp'),
      ...(choice !== UNLISTED && { corresp: choice }),
    }),
    settles: 'person-',
    stated: ({ attributes }) => attributes.corresp ?? UNLISTED,
  },
  term: {
    type: 'gloss',
    is: (mark) => mark.type === 'gloss' && !isParty(mark),
    takes: POINTER,
    attributes: (target) => ({ target }),
    settles: 'term-',
    stated: ({ attributes }) => attributes.target ?? NONE,
  },
  reference: {
    type: 'ref',
    is: ({ type }) => type === 'ref',
    takes: POINTER,
    attributes: (target) => ({ target }),
    settles: 'reference-',
    stated: ({ attributes }) => attributes.target ?? NONE,
  },
  party: {
    type: 'gloss',
    is: isParty,
    takes: /^(?:from|to)$/,
    attributes: (type, before) => ({ ...before, type }),
    settles: 'party-',
    stated: ({ attributes }) => attributes.type ?? NONE,
  },
  date: {
    type: 'date',
    is: ({ type }) => type === 'date',
    takes: DATE,
    attributes: dateAttributes,
    settles: 'date-',
    stated: ({ attributes }) => statedDate(attributes),
  },
  emphasis: {
    type: 'hi',
    is: ({ type }) => type === 'hi',
    takes: /^(?:italic|strong|smallcaps|roman|underline|sub|superscript)$/,
    attributes: (rend) => ({ rend }),
    settles: 'emphasis-',
    stated: ({ attributes }) => attributes.rend ?? NONE,
  },
};
