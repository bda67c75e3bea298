/** Emphasis: `hi[@rend='italic']` where the sub-series sets it, small capitals in the openings of the 1940s. */

import type { Authority } from '../../authority/types.js';
import { mannerOfVolume, type VolumeMemory } from '../../memory.js';
import { loadModel } from '../../model.js';
import { mannerOf, typographyOf } from '../../text/typography.js';
import type { Document, Mark } from '../../tree.js';
import { calibrate } from '../choice.js';
import { isLateByList, seriesOfDocument } from '../profile.js';
import { type Region, regionsOf } from '../regions.js';
import { decide, type EmphasisModel, type Italic, type Surroundings, together } from './decide.js';
import { type Habit, habitOf, timeHabit } from './habit.js';
import { beside, tellsItalics } from './marked.js';
import { shipsAt } from './ships.js';

/** Where F1 is best on volumes held back: what is set in italics is missed more often than invented. */
const THRESHOLD = 0.4;
/** Of documents of no known sub-series less is known. */
const THRESHOLD_UNKNOWN = 0.6;

function markOf(region: Region, italic: Italic, model: EmphasisModel): Mark {
  const { p, extents } = italic;
  const [best, ...others] = extents;
  const alternatives = [
    ...others.map(({ variant, p: share }) => ({ choice: region.text.slice(variant.start, variant.end), p: p * share })),
    { choice: 'roman', p: 1 - p },
  ];
  const decision = { state: 'found', p: calibrate(model.calibration, together(italic)), alternatives } as const;
  const { start, end } = best.variant;
  const attributes = { rend: 'italic' };
  return { type: 'hi', start: region.start + start, end: region.start + end, attributes, decision };
}

/** The italics of a document's regions. */
export function italics(
  regions: readonly Region[],
  surroundings: Surroundings,
  model = loadModel<EmphasisModel>('emphasis'),
): Mark[] {
  const least = surroundings.habit.series === 'unknown' ? THRESHOLD_UNKNOWN : THRESHOLD;
  return decide(regions, surroundings, model, least).flatMap(({ region, italics }) =>
    italics.map((italic) => markOf(region, italic, model)),
  );
}

/** Small capitals of annual volumes: classification and precedence, and the dateline's place. */
function smallCapitals(document: Document, regions: readonly Region[]): Mark[] {
  const decision = { state: 'found', p: 0.95, alternatives: [] } as const;
  const attributes = { rend: 'smallcaps' };
  const segs = regions.filter((region) => region.type === 'seg');
  const places = document.marks.filter((mark) => mark.type === 'placeName');
  return [...segs, ...places].map(({ start, end }): Mark => ({ type: 'hi', start, end, attributes, decision }));
}

interface Evidence {
  readonly authority?: Authority;
  readonly memory?: VolumeMemory;
}

/** The habits that show in a document and its volume. */
export function habitOfDocument(
  document: Document,
  regions: readonly Region[],
  { authority, memory }: Evidence,
): Habit {
  const series = seriesOfDocument(document);
  const late = isLateByList(document.context.volume, authority?.persons);
  const layout = authority?.tight ? 'tight' : 'spaced';
  const manner = memory ? mannerOfVolume(memory) : mannerOf([typographyOf(document.source.text)]);
  return habitOf({ series, late, time: timeHabit(regions), layout, manner });
}

/** Mark emphasis; runs after all other passes, so that a `hi` over a name or link lies inside it. No italics are guessed where the file tells. */
export function emphasis(document: Document, evidence: Evidence = {}): Document {
  const regions = regionsOf(document);
  const habit = habitOfDocument(document, regions, evidence);
  const { memory, authority } = evidence;
  const found = tellsItalics(document)
    ? []
    : italics(regions, { habit, ships: shipsAt(regions, memory, authority?.persons) });
  const guessed = habit.series === 'annual' ? [...found, ...smallCapitals(document, regions)] : found;
  const marks = beside(document, guessed);
  return marks.length === 0 ? document : { ...document, marks: [...document.marks, ...marks] };
}
