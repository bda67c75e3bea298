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

/** A volume as identifiers write it, in pieces. */
export interface VolumeParts {
  readonly years: string;
  readonly number: string;
  readonly part?: string;
}

function partsOf(volume: string | undefined): VolumeParts | undefined {
  const id = volume === undefined ? undefined : parseVolumeId(volume);
  const match = id && /^(.*?)(p\d+)?$/.exec(id.rest);
  if (!id || !match) return undefined;
  return { years: id.years, number: match[1]!, ...(match[2] && { part: match[2] }) };
}

const idOf = ({ years, number, part }: VolumeParts): string => `frus${years}${number}${part ?? ''}`;

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
    if (!found) return undefined;
    if (ref.by !== 'part') this.last = found;
    const id = idOf(found);
    return id === this.origin.volume ? '' : id;
  }

  private parts({ by, years, number, part }: VolumeRef): VolumeParts | undefined {
    const withPart = part === undefined ? {} : { part };
    if (by === 'part') return this.own && { years: this.own.years, number: this.own.number, ...withPart };
    if (by === 'ibid' && number === undefined && years === undefined) return this.last;
    const span = years ?? (by === 'ibid' ? this.last?.years : this.own?.years);
    return span === undefined || number === undefined ? undefined : { years: span, number, ...withPart };
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
