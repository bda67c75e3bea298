/** The passes that apply what reviewers decided about words: after the models, so that no model overrules them. */

import type { Authority } from '../../authority/types.js';
import {
  type MarkKind,
  NONE,
  type PlacedDecision,
  UNLISTED,
  unfit,
  type WordsDecision,
} from '../../decisions/decision.js';
import type { Diagnostic } from '../../diagnostic.js';
import { overlap } from '../../text-range.js';
import type { Document, Mark } from '../../tree.js';
import { dateRange } from '../dates/docdate.js';
import { type Region, regionsOf } from '../regions.js';
import { areDays, KINDS } from './kinds.js';

interface DecidedOptions {
  readonly decisions?: readonly PlacedDecision[];
  readonly authority?: Authority;
}

type OnWords = WordsDecision & { readonly kind: MarkKind; readonly start: number; readonly end: number };

const isOneOf =
  (kinds: readonly MarkKind[]) =>
  (decision: PlacedDecision): decision is OnWords =>
    (kinds as readonly string[]).includes(decision.kind);

/** Why a decision can't be applied; undefined where it can. */
function refusal({ kind, choice, start, end }: OnWords, regions: readonly Region[], authority?: Authority) {
  if (start === end) return 'it is about no words';
  if (!regions.some((region) => region.start <= start && end <= region.end)) {
    return 'the words no longer stand in one block of text';
  }
  if (choice === NONE) return undefined;
  if (!KINDS[kind].takes.test(choice) || (kind === 'date' && !areDays(choice)))
    return 'that is nothing that can be decided about it';
  const list = kind === 'person' ? authority?.persons : kind === 'term' ? authority?.terms : undefined;
  const linked = list && list.length > 0 && choice !== UNLISTED;
  return linked && !list.some(({ id }) => `#${id}` === choice) ? 'the lists have no such entry' : undefined;
}

/** Decisions about words of some kinds, put in the place of the marks and reports that they settle. */
export function decided(...kinds: readonly MarkKind[]) {
  const wanted = isOneOf(kinds);
  return (document: Document, { decisions, authority }: DecidedOptions): Document => {
    const some = decisions?.filter(wanted) ?? [];
    if (some.length === 0) return document;
    const regions = regionsOf(document);
    let { marks, diagnostics, date } = document;
    const reports: Diagnostic[] = [];
    for (const decision of some) {
      const { kind, choice, start, end, by, at } = decision;
      const why = refusal(decision, regions, authority);
      if (why) {
        reports.push(unfit(decision, why, start, end));
        continue;
      }
      const { type, is, attributes, settles } = KINDS[kind];
      const before = marks.filter((mark) => is(mark) && overlap(mark, decision));
      marks = marks.filter((mark) => !before.includes(mark));
      if (choice !== NONE) {
        const mark: Mark = {
          type: before[0]?.type ?? type,
          start,
          end,
          attributes: attributes(choice, before[0]?.attributes ?? {}),
          decision: { state: 'found', p: 1, alternatives: [], why: `decided by ${by}, ${at.slice(0, 10)}` },
        };
        marks = [...marks, mark];
        if (kind === 'date') date = redated(date, before, mark);
      }
      diagnostics = diagnostics.filter((one) => !(one.code.startsWith(settles) && overlap(one, decision)));
    }
    return { ...document, marks, diagnostics: [...diagnostics, ...reports], ...(date && { date }) };
  };
}

/** The document's date, where it was that of the mark that a decision replaced. */
function redated(date: Document['date'], before: readonly Mark[], mark: Mark): Document['date'] {
  const its = before.map(({ attributes }) => dateRange(attributes));
  const own = date && its.some((range) => range?.min === date.min && range.max === date.max);
  return own ? (dateRange(mark.attributes) ?? date) : date;
}
