/** Correspondence whose heading names only the two ends: letters, despatches and notes of annual volumes. */

import type { Genre } from './genre.js';

export const CORRESPONDENCE: Genre = {
  name: 'correspondence',
  title:
    /^(?!(?:memorand|report|paper|note|draft|message|letter|minutes|record|aide|statement|address)).{4,}\bto (?:the|president|mr|senator|prime|general|king|queen|emperor|certain|all|various|members)\b/i,
};
