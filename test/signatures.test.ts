import { describe, expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import { convert } from '../src/convert.js';
import { signatureMarks } from '../src/resolve/signatures/index.js';

/** name>text or rend>text, line breaks at `/` */
const marks = (printed: string, series: 'annual' | '1961-63' = '1961-63'): string[] => {
  const text = printed.replaceAll('/', ' ');
  const breaks = [...printed.matchAll(/\//g)].map((m) => m.index);
  const region = { type: 'signed', start: 0, end: text.length, text, breaks } as const;
  return signatureMarks(region, series).map((m) => `${m.attributes.rend ?? m.type}>${text.slice(m.start, m.end)}`);
};

test.each([
  ['Berg', ['persName>Berg', 'strong>Berg']],
  ['[Berg]', ['persName>Berg', 'strong>Berg']],
  ['Byrne\u0001', ['persName>Byrne', 'strong>Byrne']],
  ['A. B. Berg, Jr.', ['persName>A. B. Berg, Jr.', 'strong>A. B. Berg, Jr.']],
  ['Anna Berg/Chief of Staff', ['persName>Anna Berg', 'strong>Anna Berg', 'italic>Chief of Staff']],
  ['Tony/Anton P. Berg', ['italic>Tony', 'persName>Anton P. Berg', 'strong>Anton P. Berg']],
  ['A. Berg/C. Dale', ['persName>A. Berg', 'strong>A. Berg', 'persName>C. Dale', 'strong>C. Dale']],
  ['A[nna] B[erg]', ['persName>A[nna] B[erg]', 'strong>A[nna] B[erg]']],
  ['A. B[erg, Jr.]', ['persName>A. B[erg, Jr.]', 'strong>A. B[erg, Jr.]']],
  ['[seal] Anna Berg', ['persName>Anna Berg', 'strong>Anna Berg']],
  ['Berg [seal]', ['persName>Berg', 'strong>Berg']],
  ['Anna Berg. [seal.]/Dale. [l. s.]', ['persName>Anna Berg', 'strong>Anna Berg', 'persName>Dale', 'strong>Dale']],
  ['[seal] Berg/[SEAL.] Dale', ['persName>Berg', 'strong>Berg', 'persName>Dale', 'strong>Dale']],
  [
    'Berg/Dale/Johnson',
    ['persName>Berg', 'strong>Berg', 'persName>Dale', 'strong>Dale', 'persName>Johnson', 'strong>Johnson'],
  ],
  ['Berg and Johnson', ['persName>Berg', 'strong>Berg', 'persName>Johnson', 'strong>Johnson']],
  ['John/Hal', ['persName>John', 'strong>John', 'italic>Hal']],
  ['Berg/Consul', ['persName>Berg', 'strong>Berg', 'italic>Consul']],
  ['[file copy not signed]', []],
])('%s', (text, expected) => {
  expect(marks(text)).toEqual(expected);
});

test('small capitals leave initials alone', () => {
  expect(marks('George F. Berg', 'annual')).toEqual(['persName>George F. Berg', 'smallcaps>George', 'smallcaps>Berg']);
});

describe('names in signatures', () => {
  const text =
    '7. Telegram From the Embassy in Ruritania to the Department of State\n\nStrelsau, May 7, 1955.\n\nHe left.\n\nBerg\n';
  const signed = (lists?: string): string => {
    const authority = lists === undefined ? {} : { authority: readAuthority([{ name: 'lists.csv', text: lists }]) };
    return /<signed>.*?<\/signed>/s.exec(convert(text, { volume: 'frus1955-57v99', ...authority }).output)![0];
  };

  test('are tagged, listed or not', () => {
    const tagged = '<signed><persName><hi rend="strong">Berg</hi></persName></signed>';
    expect(signed()).toBe(tagged);
    expect(signed('id,name,description\np_DC1,"Dale, Cora",consul\n')).toBe(tagged);
    expect(signed('id,name,description\np_BA1,"Berg, Anna",Ambassador in Ruritania\n')).toContain('corresp="#p_BA1"');
  });

  test('are not where a volume’s lists hold no persons', () => {
    const terms = 'id,kind,name,description\nt_BRT1,term,BRT,budget report\n';
    expect(signed(terms)).toBe('<signed><hi rend="strong">Berg</hi></signed>');
  });
});
