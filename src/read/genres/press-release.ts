/** Press releases, addresses, statements and interviews: what was said in public. */

import type { Genre } from './genre.js';

export const PRESS_RELEASE: Genre = {
  name: 'press-release',
  title:
    /press release|^(?:\w+ ){1,2}communiqu[ée]|^(?:address|remarks|statement|speech|interview|news conference|radio|communiqu[ée]|proclamation|announcement|article)\b/i,
};
