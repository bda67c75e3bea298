/** Documents as lessons about italics: their regions, the habits of their volume, and where the gold has italics. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTight } from '../authority/tei.js';
import { type Habit, habitOf, timeHabit } from '../resolve/emphasis/habit.js';
import { type Ships, shipNames, shipsAt, shipsOfVolume } from '../resolve/emphasis/ships.js';
import { isLate, seriesOf } from '../resolve/profile.js';
import type { Region } from '../resolve/regions.js';
import { mannerOf, typographyOf } from '../text/typography.js';
import { corpusFolder, type GoldDocument } from './gold.js';
import { goldRegions } from './regions.js';

/** A document ready to learn from. */
export interface Lesson {
  readonly gold: GoldDocument;
  readonly regions: readonly Region[];
  readonly habit: Habit;
  readonly ships: Ships;
  /** The gold's italics, as `start end`. */
  readonly italics: ReadonlySet<string>;
}

function goldItalics(gold: GoldDocument): Set<string> {
  const italic = gold.elements.filter((e) => e.name === 'hi' && e.attributes.rend === 'italic' && e.end > e.start);
  return new Set(italic.map((e) => `${e.start} ${e.end}`));
}

/** Lessons of documents; what is known of a volume is read off all of its documents and its lists. */
export function lessonsOf(documents: readonly GoldDocument[]): Lesson[] {
  const volumes = new Map<string, GoldDocument[]>();
  for (const gold of documents) volumes.set(gold.volume, [...(volumes.get(gold.volume) ?? []), gold]);
  return [...volumes].flatMap(([volume, golds]) => {
    const manner = mannerOf(golds.map(({ text }) => typographyOf(text)));
    const lists = readFileSync(join(corpusFolder(), 'authority', `${volume}.xml`), 'utf8');
    const layout = isTight(lists) ? ('tight' as const) : ('spaced' as const);
    const ships = shipsOfVolume(golds.map(({ text }) => shipNames(text)));
    return golds.map((gold) => {
      const regions = goldRegions(gold);
      const signs = { series: seriesOf(volume), late: isLate(volume), time: timeHabit(regions), layout, manner };
      return { gold, regions, habit: habitOf(signs), ships: shipsAt(regions, ships), italics: goldItalics(gold) };
    });
  });
}
