import { describe, expect, it } from 'vitest';
import { readText } from '../src/convert.js';
import { LABELS } from '../src/read/labels/labels.js';
import { openTo } from '../src/read/labels/open-labels.js';
import { linesOf } from '../src/read/lines/chunks.js';
import { source } from '../src/source.js';
import type { Block } from '../src/tree.js';

/** The types of a document's blocks and of what they hold, for a text of given last blocks. */
const typesOf = (volume: string, ...blocks: string[]): string[] => {
  const all = (block: Block): string[] => [block.type, ...('children' in block ? block.children.flatMap(all) : [])];
  return readText(`${blocks.join('\n\n')}\n`, { volume, doc: 'd4' }).blocks.flatMap(all);
};

describe('a short line at the end', () => {
  const end = (volume: string, line: string): string[] =>
    typesOf(
      volume,
      '4. Memorandum From the Assistant Secretary of State (Berg) to the Secretary of State',
      'Washington, March 3, 1955.',
      'The text of the matter is as follows, and it goes on for a while before it comes to its end.',
      'We can wait until the Ruritanians respond to the proposal of May.',
      line,
    );
  it.each([
    'Second, we can act.',
    'Comment follows.',
    'Please advise soonest.',
    'Copies to Mr. Dale.',
    'General Dale will go.',
    '(c) General Dale will send supplies.',
    '(ii) General Dale to send supplies.',
    'Action: Secretary Dale.',
    'Enclosures',
    'Enclosures (2)',
    'Cabled May 3',
    'Strelsau, March 4',
  ])('that is no signature: %s', (line) => {
    for (const volume of ['frus1934v99', 'frus1950v99', 'frus1955-57v99', 'frus1964-68v99', 'frus1977-80v99'])
      expect(end(volume, line)).not.toContain('closer');
  });
  it.each(['William Dale', 'Wm. Dale, Jr.', 'W. D.'])('that is one: %s', (line) => {
    expect(end('frus1955-57v99', line)).toContain('signed');
  });
});

describe('a line that ends in a colon, above the text', () => {
  /** The labels that it can have. */
  const open = (line: string): string[] => {
    const read = source(`4. Memorandum From Secretary of State Berg\n\n${line}\n\nWe can wait.\n`);
    const labels = openTo(read, linesOf(read), { volume: 'frus1977-80v99' })[1]!;
    return labels.map((label) => LABELS[label]!);
  };
  it.each(['Three points:', 'The facts are:', 'Our position is clear:', 'My recommendations:', 'Participants:'])(
    'leads in: %s',
    (line) => expect(open(line)).not.toContain('salute'),
  );
  it.each(['Dear Anna:', 'To the Congress:', 'Mr. President:', 'Gentlemen:'])('may address somebody: %s', (line) =>
    expect(open(line)).toContain('salute'),
  );
});
