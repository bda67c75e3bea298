import { describe, expect, it, test } from 'vitest';
import { namesOf } from '../src/read/blocks/name-run.js';

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
    [['Rudolf Zorn, First Secretary, Farmers’ Party', 'J. Sarp, Prime Minister of Zenda', 'Olaf Helsing, Interpreter']],
    [['The Secretary', 'G. Lewis Sapt, Assistant Secretary, NEA', 'A. Guy Hentz, Adviser', 'B.E.L. Timms, USIA']],
    [['President Tito Rassen', 'Leo Zorn, Secretary General to the President', 'Fodor Sarp, Minister of Public Works']],
    [['Under Secretary of State Sapt', 'William M. Fritz', 'G. Frederick Helsing', 'Marcel Van Hentz, AFS']],
    [['Ambassador John H. Sapt', 'John O. Fritz, U/MSC', 'W. J. Handel, USIA', 'C. Vaughan Hull, AFS']],
    [['NEA—Mr. William M. Fritz', 'W/MSC—John O. Fritz', 'NE—Mr. Stuart Sapt']],
    [['Ruritanian Foreign Minister Zorn', 'Ambassador Rothe', 'M. de Gautet']],
    [['Rolf Zorn, Ruritanian Ambassador', 'HE Olaf Sarp, Foreign Office', 'His Majesty King Rudolf', 'Sir Jacob Hay']],
    [['M. Louis Zorn', 'M. Hervé Sarp', 'General Gautet']],
    [
      [
        'Mr. Rudolf Zorn, First Secretary of the Central Committee of the Ruritanian United Farmers’ Party; Chairman of the Delegation',
        'Mr. Leo Sarp, Deputy Minister for Foreign Affairs',
      ],
    ],
    [['Admiral Denn, Standing Group', 'Marshal of the RAF Dicks', 'The Honorable Peter Ram', 'Mr. Philip F. de Hay']],
  ])('%j', (names) => {
    expect(parted(names.join(' '))).toEqual(names);
  });

  test.each([
    'The harvest is not in, and Mr. Sapt, who knows the country well, doubts that General Strakencz will have his four thousand men at Zenda before the snow comes.',
    'Discussion of the report by General Fritz',
    'Mr. Hume Sapt, Canadian Ambassador to the Court of Strelsau',
    'Leo Berg, who came late, and Ada Holm, who did not come',
    'Prime Minister Rolf T. Berg',
    'Rolf Berg, Counselor of Embassy, Hong Kong, American Desk, Foreign Office',
    'U.S. Embassy, Strelsau',
  ])('is not “%s”', (line) => {
    expect(parted(line)).toEqual([line]);
  });

  it('may have any number of them, and words of any length', () => {
    const names = Array<string>(150_000).fill('Mr. Sapt');
    expect(parted(names.join(' '))).toEqual(names);
    const word = `A${'a'.repeat(300_000)}`;
    expect(parted(word)).toEqual([word]);
  });
});
