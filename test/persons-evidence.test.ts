import { describe, expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import { convert, convertVolume } from '../src/convert.js';

const LIST = `id,name,description
p_HJ1,"Harker, Jonas Q.","Ambassador in Ruritania"
p_HA1,"Harker, Abel","Consul in Strelsau"
p_MO1,"Morrow, Olive T.","Secretary of State from January 1953"
`;
const authority = readAuthority([{ name: 'lists.csv', text: LIST }]);

const telegram = (n: number, body: string): string =>
  `${n}. Telegram From the Embassy in Ruritania to the Department of State\n\nStrelsau, May ${n}, 1955—7 p.m.\n\n${body}\n`;

const TEXTS = [
  telegram(1, 'Ambassador Jonas Q. Harker called on Secretary Morrow.'),
  telegram(2, 'Jonas Harker left. Jonas Harker will return.'),
  telegram(3, 'I told Harker so. Olive Morrow agreed.'),
].map((text) => ({ text }));

const names = (outputs: readonly string[]): string[] =>
  outputs.map((output) => (output.match(/<persName.*?<\/persName>/g) ?? []).join(' '));

describe('a volume remembers', () => {
  const outputs = [...convertVolume(TEXTS, { authority })].map(({ output }) => output);

  test('the order of the documents changes nothing', () => {
    const reversed = [...convertVolume([...TEXTS].reverse(), { authority })].map(({ output }) => output).reverse();
    expect(names(reversed)).toEqual(names(outputs));
  });

  test('names in full are linked', () => {
    expect(names(outputs)[0]).toContain('<persName corresp="#p_HJ1">Jonas Q. Harker</persName>');
    expect(names(outputs)[1]).toBe(
      '<persName corresp="#p_HJ1">Jonas Harker</persName> <persName corresp="#p_HJ1">Jonas Harker</persName>',
    );
  });
});

describe('which persons', () => {
  const text = telegram(4, 'Ambassador Harker met Foreign Minister Zoltan Bratfisch and Mr. Ludmann.');

  test('of the list', () => {
    expect(names([convert(text, { authority }).output])[0]).not.toContain('Bratfisch');
  });

  test('also others', () => {
    const found = names([convert(text, { authority, persons: 'all' }).output])[0];
    expect(found).toContain('<persName>Zoltan Bratfisch</persName>');
    expect(found).toContain('<persName>Ludmann</persName>');
  });

  test('whoever is recognised, where there is no list', () => {
    const found = names([convert(text).output])[0];
    expect(found).toBe(
      '<persName>Harker</persName> <persName>Zoltan Bratfisch</persName> <persName>Ludmann</persName>',
    );
  });

  test('none', () => {
    expect(names([convert(text, { authority, persons: 'none' }).output])[0]).toBe('');
  });
});
