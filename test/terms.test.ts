import { expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import type { Region } from '../src/resolve/regions.js';
import { findTerms } from '../src/resolve/terms/index.js';

const LIST = `id,form,expansion
t_NATO1,NAT(O),North Atlantic Treaty (Organization)
t_EMB1,Embtel,Embassy telegram
t_MSP1,MSP,Mutual Security Program
t_CP1,CINCPAC,"Commander in Chief, Pacific"
t_PO1,PolAd,Political Adviser
t_I1,I,Independent
t_A1,A,airgram
`;
const authority = readAuthority([{ name: 'lists.csv', text: LIST }]);

function shown(text: string): string {
  const regions: Region[] = [{ type: 'p', start: 0, end: text.length, text }];
  let out = '';
  let at = 0;
  for (const { start, end, attributes } of findTerms(text, regions, authority)) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}=${attributes.target}]`;
    at = end;
  }
  return out + text.slice(at);
}

test.each([
  ['The NATO Council met.', 'The [NATO=#t_NATO1] Council met.'],
  ['Reference Embtels 12 and 13.', 'Reference [Embtel=#t_EMB1]s 12 and 13.'],
  ['Central Files, 794.5–MSP/8–355. Secret.', 'Central Files, 794.5–[MSP=#t_MSP1]/8–355. Secret.'],
  ['Repeated to CINCPAC for POLAD.', 'Repeated to [CINCPAC=#t_CP1] for [POLAD=#t_PO1].'],
  ['Nothing of the sort.', 'Nothing of the sort.'],
  ['I saw a man.', 'I saw a man.'],
])('%s', (text, marked) => {
  expect(shown(text)).toBe(marked);
});
