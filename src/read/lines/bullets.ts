/** Signs before items of lists, a blank behind them. */

/** Of typewriters, programs and their fonts; `*` and `•` are those of the plain form. */
export const BULLET_SIGNS = '*•▪-–—·∙‣◦○●■□➢\uf0b7+o';
