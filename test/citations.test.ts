/** Which words of a sentence are linked, and where to. */

import { describe, expect, test } from 'vitest';
import { convert } from '../src/convert.js';

const converted = (note: string) =>
  convert(
    `5. Memorandum From Secretary of State Rudolf to President Elphberg1

Washington, March 12, 1966.

The paper follows.2

  1. Source: Johnson Library, National Security File. Secret.
  2. ${note}
`,
    { volume: 'frus1964-68v01', doc: 'd5' },
  );

/** words→target of each link of a note */
const links = (note: string): string[] =>
  [...converted(note).output.matchAll(/<ref target="([^"]*)">(.*?)<\/ref>/g)].map(
    ([, target, words]) => `${words!.replace(/<[^>]*>/g, '')}→${target}`,
  );

describe('documents of a volume that is cited beside them', () => {
  test.each([
    ['vol. II, especially Documents 55 and 82.', ['Documents 55→frus1964-68v02#d55', '82→frus1964-68v02#d82']],
    ['volume II, particularly Document 82.', ['Document 82→frus1964-68v02#d82']],
  ])('Foreign Relations, 1964–1968, %s', (words, documents) => {
    const [volume, ...rest] = links(`For documentation, see Foreign Relations, 1964–1968, ${words}`);
    expect(volume).toMatch(/^Foreign Relations, 1964–1968, vol(?:\.|ume) II→frus1964-68v02$/);
    expect(rest).toEqual(documents);
  });
  test('are told also where the volume follows', () => {
    expect(links('See also Document 82 in Foreign Relations, 1964–1968, volume II.')[0]).toBe(
      'Document 82→frus1964-68v02#d82',
    );
  });
});

test.each([
  'See Hearings, Senate Document 82, 88th Congress.',
  'It is Security Council Document 12.',
  'Attached was Document 4 of the briefing book.',
])('%s is no reference', (note) => expect(links(note)).toEqual([]));

test('Document 4 of this volume is one', () => {
  expect(links('See Document 4 and Document 7.')).toEqual(['Document 4→#d4', 'Document 7→#d7']);
});

test('a note of a document is linked in one way or another', () => {
  expect(links('See Document 212 and footnote 3 thereto.').at(-1)).toMatch(/footnote 3→#d212fn[34]$/);
});

test('a volume that was published in parts is open without its part, and told', () => {
  const note = 'See Foreign Relations, 1952–1954, volume II.';
  expect(links(note)).toEqual([]);
  const told = converted(note).diagnostics.filter(({ code }) => code === 'reference-open');
  expect(told.map(({ hint }) => hint)).toEqual(['look which of frus1952-54v02p1 and frus1952-54v02p2 it is']);
  expect(links(note.replace('II', 'II, Part 1'))).toHaveLength(1);
  expect(links(note.replace('II', 'III'))).toHaveLength(1);
});
