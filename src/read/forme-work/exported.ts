/** What programs and web sites put above and below a document that they give out: addresses, licences, when it was fetched, the series. */

/** Longer lines are text. */
const LONG = 200;

const EXPORTED = new RegExp(
  [
    String.raw`^(?:[\p{L} ]{2,20}: ?)?<?(?:https?:\/\/|www\.)\S+$`,
    String.raw`^(?:Retrieved|Accessed|Downloaded|Exported|Generated|Printed|Last (?:updated|modified)|URL|Permalink)\b(?:.*\b(?:from|on|at|by)\b|:).*\S`,
    String.raw`^(?:©|\(c\)|copyright\b)`,
    String.raw`\b(?:in the public domain|Creative Commons|all rights reserved)\b`,
    '^Licen[cs]e:',
    '^(?:Office of the Historian|Historical Documents)$',
    String.raw`^Foreign Relations of the United States(?:, (?:\d{4}|Diplomatic Papers)\b.*)?$`,
    '^Back to top$',
  ].join('|'),
  'iu',
);

export const isExported = (words: string): boolean => words.length <= LONG && EXPORTED.test(words);

/** What parts them from the document. */
export const isRule = (words: string): boolean => /^(?:[-_–—=*] ?){3,}$/.test(words);

/** `title: "Document"`, a field between two rules at the top of a Markdown file. */
export const isFrontMatter = (words: string): boolean => /^[a-z][\w-]{0,30}:(?: |$)/.test(words);
