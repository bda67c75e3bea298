/** What all stretches of a document have in common: signs of the edition's habits. */

import { literal, type Part } from '../../features/hashed.js';
import type { Region } from '../regions.js';

/** What is known of the volume and its document. */
export interface Signs {
  readonly series: string;
  readonly late: boolean;
  /** How datelines part date and time: `dash` or `comma`; editors who changed one changed the other. */
  readonly time: 'dash' | 'comma' | 'none';
  /** How the volume's lists are laid out: `tight` (`isTight`), or as most are. */
  readonly layout: 'tight' | 'spaced';
  /** How the volume is set (`mannerOf`). */
  readonly manner: string;
}

export interface Habit extends Signs {
  readonly bySeries: Part;
  /** The series together with the layout of the lists: the narrowest group of volumes that share habits. */
  readonly byHand: Part;
  /** Signs that both questions turn on: whether, and how far. */
  readonly parts: readonly Part[];
  /** How the volume is set tells of extents only. */
  readonly setting: readonly Part[];
}

/** The habit that signs show. */
export function habitOf(signs: Signs): Habit {
  const { series, late, time, layout, manner } = signs;
  const [quotes, dashes, dots] = [...manner];
  const part = (text: string): Part => literal(`|${text}`);
  const bySeries = part(series);
  const byHand = part(`${series},${layout}`);
  return {
    series,
    late,
    time,
    layout,
    manner,
    bySeries,
    byHand,
    parts: [bySeries, byHand, part(`${series},${time}`), part(`late=${late}`), part(`${late},${layout}`)],
    setting: [
      part(`lists=${layout}`),
      part(`quotes=${quotes}`),
      part(`dashes=${dashes}`),
      part(`dots=${dots}`),
      part(`${series},${quotes}${dashes}`),
    ],
  };
}

/** Read the habit of time off a document's dateline. */
export function timeHabit(regions: readonly Region[]): Signs['time'] {
  const text = regions.find((region) => region.type === 'dateline')?.text ?? '';
  if (/\d\s*[—–]\s*(?:\d|noon|midnight)/i.test(text)) return 'dash';
  return /\d{4}\s*,\s*(?:\d|noon|midnight)/i.test(text) ? 'comma' : 'none';
}
