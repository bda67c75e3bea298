/** Reading: text → document. */

export { read } from './read.js';
export { type DocumentStart, documentStarts } from './several.js';
