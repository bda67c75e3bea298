/** A part of a cable: what it is, and its lines. */

import { TIME_GROUP } from '../../text/cable-head.js';
import type { CableField } from '../../tree.js';
import type { Line } from '../lines/chunks.js';
import { FIELDS, isMessageLine, REFERENCES, SUBJECT } from './lines.js';

/** A line of a part; `edge` where it is printed at a page's edge, `page` where it begins the page of that number. */
export interface PartLine {
  readonly line: Line;
  readonly edge: boolean;
  readonly page?: string;
}

export type PartKind = CableField | 'time' | 'subject' | 'references' | 'paragraph' | 'edge' | 'data';

export interface Part {
  readonly kind: PartKind;
  readonly lines: PartLine[];
}

/** The field that a line of the head begins. */
export function fieldOf(text: string): PartKind | undefined {
  if (TIME_GROUP.test(text)) return 'time';
  if (SUBJECT.test(text)) return 'subject';
  if (REFERENCES.test(text)) return 'references';
  if (isMessageLine(text)) return 'classification';
  return FIELDS.find(([pattern]) => pattern.test(text))?.[1];
}
