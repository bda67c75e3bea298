/** The corpus as what the model of blocks learns from: a document a sequence of lines, each with its features and its label. */

import { unfold } from '../read/blocks/nested.js';
import { withoutPages } from '../read/labels/classify.js';
import { features } from '../read/labels/features.js';
import { LABELS, type Label } from '../read/labels/labels.js';
import { openTo } from '../read/labels/open-labels.js';
import { type Line, linesOf } from '../read/lines/chunks.js';
import { ANNUAL, eraOf, isAnnual } from '../read/lines/era.js';
import { findNotes } from '../read/notes/index.js';
import { type Source, source } from '../source.js';
import { align, type GoldDocument, readVolume } from './gold.js';
import { goldLabels } from './gold-labels.js';
import { type Labelled, olderForm } from './older-forms.js';

/** A document: for each line the names of its features, the labels it may have, the right one; `volume` counts the volumes. */
export interface Sample {
  readonly names: string[][];
  readonly open: readonly (readonly number[])[];
  readonly gold: Uint8Array;
  /** Whether each line begins a block of lines. */
  readonly across: Uint8Array;
  readonly annual: boolean;
  readonly volume: number;
}

export interface Samples {
  readonly samples: Sample[];
  /** Lines whose label in the edition is one that the reader never considers for them. */
  readonly closed: number;
}

const bodyOf = (from: Source): Line[] => {
  const lines = linesOf(from);
  return unfold(from, lines.slice(0, findNotes(from, lines).first));
};

const isAnnualVolume = (volume: string): boolean => eraOf(volume, '') === ANNUAL;

/**
 * The document; each second one also without its dateline, for some readers drop that line; those of annual volumes also as
 * earlier ones would print them.
 */
function variants(gold: GoldDocument, turn: number): Labelled[] {
  const lines = bodyOf(source(gold.text));
  const labels = goldLabels(gold, lines);
  const out: Labelled[] = [{ text: gold.text, labels }];
  const older = isAnnualVolume(gold.volume)
    ? [0, 1, 2].map((k) => olderForm(gold.text, lines, labels, 3 * turn + k))
    : [];
  out.push(...older.filter((form) => form !== undefined));
  const at = labels.indexOf('dateline');
  if (turn % 2 === 0 && at > 0 && lines[at]!.chunk > lines[at - 1]!.chunk) {
    let end = at + 1;
    while (labels[end] === 'more') end++;
    if (end < lines.length) {
      const text = gold.text.slice(0, lines[at]!.from) + gold.text.slice(lines[end]!.from);
      out.push({ text, labels: [...labels.slice(0, at), ...labels.slice(end)] });
    }
  }
  return out;
}

const P = LABELS.indexOf('p');
const MORE = LABELS.indexOf('more');
const ALL = LABELS.map((_, i) => i);
/** What rules settle of these in annual volumes is learned, too: in others like them rules will miss some of it. */
const LEARNED = new Set(
  ['seg', 'closer', 'signed', 'dateline', 'salute'].map((label) => LABELS.indexOf(label as Label)),
);

/** The documents of the volumes, each with its variants. */
export function samplesOf(folder: string, volumes: readonly string[]): Samples {
  const samples: Sample[] = [];
  let taken = 0;
  let closed = 0;
  volumes.forEach((volume, v) => {
    for (const record of readVolume(folder, volume)) {
      const gold = align(record);
      if (!gold) continue;
      for (const { text, labels } of variants(gold, taken++)) {
        const from = source(text);
        const body = bodyOf(from);
        if (body.length !== labels.length) continue;
        const { kept, index, pageBefore } = withoutPages(from, body);
        if (kept.length === 0) continue;
        for (const known of [true, false]) {
          // Each third document also without its volume's name, so that the model can do without.
          if (!known && taken % 3 !== 0) continue;
          const context: { volume?: string } = known ? { volume } : {};
          const names = features(from, kept, pageBefore, context);
          const annual = isAnnual(from, kept, context);
          const open = openTo(from, kept, context).map((set) =>
            annual && set.length === 1 && LEARNED.has(set[0]!) ? ALL : set,
          );
          const across = Uint8Array.from(kept, (line, i) => (i > 0 && kept[i - 1]!.chunk === line.chunk ? 0 : 1));
          const right = Uint8Array.from(kept, (_, i) => {
            const label = LABELS.indexOf(labels[index[i]!]!);
            if (open[i]!.includes(label)) return label;
            closed++;
            // Paragraphs don't follow each other without an empty line.
            const plain = across[i] === 1 ? P : MORE;
            return open[i]!.includes(plain) ? plain : open[i]![0]!;
          });
          samples.push({ names, open, gold: right, across, annual, volume: v });
        }
      }
    }
  });
  return { samples, closed };
}
