/** A manifest for a folder that has none: all its documents in order, a title from the volume's identifier. */

import type { Manifest } from './manifest.js';

/** `frus1955-57v23p1` → the years, the volume and the part; what can't be told is left as the identifier. */
export function plainManifest(volume: string): Manifest {
  const [, years = '', electronic = '', number, part] =
    /^frus(\d{4}(?:-\d{2,4})?)(?:v(e?)(\d+)(?:p(\d+))?)?/.exec(volume) ?? [];
  const title = {
    series: 'Foreign Relations of the United States',
    'sub-series': years.replace('-', '–') || volume,
    'volume-number': number ? `Volume ${electronic && 'E–'}${Number(number)}${part ? `, Part ${part}` : ''}` : volume,
    volume,
  };
  const [from] = years.split('-');
  return {
    volume,
    title: { complete: [...new Set(Object.values(title))].join(', '), ...title },
    editors: [],
    publisher: 'United States Government Printing Office',
    place: 'Washington',
    ...(from ? { content: { from, to: from.slice(0, 4 - (years.length - 5)) + years.slice(5) || from } } : {}),
    identifiers: {},
    renditions: {},
    lists: [],
    front: [],
    back: [],
    contents: [{ kind: 'documents', pattern: '**/*.xml' }],
  };
}
