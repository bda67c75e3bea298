/** The report's charts as SVG, drawn without a browser. Colours are those of the page's style sheet, light or dark. */

import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { BANDS, type StatedKind } from '../../batch/stated.js';
import type { KindRow, PersonRow, ReviewedBand, RuleRow } from './model.js';

const WIDTH = 760;
const ROW = 26;

export const bandName = (i: number): string =>
  i === BANDS.length - 1 ? `≥ ${BANDS[i]}` : `${BANDS[i]}–${BANDS[i + 1]}`;

/** From doubtful to sure, as in the style sheet. */
const SHADES = ['open', ...BANDS.map((_, i) => bandName(i))];
const COLOURS = SHADES.map((_, i) => `var(--band-${i})`);

export const KIND_NAMES: Readonly<Record<StatedKind, string>> = {
  note: 'notes',
  person: 'persons',
  term: 'terms',
  reference: 'references',
  block: 'blocks',
  party: 'parties',
  date: 'dates',
  emphasis: 'emphasis',
};

/** One image with one name: what is in it is told again by the table beside it. */
function svg(label: string, options: Plot.PlotOptions): string {
  const { document } = parseHTML('<html><body></body></html>');
  const figure = Plot.plot({ document: document as never, width: WIDTH, ...options });
  figure.setAttribute('role', 'img');
  figure.setAttribute('aria-label', label);
  // A lone picture needs no style element of its own; the page has the rules.
  for (const style of figure.querySelectorAll('style')) style.remove();
  for (const part of figure.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return figure.outerHTML;
}

const bars = (rows: number): Pick<Plot.PlotOptions, 'height' | 'marginTop' | 'marginBottom'> => ({
  height: 24 + rows * ROW + 40,
  marginTop: 24,
  marginBottom: 40,
});

/** Doubts that the review page shows, by kind; what was left open stands apart. */
export function doubtsChart(kinds: readonly KindRow[]): string {
  const data = kinds.flatMap(({ kind, open, worth }) => [
    { kind: KIND_NAMES[kind], what: 'left open', n: open },
    { kind: KIND_NAMES[kind], what: 'doubtful', n: worth - open },
  ]);
  return svg('Doubts by kind', {
    ...bars(kinds.length),
    marginLeft: 100,
    x: { label: 'decisions that are worth a look', grid: true },
    y: { label: null, domain: kinds.map(({ kind }) => KIND_NAMES[kind]) },
    color: { domain: ['left open', 'doubtful'], range: ['var(--bad)', 'var(--band-2)'] },
    marks: [
      Plot.barX(data, { x: 'n', y: 'kind', fill: 'what', title: ({ what, n }) => `${n} ${what}` }),
      Plot.ruleX([0]),
    ],
  });
}

/** How sure the models were: the share of each band, by kind. */
export function statedChart(kinds: readonly KindRow[]): string {
  const data = kinds.flatMap(({ kind, open, bands }) =>
    [open, ...bands].map((n, i) => ({ kind: KIND_NAMES[kind], band: SHADES[i]!, n })),
  );
  return svg('Stated probabilities by kind', {
    ...bars(kinds.length),
    marginLeft: 100,
    x: { label: 'share of decisions', percent: true },
    y: { label: null, domain: kinds.map(({ kind }) => KIND_NAMES[kind]) },
    color: { domain: SHADES, range: COLOURS },
    marks: [
      Plot.barX(
        data,
        Plot.stackX(
          { offset: 'normalize', order: SHADES },
          { x: 'n', y: 'kind', z: 'band', fill: 'band', title: ({ band, n }) => `${band}: ${n}` },
        ),
      ),
    ],
  });
}

/** Wilson's interval for a share, at 95 % (Wilson 1927). */
function wilson(right: number, count: number): { low: number; high: number } {
  const z = 1.96;
  const share = right / count;
  const middle = (share + (z * z) / (2 * count)) / (1 + (z * z) / count);
  const half = (z / (1 + (z * z) / count)) * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Stated probability against the share that reviewers kept; on the diagonal they agree. */
export function reliabilityChart(reviewed: readonly ReviewedBand[]): string {
  const data = reviewed.map(({ count, stated, right }) => ({
    stated: stated / count,
    kept: right / count,
    count,
    ...wilson(right, count),
  }));
  return svg('Stated probability and share that reviewers kept', {
    width: 460,
    height: 420,
    marginLeft: 50,
    marginBottom: 44,
    x: { label: 'probability stated', domain: [0, 1], grid: true },
    y: { label: 'share kept by reviewers', domain: [0, 1], grid: true },
    r: { range: [0, 14] },
    marks: [
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        { stroke: 'currentColor', strokeDasharray: '4 4', strokeOpacity: 0.6 },
      ),
      Plot.ruleX(data, { x: 'stated', y1: 'low', y2: 'high', stroke: 'var(--accent)', strokeWidth: 2 }),
      Plot.dot(data, {
        x: 'stated',
        y: 'kept',
        r: 'count',
        fill: 'var(--accent)',
        title: ({ stated, kept, count }) => `${count} decisions: stated ${stated.toFixed(2)}, kept ${kept.toFixed(2)}`,
      }),
    ],
  });
}

export function personsChart(persons: readonly PersonRow[]): string {
  const label = ({ name, id, volumes }: PersonRow): string => {
    const namesakes = persons.filter((one) => one.name === name);
    if (namesakes.length === 1) return name;
    const isOne = namesakes.filter((one) => one.id === id).length === 1;
    return `${name} (${isOne ? id : [id, ...volumes].join(', ')})`;
  };
  return svg('Persons most mentioned', {
    ...bars(persons.length),
    marginLeft: 230,
    x: { label: 'mentions', grid: true },
    y: { label: null, domain: persons.map(label) },
    marks: [
      Plot.barX(persons, { x: 'mentions', y: label, fill: 'var(--person)', title: ({ mentions }) => `${mentions}` }),
      Plot.ruleX([0]),
    ],
  });
}

const YEARS_BY_MONTH = 12;

/** By months where there are few years, else by years. */
export function timelineSteps(dates: readonly string[]): { by: 'month' | 'year'; counts: Map<string, number> } {
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  const by = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) < YEARS_BY_MONTH ? 'month' : 'year';
  const counts = new Map<string, number>();
  for (const date of dates) {
    const step = date.slice(0, by === 'month' ? 7 : 4);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return { by, counts };
}

export function timelineChart(dates: readonly string[]): string {
  const { by, counts } = timelineSteps(dates);
  const data = [...counts].map(([step, n]) => ({
    step,
    at: new Date(by === 'month' ? `${step}-01` : `${step}-01-01`),
    n,
  }));
  return svg(`Documents by ${by}`, {
    height: 240,
    marginBottom: 40,
    x: { type: 'utc', label: null },
    y: { label: 'documents', grid: true },
    marks: [
      Plot.rectY(data, {
        x: 'at',
        y: 'n',
        interval: by,
        fill: 'var(--accent)',
        title: ({ step, n }) => `${step}: ${n}`,
      }),
      Plot.ruleY([0]),
    ],
  });
}

export function rulesChart(rules: readonly RuleRow[]): string {
  const severity = { error: 'var(--bad)', warning: 'var(--band-2)', info: 'var(--band-5)' };
  return svg('Findings by rule', {
    ...bars(rules.length),
    marginLeft: 190,
    x: { label: 'findings', grid: true },
    y: { label: null, domain: rules.map(({ rule }) => rule) },
    marks: [
      Plot.barX(rules, {
        x: 'findings',
        y: 'rule',
        fill: (d: RuleRow) => severity[d.severity],
        title: ({ findings }) => `${findings}`,
      }),
      Plot.ruleX([0]),
    ],
  });
}
