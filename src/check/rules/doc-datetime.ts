import type { ScanAttribute, ScanElement } from '../../xml/scan.js';
import { instant, moment } from './moment.js';
import type { Rule } from './rule.js';
import { attribute, descendants, firstDescendant, isDocument } from './tree.js';

export const docDatetime: Rule = {
  id: 'doc-datetime',
  severity: 'warning',
  profile: 'frus',
  why: 'A document carries the span of its date in frus:doc-dateTime-min and -max, both with zone −05:00, in order, and of the day of its first dateline, or its moment: it is what sorts documents.',
  wrong:
    '<div type="document" xml:id="d1" frus:doc-dateTime-min="1955-08-02T00:00:00-05:00" frus:doc-dateTime-max="1955-08-01T23:59:59-05:00"/>',
  right:
    '<div type="document" xml:id="d1" frus:doc-dateTime-min="1955-08-01T00:00:00-05:00" frus:doc-dateTime-max="1955-08-01T23:59:59-05:00"/>',
  visitor: ({ report, of }) => ({
    elements: {
      div(div) {
        if (!isDocument(div)) return;
        const min = attribute(div, 'frus:doc-dateTime-min');
        const max = attribute(div, 'frus:doc-dateTime-max');
        const date = dated(of.scan, div);
        if (!min || !max) {
          if (date) report(div, 'The document is dated but has no frus:doc-dateTime-min and -max');
          return;
        }
        for (const end of [min, max]) {
          if (!/T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(end.value))
            report(end, `“${end.value}” is no dateTime with a zone`);
        }
        const [from, to] = [instant(min.value), instant(max.value)];
        if (from === undefined || to === undefined) return;
        if (from > to) report(min, `The document’s span begins at ${min.value}, behind its end`);
        const [first, last] = date ? [instant(date[0].value), instant(date[1].value, true)] : [];
        // A day on either side: the dateline may have no zone, or one far from Washington's.
        if (first !== undefined && last !== undefined && (to < first - DAY || from > last + DAY)) {
          report(min, `The document’s span is not that of its dateline, ${date?.[0].value}`);
        } else if (date) {
          const ends = [
            [min, from, date[0]],
            [max, to, date[1]],
          ] as const;
          for (const [end, at, { value }] of ends) {
            if (isExact(value) && at !== instant(value))
              report(end, `“${end.value}” is not the moment of the dateline, ${value}`);
          }
        }
      },
    },
  }),
};

const DAY = 86_400_000;

/** Whether a value says a moment that every clock agrees on. */
const isExact = (value: string): boolean => {
  const read = moment(value);
  return read?.hour !== undefined && read.zone !== undefined;
};

function dated(scan: Parameters<typeof descendants>[0], div: ScanElement): [ScanAttribute, ScanAttribute] | undefined {
  const line = firstDescendant(scan, div, 'dateline', undefined, 'frus:attachment');
  for (const date of line ? descendants(scan, line, 'date', 'note') : []) {
    const from = attribute(date, 'when') ?? attribute(date, 'from') ?? attribute(date, 'notBefore');
    const to = attribute(date, 'when') ?? attribute(date, 'to') ?? attribute(date, 'notAfter');
    if (from && to) return [from, to];
  }
  return undefined;
}
