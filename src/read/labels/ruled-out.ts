/** What a line's own words rule out, wherever it stands: of 7,250 signatures in editions one is of these forms, a sentence. */

import { AUXILIARIES } from '../../text/verbs.js';
import { MONTH } from '../constructs/dateline.js';
import { LIST_LABEL } from '../constructs/list.js';
import { LABELS, type Label } from './labels.js';

const CLOSING: readonly Label[] = ['signed', 'signed2', 'closer'];
const PROSE = new Set<Label>(['p', 'pOpen', 'quote', 'more']);

/** Words that only sentences have, in short lines; whom copies go to. */
const SAID = new RegExp(
  `^(?=.{1,80}$)(?:(?:Please|Cop(?:y|ies) to|cc)\\b|.*\\b(?:${AUXILIARIES}|we|he|she|it|they|you|us|them|follows?|advises?|agree[sd]?|approve[sd]?|concur(?:s|red)?)\\b)`,
);

/** Whom a salute addresses. */
const ADDRESSED =
  'dear|sirs?|madam|gentlemen|ladies|excellenc(?:y|ies)|majesty|highness|mr|mrs|miss|ms|dr|president|chairman|minister|chancellor|secretary|general|ambassador|senator|congress|members?|friends?|colleagues|comrades?|citizens|fellow|guests|delegates|to the|to all';

/** Forms of lines, and the labels that these can't have. */
export const RULED_OUT: readonly { readonly form: RegExp; readonly labels: readonly Label[] }[] = [
  // `(The meeting then adjourned.)`: what a secretary adds.
  { form: /^[([]\p{Lu}(?:\S+ ){3}.*\p{Ll}{2}\.[)\]]\d{0,2}$/u, labels: CLOSING },
  // `2. Gun`, `(3) Map`, `II. Zenda`: items of a list; `V. Sapt` signs.
  { form: /^(?:\W*\d\S*|[IVXL]{2,6}\.) \S/, labels: CLOSING },
  // `(c) General Berg`, `ii) General Berg`, `—General Berg`.
  { form: /^(?:\(\p{L}{1,4}\)|\p{Ll}{1,4}(?:\)|\. )|[—–-]) ?\S/u, labels: CLOSING },
  { form: SAID, labels: CLOSING },
  // `2. Trade.—None.`: attachments have no numbers in their headings.
  { form: /^\(?(?:\d{1,3}|[a-z])[.)] \S/, labels: ['attHead'] },
  // `(1) Zenda is quiet;`, `1. Salt.` have no date for their number, as `1. May 1919` has.
  { form: /^\(?\d{1,2}(?:\) \S|\. (?!\p{L}+\.?,? \d)\p{Lu})/u, labels: ['dateline'] },
  // `He told me that:` leads in what he said.
  { form: /\b(?:that|following|follows):\d{0,2}$/, labels: ['seg', 'dateline', 'attHead'] },
  // `Action: Secretary Berg`; `For the Ambassador:` is a closer.
  { form: /^(?!\W*(?:signed|sgd)\b)[^:]{1,30}: \S/i, labels: CLOSING },
  { form: /^(?:En|In)closures?(?::|[^\p{L}]*$)/iu, labels: CLOSING },
  // Whom a letter is addressed to, below it.
  { form: /^(?:(?:His|Her) (?:Excellency|Majesty)|The (?:Right )?Honou?rable)\b/, labels: ['signed', 'signed2'] },
  { form: new RegExp(`\\b${MONTH} \\d|\\d ${MONTH},? \\d{4}\\b`), labels: CLOSING },
  // `599. My 598, September 19, 11 a.m.`: what a telegram refers to.
  {
    form: /^(?:\d{1,4}\. )?(?:My|Your|Our|Department[’']?s|Embassy[’']s|Legation[’']s|Consulate[’']s)\b[^.]*\d/,
    labels: LABELS.filter((label) => !PROSE.has(label)),
  },
  // Capitals alone address nobody.
  { form: /^[^\p{Ll}]{4,}$/u, labels: ['salute'] },
  { form: LIST_LABEL, labels: ['salute'] },
  // `Three points:`, `The facts are:`.
  { form: new RegExp(`^(?!.*\\b(?:${ADDRESSED})\\b).* .*:\\d{0,2}$`, 'i'), labels: ['salute'] },
  // An attachment begins with a word for one.
  {
    form: /^(?!\W*(?:sub-?)?(?:enclosure|inclosure|annex|attachment|appendix|addendum|tab|schedule|exhibit)\b)/i,
    labels: ['attSeg'],
  },
  // `[The Minister in Ruritania to the Secretary of State]`: a heading of the editors.
  { form: /^\[The \p{Lu}[^\]]* to (?:the|Mr)\b[^\]]*\]\d{0,2}$/u, labels: ['seg'] },
  // `Ratified May 12, 1921.`, `The envoys arrived at Strelsau on May 12, 1921.`: sentences.
  {
    form: /^(?:Ratified|Proclaimed|Exchanged)\b|^(?=.{20,120}$)\p{Lu}\p{Ll}* (?:\S+ )*\p{Ll}{2,}ed\b.* on \p{Lu}\p{Ll}+ \d{1,2}, \d{4}\.\d{0,2}$/u,
    labels: ['dateline'],
  },
  // `125. Personal for the Secretary.`: a telegram's number stands first in its text; `I. The Harvest`: a part of one.
  { form: /^(?:\d{1,4}\. \S|[IVXL]{1,6}\. \p{Lu}\p{Ll})/u, labels: ['seg'] },
  // `the problem`, `ii. facts bearing on the problem`: parts of a paper, in small capitals.
  {
    form: /^(?:[ivx]{1,5}\. )?(?:the )?(?:problem|analysis|discussion|conclusions?|recommendations?|introduction|background|assumptions|objectives|facts bearing on the problem)\d{0,2}$/i,
    labels: ['seg'],
  },
  // A sentence, of three words at least.
  { form: /^\p{Lu}(?=.*[a-z]{2}\.\d{0,2}$)\S* (?:\S+ )*?[a-z]{3,} /u, labels: ['seg'] },
];
