/** Who wrote to whom, whence and when, for `correspDesc`. */

import { oneLine } from '../../text/one-line.js';
import type { Correspondence, CorrespondenceParty, Document, Mark } from '../../tree.js';
import { type Region, regionsOf } from '../regions.js';
import { partiesIn } from './index.js';

type Facts = { -readonly [K in keyof CorrespondenceParty]: CorrespondenceParty[K] };

function factsOf(document: Document, marks: readonly Mark[], role: string): Facts {
  const facts: Facts = {};
  for (const mark of marks) {
    if (mark.attributes.type !== role) continue;
    const text = oneLine(document.source.text.slice(mark.start, mark.end));
    if (mark.type === 'gloss') facts.organisation ??= text;
    else if (facts.person === undefined) {
      facts.person = text;
      const known = document.marks.find((m) => m.type === 'persName' && m.end === mark.end && m.attributes.corresp);
      if (known) facts.corresp = known.attributes.corresp!;
    }
  }
  return facts;
}

const DATED = ['when', 'from', 'to', 'notBefore', 'notAfter'];

/** ", at Paris" or ", in Texas" after the recipient. */
const AT = /\)?,? (?:at|in) ((?:\p{Lu}[\p{L}.’-]*,? ?)+)$/u;

/** Place and date of writing, by the marks of a dateline. */
function writing(document: Document, dateline: Region | undefined): Facts {
  const facts: Facts = {};
  for (const mark of dateline ? document.marks : []) {
    if (mark.start < dateline!.start || mark.end > dateline!.end) continue;
    if (mark.type === 'placeName') facts.place ??= oneLine(document.source.text.slice(mark.start, mark.end));
    if (mark.type === 'date') {
      const date = Object.fromEntries(Object.entries(mark.attributes).filter(([name]) => DATED.includes(name)));
      if (Object.keys(date).length > 0) facts.date ??= date;
    }
  }
  return facts;
}

/**
 * Set the document's correspondence from its heading, tagged or not, and its dateline. Only where both sides are named; runs
 * after persons are linked and datelines read.
 */
export function correspondence(document: Document): Document {
  const regions = regionsOf(document);
  const dateline = regions.find((region) => region.type === 'dateline' && !region.attached);
  const known = document.correspondence;
  if (known)
    return { ...document, correspondence: { ...known, sent: { ...known.sent, ...writing(document, dateline) } } };
  const head = regions.find((region) => region.type === 'head' && !region.attached);
  if (!head) return document;
  const marks = partiesIn(head);
  const sent = factsOf(document, marks, 'from');
  const received = factsOf(document, marks, 'to');
  if (Object.keys(sent).length === 0 || Object.keys(received).length === 0) return document;
  Object.assign(sent, writing(document, dateline));
  const last = Math.max(...marks.filter((mark) => mark.attributes.type === 'to').map((mark) => mark.end));
  const place = AT.exec(head.text.slice(last - head.start).replace(/[\s\u0001.]+$/, ''))?.[1];
  if (place) received.place = oneLine(place);
  const found: Correspondence = { sent, received };
  return { ...document, correspondence: found };
}
