import { describe, expect, test } from 'vitest';
import { namesOf } from '../src/read/name-run.js';

const parted = (run: string): string[] => {
  const starts = namesOf(run, 0, run.length);
  return starts.map((start, i) => run.slice(start, starts[i + 1] ?? run.length).trim());
};

describe('a run of names', () => {
  test.each([
    [['Mr. Sapt', 'Lt. General Fritz, USA', 'Vice Admiral Strakencz', 'Dr. Bauer']],
    [['The Secretary', 'Under Secretary Hentzau', 'Ambassador Tarlenheim']],
    [['NEA—Mr. Rassendyll', 'R/E—Mr. George Featherly', 'C—Miss Flavia']],
    [['Mr. Zorn, Foreign Minister', 'Mr. Sarp, Ambassador to Zenda', 'Sir Jacob Borrodaile, British Embassy']],
    [['Secretary of State', 'Secretary of Defense', 'General Twill']],
  ])('%j', (names) => {
    expect(parted(names.join(' '))).toEqual(names);
  });

  test.each([
    'The harvest is not in, and Mr. Sapt, who knows the country well, doubts that General Strakencz will have his four thousand men at Zenda before the snow comes.',
    'Discussion of the report by General Fritz',
    'Mr. Hume Sapt, Canadian Ambassador to the Court of Strelsau',
  ])('is not “%s”', (line) => {
    expect(parted(line)).toEqual([line]);
  });
});
