/** Where a citation points: identifiers of volumes, documents, notes and pages. */

import { parseVolumeId } from '../profile.js';
import type { Citation, VolumeRef } from './grammar.js';
import { neighbourIn, type VolumeIndex } from './volume.js';

/** The document that refers. */
export interface Origin {
  readonly volume?: string;
  readonly id: string;
  readonly index?: VolumeIndex;
}

/** A volume as identifiers write it, in pieces: years, collection (`collections.ts`), number and part. */
interface VolumeParts {
  readonly years: string;
  readonly name?: string;
  /** '' of a collection of one volume. */
  readonly number?: string;
  readonly part?: string;
}

const REST = /^([A-Z][A-Za-z]*?\d*)?(v.*?)?(p\d+)?$/;

function partsOf(volume: string | undefined): VolumeParts | undefined {
  const id = volume === undefined ? undefined : parseVolumeId(volume);
  const match = id && REST.exec(id.rest);
  if (!id || !match) return undefined;
  const [, name, number = name && '', part] = match;
  return { years: id.years, ...(name && { name }), ...(number !== undefined && { number }), ...(part && { part }) };
}

const idOf = ({ years, name = '', number = '', part = '' }: VolumeParts): string =>
  `frus${years}${name}${number}${part}`;

/** The document before or after: by number, or as the volume's documents stand where they are at hand. */
export function neighbour(origin: Origin, step: -1 | 1): string | undefined {
  const known = origin.index && neighbourIn(origin.index, origin.id, step);
  if (known) return known;
  const match = /^d(\d+)/.exec(origin.id);
  const n = match ? Number(match[1]) + step : 0;
  return n > 0 ? `d${n}` : undefined;
}

/**
 * Follows citations through a document: what "ibid." and a bare "vol. IX" mean depends on those before.
 */
export class Follower {
  private last: VolumeParts | undefined;
  /** The document last referred to: "footnote 2 thereto". */
  lastDocument: string | undefined;
  private readonly own: VolumeParts | undefined;

  constructor(readonly origin: Origin) {
    this.own = partsOf(origin.volume);
  }

  /** The volume that a citation names; '' for the document's own; undefined where it can't be told. */
  volume(ref: VolumeRef | undefined): string | undefined {
    if (!ref) return '';
    const found = this.parts(ref);
    if (ref.by !== 'part') this.last = found;
    if (found?.number === undefined) return undefined;
    const id = idOf(found);
    return id === this.origin.volume ? '' : id;
  }

  /** What is known of a volume: without `number` it is none of one's own yet, but “ibid., vol. ii” may go on with it. */
  private parts(ref: VolumeRef): VolumeParts | undefined {
    const { by, years, number, part, titled } = ref;
    const before = by === 'ibid' || ref.continues ? this.last : by === 'title' ? undefined : this.own;
    if (by === 'part') return before?.number === undefined ? undefined : { ...before, ...(part && { part }) };
    if (by === 'ibid' && number === undefined && years === undefined) return before;
    if (number === undefined && titled) return undefined;
    // A collection of one volume has no other by number: what a bare “vol. iv” in it means is open.
    if (years === undefined && before?.number === '') return undefined;
    const of = years === undefined ? before : { years, ...(ref.name && { name: ref.name }) };
    if (!of) return undefined;
    const { years: span, name } = of;
    return { years: span, ...(name && { name }), ...(number !== undefined && { number }), ...(part && { part }) };
  }

  /** The document whose note a citation means. */
  noteOwner(citation: Citation): string | undefined {
    const document = citation.locators.find((locator) => locator.of === 'document')?.numbers[0];
    if (document) return `d${document.value}`;
    switch (citation.where?.word) {
      case 'supra':
        return neighbour(this.origin, -1);
      case 'infra':
        return neighbour(this.origin, 1);
      case 'thereto':
      case 'thereof':
      case 'ibid':
        return this.lastDocument;
      default:
        return this.origin.id;
    }
  }
}
