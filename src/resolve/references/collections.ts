/**
 * Volumes outside the numbered series of their years: conferences, countries, supplements. Print names them beside the years
 * (`Foreign Relations, 1918, Russia, vol. ii`), identifiers after them (`frus1918Russiav02`).
 */

export interface Collection {
  /** As identifiers write them, `1931-41`. */
  readonly years: string;
  /** What identifiers write after the years, `Paris`; '' where the years alone tell the collection. */
  readonly name: string;
  /** The number of its only volume, '' where that has none; undefined where there are several. */
  readonly only?: string;
}

type Entry = Collection & { readonly printed: RegExp };

const entry = (printed: string, years: string, name: string, only?: string): Entry => ({
  printed: new RegExp(`(?:the\\s+)?${printed.replaceAll(' ', '\\s+').replaceAll('–', '[–-]')}(?![\\p{L}\\d])`, 'iuy'),
  years,
  name,
  ...(only !== undefined && { only }),
});

/** A supplement of a year; those of the war years name the war as well. */
const supplement = (year: string, printed: string, name: string, only?: string): Entry =>
  entry(`${year}, ${printed}(?:, The World War)?`, year, name, only);

const COLLECTIONS: readonly Entry[] = [
  entry('(?:1919, (?:The )?)?Paris Peace Conference(?:, 1919)?', '1919', 'Paris'),
  entry(
    '(?:1945, (?:The )?)?Conference of Berlin(?: \\([^()]{0,80}Potsdam[^()]{0,80}\\))?(?:, 1945)?',
    '1945',
    'Berlin',
  ),
  entry('Conferences at Malta and Yalta(?:, 1945)?', '1945', 'Malta', ''),
  entry('Conferences at Cairo and Tehran(?:, 1943)?', '1943', 'CairoTehran', ''),
  entry('Conference at Quebec(?:, 1944)?', '1944', 'Quebec', ''),
  entry('Conferences at Washington and Quebec(?:, 1943)?', '1943', '', ''),
  entry('Conferences at Washington, 1941–1942, and Casablanca, 1943', '1941-43', '', ''),
  entry('Japan, 1931–1941', '1931-41', ''),
  entry('Soviet Union, 1933–1939', '1933-39', '', ''),
  entry('Lansing Papers, 1914–1920', '1914-20', ''),
  entry('1918, Russia', '1918', 'Russia'),
  entry('1919, Russia', '1919', 'Russia', ''),
  entry('1942, China', '1942', 'China', ''),
  entry('1943, China', '1943', 'China', ''),
  supplement('1914', 'Supplement', 'Supp', ''),
  supplement('1915', 'Supplement', 'Supp', ''),
  supplement('1916', 'Supplement', 'Supp', ''),
  supplement('1917', 'Supplement 1', 'Supp01', 'v01'),
  supplement('1917', 'Supplement 2', 'Supp02'),
  supplement('1918', 'Supplement 1', 'Supp01'),
  supplement('1918', 'Supplement 2', 'Supp02', ''),
];

/** The collection that a text names at an offset, and where its name ends. */
export function collectionAt(text: string, at: number): (Collection & { readonly end: number }) | undefined {
  for (const { printed, ...collection } of COLLECTIONS) {
    printed.lastIndex = at;
    if (printed.test(text)) return { ...collection, end: printed.lastIndex };
  }
  return undefined;
}
