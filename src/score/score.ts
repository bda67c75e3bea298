/** Many comparisons added up: precision, recall and F1 of each field, over all documents. */

import type { XmlElement } from '../xml/parse.js';
import { type Comparison, type Count, compare, type Example } from './compare.js';
import { FIELDS, TEXT_FIELDS } from './fields.js';
import { type Flows, flatten } from './flatten.js';

export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface FieldScore {
  readonly field: string;
  /** Occurrences in the gold. */
  readonly gold: number;
  readonly strict: Figures;
  readonly soft: Figures;
}

export interface Score {
  readonly documents: number;
  /** Documents of the gold that the prediction lacks: all of theirs counts as missed. */
  readonly missing: number;
  /** Documents of the prediction that the gold lacks: they are not scored. */
  readonly surplus: number;
  /** Share of documents whose structure (heads, paragraphs, notes, pages, items, closings, datelines) is exact. */
  readonly structureExact: number;
  /** Share of documents with text, notes and pages exact. */
  readonly losslessExact: number;
  readonly fields: readonly FieldScore[];
  readonly examples: readonly (Example & { readonly document: string })[];
}

export interface Scorer {
  /** Score a document; `undefined` for one that the prediction lacks. */
  add(name: string, gold: XmlElement, predicted: XmlElement | undefined): Comparison;
  /** Count documents that the gold lacks. */
  surplus(documents: number): void;
  score(): Score;
}

/** @param examples how many disagreements of each field and kind to keep; @param only fields to keep them for, all by default */
export function scorer(examples = 0, only?: readonly string[]): Scorer {
  const strict = new Map<string, Count>();
  const soft = new Map<string, Count>();
  const kept: (Example & { document: string })[] = [];
  const keptOf = new Map<string, number>();
  let [documents, missing, extra, structure, lossless] = [0, 0, 0, 0, 0];
  return {
    add(name, gold, predicted) {
      const nothing: Flows = new Map([['', { chars: '', occurrences: [] }]]);
      const comparison = compare(flatten(gold), predicted ? flatten(predicted) : nothing);
      documents++;
      if (!predicted) missing++;
      if (comparison.structureExact) structure++;
      if (comparison.losslessExact) lossless++;
      addCounts(strict, comparison.strict);
      addCounts(soft, comparison.soft);
      for (const one of comparison.examples) {
        const sort = `${one.kind} ${one.field}`;
        const shown = keptOf.get(sort) ?? 0;
        if (shown >= examples || (only && !only.includes(one.field))) continue;
        keptOf.set(sort, shown + 1);
        kept.push({ document: name, ...one });
      }
      return comparison;
    },
    surplus(more) {
      extra += more;
    },
    score: () => ({
      documents,
      missing,
      surplus: extra,
      structureExact: share(structure, documents),
      losslessExact: share(lossless, documents),
      fields: [...FIELDS.map(({ name }) => name), ...TEXT_FIELDS]
        .filter((field) => strict.has(field))
        .map((field) => fieldScore(field, strict.get(field)!, soft.get(field)!)),
      examples: kept,
    }),
  };
}

function addCounts(to: Map<string, Count>, from: ReadonlyMap<string, Count>): void {
  for (const [field, { right, wrong, missed }] of from) {
    const sum = to.get(field) ?? { right: 0, wrong: 0, missed: 0 };
    to.set(field, { right: sum.right + right, wrong: sum.wrong + wrong, missed: sum.missed + missed });
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function figures({ right, wrong, missed }: Count): Figures {
  return {
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    f1: share(2 * right, 2 * right + wrong + missed),
  };
}

const fieldScore = (field: string, strict: Count, soft: Count): FieldScore => ({
  field,
  gold: strict.right + strict.missed,
  strict: figures(strict),
  soft: figures(soft),
});
