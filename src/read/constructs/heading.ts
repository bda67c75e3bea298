/** Headings: the printed number, the kind of document, sender and recipient. */

import { type Sign, sign, startSign } from './sign.js';

export const HEADING: readonly Sign[] = [
  startSign('number', /^\d{1,4}[A-Za-z]?\. /),
  sign('noNumber', /^No\. \d+/, 200),
  sign('bracketNumber', /^\[(?:Document )?\d+\]/),
  sign('from', /\b(?:From|from)\b.+\b(?:[Tt]o)\b/),
  sign('toThe', /\bto (?:the|[A-Z])/, 200),
  sign(
    'document',
    /\b(?:Telegram|Memorandum|Letter|Despatch|Airgram|Message|Minutes|Notes?|Report|Paper|Estimate|Instruction|Circular|Draft|Statement|Aide-M|Address|Record|Summary)\b/i,
    200,
  ),
  sign('editorialNote', /^(?:\S+ )?editorial note/i, 40),
  sign(
    'office',
    /\b(?:Secretary|Ambassador|Minister|Charg[ée]|Consul|Embassy|Legation|Mission|President|Department of State)\b/,
    300,
  ),
  sign('inBrackets', /\([\p{Lu}][\p{L}’' .-]{2,24}\)/u, 300),
];

const OF_NAMES = /^(?:\p{Lu}[\p{L}.,’'()-]*|of|the|in|at|to|and|by|for|de|von|ad|interim|same\.?)$/u;

/** Whether a line has but words as names and titles have them: capitals, and small words between. */
export const isOfNames = (text: string): boolean => text.split(' ').every((word) => OF_NAMES.test(word));

/** Whether a line is a heading of those that end as sentences do, before 1914: `Mr. Harlow to the Marquis of Zenda.` */
export const isTitleOfNames = (text: string): boolean => / .*\.$/.test(text) && isOfNames(text);
