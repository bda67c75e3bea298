/** Reading: text → document. */

export { read } from './read.js';
