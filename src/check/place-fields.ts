/** A stretch of a text as findings carry it. */

import { position, type Source, source } from '../source.js';
import type { Finding } from './finding.js';

type PlaceFields = Required<Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn' | 'offset' | 'endOffset'>>;

/** `start…end` are offsets in UTF-16 code units. */
export function placeFields(of: Source | string, [start, end]: readonly [number, number]): PlaceFields {
  const where = typeof of === 'string' ? source(of) : of;
  const to = position(where, end);
  return { ...position(where, start), endLine: to.line, endColumn: to.column, offset: start, endOffset: end };
}
