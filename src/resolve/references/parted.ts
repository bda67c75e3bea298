/**
 * Volumes of *Foreign Relations* that were published in parts, each a volume of its own: `vol. IX` of 1952–1954 alone is none. From
 * the series' own citations of them, with their part, in the volumes of the corpus.
 */

const TWO_PARTS: Readonly<Record<string, readonly string[]>> = {
  '1948': ['v01', 'v05'],
  '1949': ['v07'],
  '1951': ['v03', 'v04', 'v06', 'v07'],
  '1952-54': ['v01', 'v02', 'v05', 'v06', 'v07', 'v09', 'v11', 'v12', 'v13', 'v14', 'v15'],
  '1955-57': ['v23'],
  '1958-60': ['v07', 'v10'],
  '1964-68': ['v29'],
  '1969-76': ['ve05', 've09', 've11', 've14', 've15', 'v38'],
};

const PARTED = new Set(
  Object.entries(TWO_PARTS).flatMap(([years, numbers]) => numbers.map((number) => `frus${years}${number}`)),
);

/** The parts of a volume that has no text but theirs; undefined for any other. */
export const partsOfVolume = (id: string): readonly string[] | undefined =>
  PARTED.has(id) ? [`${id}p1`, `${id}p2`] : undefined;
