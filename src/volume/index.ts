/** Volumes: building them from documents, and splitting them. */

export { type BuildInput, type PreparedVolume, prepareVolume } from './build.js';
export { isFrame, joinFrame, splitVolume } from './frame.js';
export { type Content, type Manifest, parseManifest } from './manifest.js';
export { byNumber } from './order.js';
export { outline, type Part } from './outline.js';
export { plainManifest } from './plain.js';
export type { Problem } from './problem.js';
