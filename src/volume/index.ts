/** Volumes: building them from documents, and splitting them. */

export { prepareVolume } from './build.js';
export { isBuilt } from './built.js';
export { FRAME, isFrame, joinFrame, splitVolume } from './frame.js';
export { parseManifest } from './manifest.js';
export { volumeNamed } from './named.js';
export { byNumber } from './order.js';
export { outline, type Part } from './outline.js';
export { plainManifest } from './plain.js';
export type { Problem } from './problem.js';
