/** The frame of an HTML page that stands alone, and how its text is written. */

import { escaped } from '../text/html.js';

export const attribute = (name: string, value: string | undefined): string =>
  value ? ` ${name}="${escaped(value)}"` : '';

/** Languages that are written from right to left, by the first part of their codes; another script may be named in the second. */
const FROM_RIGHT = /^(?:ar|arc|ckb|dv|fa|he|ps|sd|syr|ug|ur|yi)(?:-(?!Latn|Cyrl)|$)|-(?:Arab|Hebr|Syrc|Thaa)\b/i;

/** The language of an element, and its direction where that is not the usual one. */
export const languageAttributes = (language: string | undefined): string =>
  attribute('lang', language) + (FROM_RIGHT.test(language ?? '') ? ' dir="rtl"' : '');

const STYLE = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.5 Georgia,serif}
.dateline,.signed{text-align:right}.fw,.page,.note-mark,.n,.back{color:#666;font-size:.85em}
.persName{border-bottom:1px dotted #999}ol.notes{list-style:none;padding:0;font-size:.9em;border-top:1px solid #999}
ol.notes p:first-of-type{display:inline}ul{list-style:none}td,th{padding:0 1em 0 0;text-align:left;vertical-align:top}.smallcaps{font-variant:small-caps}
.gap:empty::before{content:attr(title)}`;

/** A page of this content, title and language. */
export const htmlPage = (body: string, title: string, language: string): string => `<!DOCTYPE html>
<html${languageAttributes(language)}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>
<style>
${STYLE}
</style></head>
<body>
${body}
</body>
</html>
`;
