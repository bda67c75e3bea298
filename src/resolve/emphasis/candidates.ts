/** Stretches of text that an edition could set in italics. */

import type { Region } from '../regions.js';
import { bracketed } from './brackets.js';
import type { Candidate } from './candidate.js';
import { dateline, heading, label, letters } from './headings.js';
import { labels } from './leads.js';
import type { Lexicon } from './lexicon.js';
import { names } from './names.js';
import { type Ships, ships } from './ships.js';

/** Series in which `(a)` has its letter in italics. */
const LETTERED = new Set(['annual', 'unknown']);

/** All candidates of a region. */
export function candidates(region: Region, series: string, lexicon: Lexicon, shipsKnown: Ships): Candidate[] {
  switch (region.type) {
    case 'head':
      return [...heading(region, series), ...bracketed(region)];
    case 'dateline':
      return dateline(region);
    case 'label':
      return label(region);
    case 'signed':
    case 'sourceLine':
    case 'seg':
      return [];
    default:
      return [
        ...bracketed(region),
        ...labels(region),
        ...(LETTERED.has(series) ? letters(region) : []),
        ...ships(region, shipsKnown),
        ...names(region, lexicon),
      ];
  }
}
