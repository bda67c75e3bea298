/** Press releases, addresses, statements and interviews: what was said in public. */

import { sign, startSign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const PRESS_RELEASE: Genre = {
  name: 'press-release',
  title:
    /press release|^(?:address|remarks|statement|speech|interview|news conference|radio|communiqu[ée]|proclamation|announcement|article)\b/i,
  family: 'public',
  signs: [
    sign('date', /^(?:for (?:the )?(?:press|immediate)|press)\b/i, 100),
    startSign('question', /^(?:Q|A|Question|Answer)\b[.:]/),
  ],
};
