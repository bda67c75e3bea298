/** Date-time groups of military and cable practice: `011915Z AUG 75` (`Aug`, too), day, hour and minute of Greenwich, month, year. */

import { MONTHS } from '../../text/months.js';
import type { TextRange } from '../../text-range.js';

const GROUP = /\b(\d{2})(\d{2})(\d{2})Z ([A-Z]{3}),? (?:19)?(\d{2})\b/i;

/** A date-time group of the twentieth century as TEI's `@when`; undefined where there is none, or no such moment. */
export function readTimeGroup(text: string): (TextRange & { readonly when: string }) | undefined {
  const match = GROUP.exec(text);
  if (!match) return undefined;
  const [group, day, hour, minute, name, year] = match as unknown as [string, string, string, string, string, string];
  const month = String(MONTHS[name.toLowerCase()]).padStart(2, '0');
  const when = `19${year}-${month}-${day}T${hour}:${minute}:00+00:00`;
  const moment = new Date(when);
  if (Number.isNaN(moment.getTime()) || moment.getUTCDate() !== Number(day)) return undefined;
  return { start: match.index, end: match.index + group.length, when };
}
