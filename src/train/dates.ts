/** Counts how often places and dates of each kind of dateline are read as the edition encodes them. */

import { datelineMarks } from '../resolve/dates/index.js';
import type { Mark } from '../tree.js';
import { align, corpusFolder, type GoldDocument, readVolume } from './gold.js';
import { provenance, writeModel } from './model-file.js';
import { corpusAuthority } from './persons.js';
import { goldRegions } from './regions.js';

/** The value of a date in the edition, without its zone. */
const momentOf = (attributes: Readonly<Record<string, string>>): string =>
  (attributes.when ?? attributes.from ?? attributes.notBefore ?? '').replace(/([+-]\d\d:\d\d|Z)$/, '');

/** The end of a stretch, without a final full stop. */
const endOf = ({ text }: GoldDocument, { end }: { readonly end: number }): number =>
  text[end - 1] === '.' ? end - 1 : end;

/**
 * Whether the edition has the mark's element, over the same text and with the same value. Volumes, and single documents, take
 * the dateline's last full stop into the date or don't: that is nothing for a person to look at.
 */
export function agrees(gold: GoldDocument, mark: Mark): boolean {
  return gold.elements.some(
    (e) =>
      e.name === mark.type &&
      e.start === mark.start &&
      endOf(gold, e) === endOf(gold, mark) &&
      (mark.type !== 'date' ||
        mark.attributes.when === undefined ||
        momentOf(e.attributes) === momentOf(mark.attributes)),
  );
}

class Counts {
  private readonly rows = new Map<string, { right: number; all: number }>();

  add(kind: string, right: boolean): void {
    const row = this.rows.get(kind) ?? { right: 0, all: 0 };
    this.rows.set(kind, { right: row.right + (right ? 1 : 0), all: row.all + 1 });
  }

  /** Shares by kind, with half a case on either side. */
  shares(): Record<string, number> {
    const sorted = [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      sorted.map(([kind, { right, all }]) => [kind, Number(((right + 0.5) / (all + 1)).toFixed(4))]),
    );
  }
}

const UNCOUNTED = { dates: {}, places: {} };

export function trainDates(volumes: readonly string[]): void {
  const corpus = corpusFolder();
  const [dates, places] = [new Counts(), new Counts()];
  let documents = 0;
  for (const volume of volumes) {
    const authority = corpusAuthority(corpus, volume);
    for (const gold of readVolume(corpus, volume).map(align)) {
      if (!gold) continue;
      documents++;
      for (const region of goldRegions(gold)) {
        if (region.type !== 'dateline' || region.attached) continue;
        for (const { mark, kind } of datelineMarks(region, { volume, authority }, UNCOUNTED)) {
          (mark.type === 'date' ? dates : places).add(kind, agrees(gold, mark));
        }
      }
    }
  }
  writeModel('dates', provenance(volumes, documents), { dates: dates.shares(), places: places.shares() });
}
