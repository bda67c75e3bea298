/** What a volume's documents must agree on: identifiers used once, numbers and pages in order. */

import type { Problem } from './problem.js';

/** What is kept of each document while the others are read. */
export interface Facts {
  readonly file: string;
  readonly id: string;
  readonly n: string | undefined;
  readonly ids: readonly string[];
  readonly min: string | undefined;
  readonly max: string | undefined;
}

/** A page break on its way through the volume. */
export interface PageFact {
  readonly file: string;
  readonly n: string;
}

/** Identifiers by the file that has them first; those used again are told. */
export function uniqueIds(groups: readonly { readonly file: string; readonly ids: readonly string[] }[]): {
  all: ReadonlySet<string>;
  problems: Problem[];
} {
  const owner = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { file, ids } of groups) {
    for (const id of ids) {
      const first = owner.get(id);
      if (first === undefined) owner.set(id, file);
      else {
        const message = first === file ? `the id ${id} is used twice` : `the id ${id} is used in ${first} too`;
        problems.push({ file, severity: 'error', code: 'duplicate-id', message });
      }
    }
  }
  return { all: new Set(owner.keys()), problems };
}

/** Printed numbers rise by one; a letter follows its number (9, 9A, 10). */
export function consecutive(documents: readonly Facts[]): Problem[] {
  const problems: Problem[] = [];
  let last: number | undefined;
  for (const { file, id, n } of documents) {
    const [, digits, letter] = /^(\d+)([A-Za-z]?)$/.exec(n ?? '') ?? [];
    if (digits === undefined) {
      problems.push({ file, severity: 'warning', code: 'number-missing', message: `${id} has no printed number` });
      continue;
    }
    const number = Number(digits);
    if (last !== undefined && number !== (letter ? last : last + 1)) {
      const message = `document ${n} follows document ${last}`;
      problems.push({ file, severity: 'warning', code: 'number-not-consecutive', message });
    }
    last = number;
  }
  return problems;
}

/** Arabic page numbers never fall. */
export function risingPages(pages: readonly PageFact[]): Problem[] {
  const problems: Problem[] = [];
  let last: number | undefined;
  for (const { file, n } of pages) {
    if (!/^\d+$/.test(n)) continue;
    const page = Number(n);
    if (last !== undefined && page <= last) {
      const message = `page ${page} comes after page ${last}`;
      problems.push({ file, severity: 'error', code: 'page-out-of-order', message });
    }
    last = page;
  }
  return problems;
}

/** The first and the last moment of some documents, by instant; none where no document is dated. */
export function spanOf(documents: readonly Facts[]): { min?: string; max?: string } {
  const pick = (values: readonly (string | undefined)[], sign: 1 | -1): string | undefined =>
    values
      .filter((value) => value !== undefined && !Number.isNaN(instant(value)))
      .reduce(
        (best, value) => (best === undefined || sign * (instant(value!) - instant(best)) < 0 ? value : best),
        undefined,
      );
  const min = pick(
    documents.map((d) => d.min),
    1,
  );
  const max = pick(
    documents.map((d) => d.max ?? d.min),
    -1,
  );
  return min !== undefined && max !== undefined ? { min, max } : {};
}

const instant = (value: string): number => Date.parse(value);
