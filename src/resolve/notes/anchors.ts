/**
 * Where the notes of a document hang: one choice for all notes together, over every place of every note.
 *
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over placements instead of over tags.
 */

import type { Emit } from '../../features/hashed.js';
import { HashedWeights, type Weights } from '../../features/weights.js';
import { madeOnce } from '../../made-once.js';
import type { TelegramNumbers } from '../../memory.js';
import { packed } from '../../packed.js';
import type { TextRange } from '../../text-range.js';
import { best, type Chain, marginals } from './chain.js';
import { besideDecided, type DecidedPlaces } from './decided.js';
import { describe } from './features.js';
import { candidates, type Narrow, type NoteText, type Place, type Stretch } from './marks.js';
import { narrowing } from './narrow.js';
import { type Setting, setting } from './setting.js';

/** The weights of features, and of a note's being missing. */
export interface AnchorModel {
  readonly weights: Weights;
  readonly missing: number;
}

/** Where one note hangs. `place` is undefined for a note that has none; `p` is then the probability of that. */
export interface Choice {
  readonly place: TextRange | undefined;
  readonly p: number;
  /** The other places, best first; an undefined place is "nowhere". Those below one in ten thousand are left out. */
  readonly alternatives: readonly { readonly place: Choice['place']; readonly p: number }[];
}

/** A document's places in a chain, without scores. */
export interface Lattice {
  readonly set: Setting;
  readonly places: readonly Place[];
  readonly first: Int32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly ties: Uint8Array;
}

export function lattice(
  text: string,
  stretches: readonly Stretch[],
  notes: readonly NoteText[],
  narrow?: Narrow,
  telegrams?: TelegramNumbers,
  decided: DecidedPlaces['byNote'] = new Map(),
): Lattice {
  const lists = besideDecided(candidates(text, stretches, notes, narrow), decided);
  const places = lists.flat();
  const first = new Int32Array(notes.length + 1);
  lists.forEach((list, i) => {
    first[i + 1] = first[i]! + list.length;
  });
  return {
    set: setting(text, stretches, notes, lists, telegrams),
    places,
    first,
    start: Float64Array.from(places, (place) => place.start),
    end: Float64Array.from(places, (place) => place.end),
    ties: Uint8Array.from(places, (place) => place.ties),
  };
}

/** Score a lattice's places by a model. */
function scored(net: Lattice, weights: HashedWeights, model: AnchorModel): Chain {
  const { set, places, first } = net;
  const score = new Float64Array(places.length);
  let sum = 0;
  const add: Emit = (a, b, c, d, e, f) => {
    sum += weights.of(a, b, c, d, e, f);
  };
  for (let i = 0; i + 1 < first.length; i++) {
    for (let c = first[i]!; c < first[i + 1]!; c++) {
      sum = 0;
      describe(set, i, places[c]!, add);
      score[c] = sum;
    }
  }
  const { start, end, ties } = net;
  return { first, start, end, ties, score, missing: new Float64Array(first.length - 1).fill(model.missing) };
}

const table = madeOnce((model: AnchorModel) => new HashedWeights(model.weights));

const WORTH_TELLING = 1e-4;

interface Option {
  readonly place: Choice['place'];
  p: number;
}

/**
 * Place all notes. The choices are in the order of the notes; places rise. Stretches rise and don't overlap. `telegrams`
 * are numbers that the volume's other telegrams bear; the places of `decided` notes stand.
 */
export function anchors(
  text: string,
  stretches: readonly Stretch[],
  notes: readonly NoteText[],
  model: AnchorModel,
  telegrams?: TelegramNumbers,
  decided: DecidedPlaces['byNote'] = new Map(),
): Choice[] {
  const weights = table(model);
  const narrow = narrowing(text, notes.length, (a, b, c) => weights.of(a, b, c));
  const net = lattice(text, stretches, notes, narrow, telegrams, decided);
  const chain = scored(net, weights, model);
  const { p } = marginals(chain);
  const chosen = best(chain);
  return packed(notes, (_, i): Choice => {
    const told = decided.get(i);
    if (told) return { place: told.place, p: 1, alternatives: [] };
    const options: Option[] = [];
    let option: Option | undefined;
    let choice: Option | undefined;
    let left = 1;
    for (let c = net.first[i]!; c < net.first[i + 1]!; c++) {
      left -= p[c]!;
      if (p[c]! < WORTH_TELLING && c !== chosen[i]) continue;
      // One place may have several readings: alone, or as one of marks in a row.
      if (option?.place?.start !== net.start[c]) {
        option = { place: { start: net.start[c]!, end: net.end[c]! }, p: 0 };
        options.push(option);
      }
      option!.p += p[c]!;
      if (c === chosen[i]) choice = option;
    }
    const nowhere: Option = { place: undefined, p: Math.max(0, left) };
    if (!choice || nowhere.p >= WORTH_TELLING) options.push(nowhere);
    choice ??= nowhere;
    const alternatives = options.filter((other) => other !== choice).sort((a, b) => b.p - a.p);
    return { place: choice.place, p: Math.min(1, choice.p), alternatives };
  });
}
