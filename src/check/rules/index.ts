/** The house rules, a row each, in order of name. A new rule is a file and a row. */

import { altName } from './alt-name.js';
import { attachmentPlace } from './attachment-place.js';
import { bracketOutsideItalic } from './bracket-outside-italic.js';
import { breakAtEdge } from './break-at-edge.js';
import { brokenEncoding } from './broken-encoding.js';
import { danglingLink } from './dangling-link.js';
import { dateCalendar } from './date-calendar.js';
import { dateDisagrees } from './date-disagrees.js';
import { dateForm } from './date-form.js';
import { datePair } from './date-pair.js';
import { dateRange } from './date-range.js';
import { dateReceived } from './date-received.js';
import { dateUndated } from './date-undated.js';
import { dateUnread } from './date-unread.js';
import { dateUtc } from './date-utc.js';
import { dateValue } from './date-value.js';
import { dateZone } from './date-zone.js';
import { datelineAsParagraph } from './dateline-as-paragraph.js';
import { datelineInOpener } from './dateline-in-opener.js';
import { datelineRendition } from './dateline-rendition.js';
import { digitForLetter } from './digit-for-letter.js';
import { divisionHead } from './division-head.js';
import { divisionType } from './division-type.js';
import { docDatetime } from './doc-datetime.js';
import { documentId } from './document-id.js';
import { documentSequence } from './document-sequence.js';
import { documentSubtype } from './document-subtype.js';
import { doubleHyphen } from './double-hyphen.js';
import { doubledMark } from './doubled-mark.js';
import { doubledParagraph } from './doubled-paragraph.js';
import { doubledWord } from './doubled-word.js';
import { duplicateId } from './duplicate-id.js';
import { edgeSpace } from './edge-space.js';
import { editorialNoteSource } from './editorial-note-source.js';
import { emptyElement } from './empty-element.js';
import { emptyNote } from './empty-note.js';
import { emptyParagraph } from './empty-paragraph.js';
import { escapedMarkup } from './escaped-markup.js';
import { headNumber } from './head-number.js';
import { headerParts } from './header-parts.js';
import { headerTitles } from './header-titles.js';
import { hyphenRange } from './hyphen-range.js';
import { italicExpected } from './italic-expected.js';
import { letterForDigit } from './letter-for-digit.js';
import { linkAttribute } from './link-attribute.js';
import { linkHash } from './link-hash.js';
import { linkKind } from './link-kind.js';
import { listComma } from './list-comma.js';
import { listId } from './list-id.js';
import { listType } from './list-type.js';
import { mixedScript } from './mixed-script.js';
import { nameMismatch } from './name-mismatch.js';
import { nestedNote } from './nested-note.js';
import { noteId } from './note-id.js';
import { noteLoneParagraph } from './note-lone-paragraph.js';
import { noteNumbering } from './note-numbering.js';
import { noteWithoutNumber } from './note-without-number.js';
import { notesInARow } from './notes-in-a-row.js';
import { oddCharacter } from './odd-character.js';
import { pageId } from './page-id.js';
import { pageSequence } from './page-sequence.js';
import { paragraphCutAtPage } from './paragraph-cut-at-page.js';
import { pbSpacing } from './pb-spacing.js';
import { possessiveInName } from './possessive-in-name.js';
import { printedNoteNumber } from './printed-note-number.js';
import { printedPageMark } from './printed-page-mark.js';
import { quoteDirection } from './quote-direction.js';
import { rangeOneRef } from './range-one-ref.js';
import { refNumber } from './ref-number.js';
import { refSupra } from './ref-supra.js';
import { rendValue } from './rend-value.js';
import { renditionDeclared } from './rendition-declared.js';
import type { Profile, Rule } from './rule.js';
import { signedWithoutName } from './signed-without-name.js';
import { sourceNoteMissing } from './source-note-missing.js';
import { sourceNotePlace } from './source-note-place.js';
import { sourceNoteText } from './source-note-text.js';
import { sourceNoteType } from './source-note-type.js';
import { spaceAfterHyphen } from './space-after-hyphen.js';
import { spaceAfterStop } from './space-after-stop.js';
import { spaceBeforeNote } from './space-before-note.js';
import { spaceBeforePunctuation } from './space-before-punctuation.js';
import { spaceBetweenWords } from './space-between-words.js';
import { spaceInBrackets } from './space-in-brackets.js';
import { straightQuotes } from './straight-quotes.js';
import { tableSize } from './table-size.js';
import { unbalancedBracket } from './unbalanced-bracket.js';
import { unclosedParenthesis } from './unclosed-parenthesis.js';
import { unicodeForm } from './unicode-form.js';
import { volumeId } from './volume-id.js';
import { wrongNamesake } from './wrong-namesake.js';

export const RULES: readonly Rule[] = [
  altName,
  attachmentPlace,
  bracketOutsideItalic,
  breakAtEdge,
  brokenEncoding,
  danglingLink,
  dateCalendar,
  dateDisagrees,
  dateForm,
  datePair,
  dateRange,
  dateReceived,
  dateUndated,
  dateUnread,
  dateUtc,
  dateValue,
  dateZone,
  datelineAsParagraph,
  datelineInOpener,
  datelineRendition,
  digitForLetter,
  divisionHead,
  divisionType,
  docDatetime,
  documentId,
  documentSequence,
  documentSubtype,
  doubleHyphen,
  doubledMark,
  doubledParagraph,
  doubledWord,
  duplicateId,
  edgeSpace,
  editorialNoteSource,
  emptyElement,
  emptyNote,
  emptyParagraph,
  escapedMarkup,
  headNumber,
  headerParts,
  headerTitles,
  hyphenRange,
  italicExpected,
  letterForDigit,
  linkAttribute,
  linkHash,
  linkKind,
  listComma,
  listId,
  listType,
  mixedScript,
  nameMismatch,
  nestedNote,
  noteId,
  noteLoneParagraph,
  noteNumbering,
  noteWithoutNumber,
  notesInARow,
  oddCharacter,
  pageId,
  pageSequence,
  paragraphCutAtPage,
  pbSpacing,
  possessiveInName,
  printedNoteNumber,
  printedPageMark,
  quoteDirection,
  rangeOneRef,
  refNumber,
  refSupra,
  rendValue,
  renditionDeclared,
  signedWithoutName,
  sourceNoteMissing,
  sourceNotePlace,
  sourceNoteText,
  sourceNoteType,
  spaceAfterHyphen,
  spaceAfterStop,
  spaceBeforeNote,
  spaceBeforePunctuation,
  spaceBetweenWords,
  spaceInBrackets,
  straightQuotes,
  tableSize,
  unbalancedBracket,
  unclosedParenthesis,
  unicodeForm,
  volumeId,
  wrongNamesake,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

export const ruleOf = (id: string): Rule | undefined => BY_ID.get(id);

/** The rules of a profile: `frus` has those of `tei` too. */
export const rulesOf = (profile: Profile): Rule[] =>
  RULES.filter((rule) => rule.profile === 'tei' || profile === 'frus');
