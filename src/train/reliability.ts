/** Reliability of stated probabilities as a table and as a plot. */

import type { Outcome } from './calibrate.js';

/** Outcomes of one band of stated probability. */
export interface Band {
  readonly from: number;
  readonly count: number;
  readonly right: number;
  /** Sum of the stated probabilities. */
  readonly stated: number;
}

/** Lower edges of the bands. */
const EDGES = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999] as const;

export const bandsOf = (outcomes: readonly Outcome[]): Band[] =>
  EDGES.map((from, i) => {
    const inside = outcomes.filter(({ p }) => p >= from && p < (EDGES[i + 1] ?? 2));
    return {
      from,
      count: inside.length,
      right: inside.filter(({ right }) => right).length,
      stated: inside.reduce((sum, { p }) => sum + p, 0),
    };
  });

/** Bands of the same edges added up. */
export const addBands = (a: readonly Band[], b: readonly Band[]): Band[] =>
  a.map(({ from, count, right, stated }, i) => ({
    from,
    count: count + b[i]!.count,
    right: right + b[i]!.right,
    stated: stated + b[i]!.stated,
  }));

/** Expected calibration error: how far stated and true probability are apart, on average over all decisions. */
export function calibrationError(bands: readonly Band[]): number {
  const count = bands.reduce((sum, band) => sum + band.count, 0);
  const apart = bands.reduce((sum, { stated, right }) => sum + Math.abs(stated - right), 0);
  return count === 0 ? 0 : apart / count;
}

const share = ({ right, count }: Band): string => {
  const value = right / count;
  return value > 0.99 && value < 1 ? value.toFixed(4) : value.toFixed(3).replace(/0$/, '');
};

const bandName = (from: number, next: number | undefined): string =>
  next === undefined ? `≥ ${from}` : `${from}–${next}`;

/** A row a kind, a column a band: share right, and in brackets of how many decisions. */
export function reliabilityTable(kinds: Readonly<Record<string, readonly Band[]>>): string {
  const names = EDGES.map((from, i) => bandName(from, EDGES[i + 1]));
  const rows = Object.entries(kinds).map(([kind, bands]) => [
    kind,
    ...bands.map((band) => (band.count === 0 ? '' : `${share(band)} (${band.count})`)),
    calibrationError(bands).toFixed(4),
  ]);
  const lines = [['decisions', ...names, 'error'], ['---', ...names.map(() => '--:'), '--:'], ...rows];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

const [SIZE, GAP, LEFT, TOP, COLUMNS] = [120, 34, 34, 26, 5];

/** Stated (across) and true (up) probability from 0.5 to 1, a panel a kind; a circle's area grows with the number of decisions. */
export function reliabilityPlot(kinds: Readonly<Record<string, readonly Band[]>>): string {
  const entries = Object.entries(kinds);
  const rows = Math.ceil(entries.length / COLUMNS);
  const [width, height] = [LEFT + COLUMNS * (SIZE + GAP), TOP + rows * (SIZE + GAP + 12)];
  const at = (p: number): number => Math.max(0, (p - 0.5) * 2 * SIZE);
  const fixed = (x: number): string => x.toFixed(1);
  const panels = entries.map(([kind, bands], i) => {
    const [x, y] = [LEFT + (i % COLUMNS) * (SIZE + GAP), TOP + Math.floor(i / COLUMNS) * (SIZE + GAP + 12)];
    const total = bands.reduce((sum, { count }) => sum + count, 0);
    const points = bands
      .filter(({ count }) => count >= 10)
      .map(({ count, right, stated }) => {
        const radius = 2 + 8 * Math.sqrt(count / total);
        const [cx, cy] = [fixed(x + at(stated / count)), fixed(y + SIZE - at(right / count))];
        return `<circle cx="${cx}" cy="${cy}" r="${fixed(radius)}"/>`;
      });
    return [
      `<rect x="${x}" y="${y}" width="${SIZE}" height="${SIZE}"/><path d="M${x} ${y + SIZE}L${x + SIZE} ${y}"/>`,
      `<text x="${x}" y="${y - 6}">${kind}</text>`,
      `<text x="${x}" y="${y + SIZE + 13}">0.5</text><text x="${x + SIZE - 6}" y="${y + SIZE + 13}">1</text>`,
      ...points,
    ].join('');
  });
  const style =
    'text{font:11px sans-serif;fill:#333}rect{fill:none;stroke:#999}path{stroke:#999;stroke-dasharray:3}circle{fill:#06c;fill-opacity:.5;stroke:#06c}';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>Stated probability (across) and share that is right (up), by kind of decision</title><style>${style}</style>${panels.join('\n')}</svg>\n`;
}
