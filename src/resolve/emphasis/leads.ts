/** Labels and headings inside the text: "Comment:", "For Oslo:", "Requests.", "End summary", a line by itself. */

import { packed } from '../../packed.js';
import { AUXILIARIES } from '../../text/verbs.js';
import type { Region } from '../regions.js';
import { type Candidate, candidate, digits, known, sign, tails, type Variant, variant, WORD } from './candidate.js';

const MARKER = '(?:\\(?(?:\\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[.)]\\s+)';
const LEAD = new RegExp(
  `^\\s*“?\\s*(${MARKER}{0,2})((?:U\\.\\s?[SKN]\\.|[^.:;—\\u0001]){1,100}?)(\\s?[.:](?=\\s|$|\\u0001|—)|—)`,
  'u',
);
const LINE = new RegExp(`^\\s*(${MARKER}{0,2})([^.:;\\u0001]{2,90}[^.:;,\\u0001\\s—])[\\s\\u0001]*$`, 'u');

interface Words {
  readonly text: string;
  readonly words: readonly string[];
}

function wordsOf(text: string): Words | undefined {
  if (text.length < 2 || /^[IVX]+$/.test(text)) return undefined;
  const words = text.match(WORD) ?? [];
  const most = /^(?:For|To|From) /.test(text) ? 16 : 10;
  return words.length === 0 || words.length > most || !/^\p{Lu}/u.test(text) ? undefined : { text, words };
}

/** What the words of a label say of it. */
function evidenceOf({ text, words }: Words, stop: string, marker: string): ReturnType<typeof sign>[] {
  const n = Math.min(words.length, 8);
  const capitals = words.every((word) => /^[\p{Lu}\d]/u.test(word));
  return [
    known(`n=${n}|${stop}|${marker}`),
    known(`caps=${capitals}|${stop}`),
    known(`upper=${text === text.toUpperCase()}`),
    known(`comma=${text.includes(',')}`),
    sign(`first=${digits(words[0]!)}`),
    sign(`last=${digits(words.at(-1)!)}`),
    sign(`t=${digits(text.toLowerCase())}`),
    known(`stop=${stop}`),
  ];
}

const markerOf = (text: string): string => (text === '' ? '' : /\d/.test(text) ? 'number' : 'letter');

/**
 * A sentence that is a paragraph: `1. The Government agrees in principle.` Of 750 in editions three are in italics, of such
 * paragraphs without a verb one in nine.
 */
const VERB = new RegExp(
  `\\b(?:${AUXILIARIES}|agrees|accepts|believes|considers|proposes|recommends|requires|suggests)\\b`,
);

/** Whether a line of the paragraph ends between two offsets: no italics in editions go on over one. */
const isParted = ({ start, breaks = [] }: Region, from: number, to: number): boolean =>
  breaks.some((at) => from <= at - start && at - start < to);

/** `2. M. Clemenceau agreed.`: Monsieur is no letter of a list. */
const MONSIEUR = /(?:^|\s)M\.\s+$/;

/** `The Rt. Hon. D. Berg`, `Mr. Berg`, `Art. 2.`: the stop is the word's. */
const ABBREVIATED =
  /(?:^|\s)(?:Mr|Mrs|Messrs|Dr|Rt|Hon|St|Nos?|Arts?|Gen|Col|Lt|Maj|Capt|Adm|Amb|Gov|Sen|Prof|Rev|Sec|Vols?|Ch|Fig|Par|pp?|cf|viz)$/;

/** The label or heading that opens a paragraph. */
function lead(region: Region): Candidate[] {
  const match = LEAD.exec(region.text);
  const found = match && wordsOf(match[2]!);
  if (!match || !found) return [];
  const [all, marks, text, stop] = match as unknown as [string, string, string, string];
  const start = all.length - stop.length - text.length;
  const end = start + text.length;
  const variants: [Variant, ...Variant[]] = [variant('', start, end)];
  if (stop !== '—') variants.push(variant('stop', start, all.length));
  const evidence = evidenceOf(found, stop.trim(), markerOf(marks));
  const loose = known(`${stop}`);
  const isSentence = stop === '.' && VERB.test(text) && !/[^\s\u0001]/.test(region.text.slice(all.length));
  const one = candidate(region, 'lead', variants, evidence, [loose, evidence[4]!]);
  const isNoLabel = isSentence || (stop === '.' && ABBREVIATED.test(text)) || MONSIEUR.test(marks);
  return [isNoLabel || isParted(region, start, end) ? { ...one, ruledOut: true } : one];
}

/** A short paragraph that is a heading. */
function line(region: Region): Candidate[] {
  if (region.text.length > 110) return [];
  const match = LINE.exec(region.text);
  const found = match && wordsOf(match[2]!);
  if (!match || !found) return [];
  const start = match[0].indexOf(match[2]!, match[1]!.length);
  const end = start + match[2]!.length;
  const variants: [Variant, ...Variant[]] = [variant('', start, end)];
  if (match[1] !== '') variants.push(variant('marker', match[0].indexOf(match[1]!), end));
  const one = candidate(region, 'line', variants, evidenceOf(found, '', markerOf(match[1]!)));
  return [isParted(region, start, end) ? { ...one, ruledOut: true } : one];
}

const BEFORE_LABEL = /(?:^|[.!?)”—:] |[([“])(\p{Lu}[^.:;()[\]“”\u0001]{0,60})$/u;

/** Labels in mid-paragraph, each before a colon: "… that far. Comment: We …" */
function middle(region: Region, after: number): Candidate[] {
  const { text } = region;
  const out: Candidate[] = [];
  for (let at = text.indexOf(':', after); at >= 0; at = text.indexOf(':', at + 1)) {
    if (text[at + 1] !== ' ' && at + 1 < text.length) continue;
    const match = BEFORE_LABEL.exec(text.slice(Math.max(0, at - 64), at));
    const found = match && wordsOf(match[1]!.trimEnd());
    if (!found || found.words.length > 6) continue;
    const start = at - match[1]!.length;
    const end = start + found.text.length;
    const evidence = evidenceOf(found, ':', match[0][0] === match[1]![0] ? '' : match[0][0]!);
    const variants: [Variant, ...Variant[]] = [variant('', start, end), variant('stop', start, at + 1)];
    out.push(candidate(region, 'middle', variants, evidence, [evidence[4]!]));
  }
  return out;
}

const BOUND = /\b(?:(?:Begin|End)(?: [A-Za-z’-]+){1,5}?(?= ?[.:)\]”“]|\s*$|\u0001|\s+\(?\p{Lu})|FYI\b)/gu;

/** "Begin text", "End summary", "FYI": where something begins or ends. */
function bounds(region: Region): Candidate[] {
  const { text } = region;
  if (!text.includes('Begin ') && !text.includes('End ') && !text.includes('FYI')) return [];
  return packed([...text.matchAll(BOUND)], (match) => {
    const end = match.index + match[0].length;
    const phrase = match[0].toLowerCase();
    const first = known(/^\S+/.exec(phrase)![0]);
    const follows = sign(`follows=${/^ ?[.:)\]”]?/.exec(text.slice(end, end + 2))![0]}`);
    const before = sign(`before=${text[match.index - 1] ?? '^'}`);
    const whole = known(`whole=${match[0].length + 3 > text.trim().length}`);
    const evidence = [first, sign(`t=${phrase}`), follows, before, whole];
    return candidate(region, 'bound', tails(text, match.index, end), evidence, [first, follows, whole]);
  });
}

/** All labels of a paragraph or item. */
export function labels(region: Region): Candidate[] {
  if (region.note !== undefined || (region.type !== 'p' && region.type !== 'item')) return [];
  const first = lead(region);
  const taken = first[0]?.end ?? 0;
  return [...first, ...(first.length === 0 ? line(region) : []), ...middle(region, taken + 1), ...bounds(region)];
}
