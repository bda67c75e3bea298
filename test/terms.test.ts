import { describe, expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import { convert } from '../src/convert.js';
import type { Region } from '../src/resolve/regions.js';
import { termClusters } from '../src/resolve/terms/candidates.js';
import { termSpan } from '../src/resolve/terms/features.js';
import { termIndex } from '../src/resolve/terms/forms.js';
import { findTerms } from '../src/resolve/terms/index.js';
import { tokensOf } from '../src/resolve/tokens.js';

const LIST = `id,form,expansion
t_NATO1,NATO,North Atlantic Treaty Organization
t_EMB1,Embtel,Embassy telegram
t_MSP1,MSP,Mutual Security Program
t_CP1,CINCPAC,"Commander in Chief, Pacific"
t_PO1,PolAd,Political Adviser
t_I1,I,Independent
t_A1,A,airgram
t_UN1,UN,United Nations
t_PM1,PM,Prime Minister
t_HE1,H.E.,His Excellency
t_US1,COMSTREL (US),"Commander, Strelsau Command"
t_UNC1,UNCFRIN,United Nations Commission for Ruritania
`;
const authority = readAuthority([{ name: 'lists.csv', text: LIST }]);
const index = termIndex(authority.terms);

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
  ['At 5 p.m. he left.', 'At 5 p.m. he left.'],
  ['Tell US officers.', 'Tell US officers.'],
  ['Members of UNCFRI will arrive.', 'Members of [UNCFRI=#t_UNC1] will arrive.'],
])('%s', (text, marked) => {
  expect(shown(text)).toBe(marked);
});

test('a term knows how sure it is, and what else it may be', () => {
  const text = 'Repeated to CINCPAC.';
  const [mark] = findTerms(text, [{ type: 'p', start: 0, end: text.length, text }], authority);
  expect(mark?.decision).toMatchObject({ state: 'found', alternatives: [] });
  expect(mark!.decision!.p).toBeGreaterThan(0.5);
  expect(mark!.decision!.p).toBeLessThan(1);
});

test('a form without its points begins no term where it is a common word', () => {
  const clusters = termClusters(
    tokensOf('He saw him.', [{ type: 'p', start: 0, end: 11, text: 'He saw him.' }]),
    index,
  );
  expect(clusters).toEqual([]);
});

test.each([
  ['The U.N. met.', 'UN', 'U.N.'],
  ['The UN.', 'UN', 'UN'],
  ['Several UNs.', 'UN', 'UN'],
])('in “%s” the extent of %s is “%s”', (text, form, words) => {
  const tokens = tokensOf(text, [{ type: 'p', start: 0, end: text.length, text }]);
  const candidate = termClusters(tokens, index)
    .flatMap((c) => c.candidates)
    .find((c) => c.form === form)!;
  const { start, end } = termSpan(tokens, candidate, text);
  expect(text.slice(start, end)).toBe(words);
});

test('further forms that the list gives are known as they are spelt', () => {
  const list = readAuthority([
    { name: 'l.csv', text: 'id,form,expansion,aliases\nt_RD1,R&D,research,R & D\nt_US1,US,United States,U.S.\n' },
  ]);
  const text = 'The U.S. delegation spoke of R & D.';
  const found = findTerms(text, [{ type: 'p', start: 0, end: text.length, text }], list);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['U.S.', 'R & D']);
});

describe('forms that editions leave without a tag', () => {
  const marked = (entry: string, text: string): string[] => {
    const list = readAuthority([{ name: 'l.csv', text: `id,form,expansion,aliases\n${entry}\n` }]);
    const region: Region = { type: 'p', start: 0, end: text.length, text };
    return findTerms(text, [region], list).map(({ start, end }) => text.slice(start, end));
  };

  test.each([
    ['NATO', 'The NATO Council met.', ['NATO']],
    ['NAT(O)', 'The NATO Council met.', []],
    ['NAT(O)', 'A NAT Council met.', []],
    ['LST(s)', 'An LST sailed.', ['LST']],
    ['UN', 'The UN met.', ['UN']],
    ['UN', 'The U.N. met.', []],
    ['U.S.S.R.', 'The U.S.S.R. agreed.', ['U.S.S.R.']],
    ['U.S.S.R.', 'The USSR agreed.', []],
  ])('of %s: “%s”', (form, text, found) => {
    expect(marked(`t_X1,${form},,`, text)).toEqual(found);
  });

  test.each([
    ['NAT(O)', 'NATO', 'The NATO Council met.'],
    ['UN', 'U.N.', 'The U.N. met.'],
    ['U.S.S.R.', 'USSR', 'The USSR agreed.'],
    ['USRO', 'U. S. R. O.', 'The U. S. R. O. agreed.'],
  ])('%s has the alias %s, which is tagged', (form, alias, text) => {
    expect(marked(`t_X1,${form},,${alias}`, text)).toEqual([alias]);
  });

  test('an alias is tagged where it begins with one of another term, or is another’s, too', () => {
    const list = 't_US1,US,United States,U. S.\nt_RO1,USRO,United States Regional Organization,U. S. R. O.';
    expect(marked(list, 'The U. S. R. O. agreed.')).toEqual(['U. S. R. O.']);
    const twice = 't_UN1,UN,United Nations,U.N.\nt_UN2,UNO,United Nations Organization,U.N.';
    expect(marked(twice, 'The U.N. met.')).toHaveLength(1);
  });
});

test('a letter of a name is no term', () => {
  const lists = readAuthority([
    {
      name: 'lists.csv',
      text: 'kind,id,name,description\nperson,p_UB1,"Bratt, U",Secretary-General\nterm,t_U1,U,Office of the Under Secretary\n',
    },
  ]);
  const text = '1. Memorandum of Conversation\n\nNew York, March 8, 1965.\n\nThe President met U Bratt at noon.\n';
  const { output } = convert(text, { volume: 'frus1964-68v03', authority: lists });
  expect(output).toContain('<persName corresp="#p_UB1">U Bratt</persName>');
});
