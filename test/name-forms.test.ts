import { describe, expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import { clustersOf } from '../src/resolve/persons/candidates.js';
import { nameIndex } from '../src/resolve/persons/names.js';
import { tokensOf } from '../src/resolve/tokens.js';

const LIST = `id,name,description
p_LCB1,"Lorne, Clara Booth (Mrs. Henry R.)",Ambassador in Italy
p_HMA1,"Harlan, Mary (née Stone)",Counselor
p_MG1,"Marek, Golde (formerly Golde Myers)",Foreign Minister
p_CSK1,"Costor (also Kostor), Stavros",Foreign Minister
p_BPV1,"van den Berg, Pieter",Netherlands Minister
p_CMM1,"Corve de Marville, Michel",Foreign Minister
p_AAR1,"Azzam, Abd al-Rahman",Secretary General
p_SHA1,"al-Sabri, Hafiz",Prime Minister of Syria
p_NVT1,Nguyen Van Tiep,Prime Minister of Vietnam
p_HSC1,Hsu Shih-ch’ang,Premier
p_PCB1,Paek Chong-bin,Foreign Minister of Korea
p_KIS1,"Kim, Il Sok",President
p_ETW1,"Ellery, Theodore W. (Ted)",Director
p_GWB1,"Garnet, William “Wild Bill”",Director
p_HAD1,"Hambarskjöld, Dag",Secretary-General
p_HLH1,"Hodger, Luther H., Jr.",Secretary of Commerce
p_THO1,Tho,see Nguyen Ngoc Tho
p_NNT1,Nguyen Ngoc Tho,Vice President of Vietnam
p_JQ1,"Jarrow, James Q.",Consul
p_GRF1,"Griffel, Otto",Chancellor
`;
const { persons } = readAuthority([{ name: 'lists.csv', text: LIST }]);
const index = nameIndex(persons);

/** The longest readings of each cluster: `name=id`. */
function readings(text: string): string[] {
  const tokens = tokensOf(text, [{ type: 'p', start: 0, end: text.length, text }]);
  return clustersOf(tokens, index).flatMap(({ candidates }) => {
    const most = Math.max(...candidates.map((c) => c.last - c.first));
    return candidates
      .filter((c) => c.last - c.first === most)
      .map((c) => `${text.slice(tokens[c.first]!.start, tokens[c.last]!.end)}=${c.person.id}`);
  });
}

describe('forms of names', () => {
  test.each([
    ['a husband’s forenames', 'with Mrs. Henry R. Lorne', ['Henry R. Lorne=p_LCB1']],
    ['a maiden name', 'with Mary Stone', ['Mary Stone=p_HMA1']],
    ['a former name', 'with Golde Myers', ['Golde Myers=p_MG1']],
    ['another spelling', 'with Stavros Kostor', ['Stavros Kostor=p_CSK1']],
    ['particles', 'with Pieter van den Berg', ['Pieter van den Berg=p_BPV1']],
    ['a surname of several words, by its first', 'with Minister Corve', ['Corve=p_CMM1']],
    ['a surname of several words', 'with Michel Corve de Marville', ['Michel Corve de Marville=p_CMM1']],
    ['an Arabic name', 'with Abd al-Rahman Azzam', ['Abd al-Rahman Azzam=p_AAR1']],
    ['the same, joined', 'with Abdul Rahman Azzam', ['Abdul Rahman Azzam=p_AAR1']],
    ['an article', 'with Hafiz al-Sabri', ['Hafiz al-Sabri=p_SHA1']],
    ['without the article', 'with Minister Sabri', ['Sabri=p_SHA1']],
    ['a Vietnamese name, by its last word', 'with President Tiep', ['Tiep=p_NVT1']],
    ['a Chinese name without apostrophe', 'with Hsu Shih-chang', ['Hsu Shih-chang=p_HSC1']],
    ['the same in capitals', 'with HSU SHIH-CHANG', ['HSU SHIH-CHANG=p_HSC1']],
    ['a Korean name, without its hyphen', 'with Paek Chong Bin', ['Paek Chong Bin=p_PCB1']],
    ['a Korean name that the list has with a comma', 'with Kim Il-sok', ['Kim Il-sok=p_KIS1']],
    ['a nickname of the list', 'with Ted Ellery', ['Ted Ellery=p_ETW1']],
    ['a nickname in quotes', 'with Wild Bill Garnet', ['Wild Bill Garnet=p_GWB1']],
    ['a nickname of the language', 'with Jim Jarrow', ['Jim Jarrow=p_JQ1']],
    ['initials, set apart or not', 'with J. Q. Jarrow and J.Q. Jarrow', ['J. Q. Jarrow=p_JQ1', 'J.Q. Jarrow=p_JQ1']],
    ['no diacritics', 'with Dag Hambarskjold', ['Dag Hambarskjold=p_HAD1']],
    ['a ligature', 'with Otto Griﬀel', ['Otto Griﬀel=p_GRF1']],
    ['Jr.', 'with Luther H. Hodger, Jr.', ['Luther H. Hodger, Jr=p_HLH1']],
    ['an entry that sees another', 'with Tho', ['Tho=p_THO1']],
    ['the other in full', 'with Nguyen Ngoc Tho', ['Nguyen Ngoc Tho=p_NNT1']],
  ])('%s: %s', (_, text, expected) => {
    expect(readings(text)).toEqual(expected);
  });

  test('an entry that sees another in words points to it', () => {
    expect(persons.find(({ id }) => id === 'p_THO1')).toMatchObject({ see: 'p_NNT1' });
  });
});
