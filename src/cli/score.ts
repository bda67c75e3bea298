/** `teigram score`: two encodings of the same documents compared. */

import { type Command, Option } from 'commander';
import type { ScoreFormat } from '../score/format.js';
import { collect } from './conversion-options.js';
import { whole } from './numbers.js';

export interface ScoreFlags {
  readonly format: ScoreFormat;
  readonly examples: number;
  readonly field?: readonly string[];
  readonly out?: string;
}

const NOTES = `
Documents are paired by their place in the folder and their xml:id; between a file and a folder by their xml:id alone.
Places are counted in characters that are not white space. Notes are matched by their n.
Persons are persName, and rs and name of type person, linked by corresp, ref or key. Terms are gloss and term that are
linked. Strict: place and key (number, target, …) agree. Soft: the key agrees and the places overlap.

Examples:
  teigram score gold/ tei/
  teigram score d38.gold.xml d38.xml --examples 5 --field persName
  teigram score gold/ tei/ --format markdown -o score.md

Exit codes: 0 scored; 1 a file of either side is no well-formed XML; 2 wrong use, or a file could not be read or
written.`;

export function addScore(program: Command): void {
  program
    .command('score')
    .summary('score TEI against a gold encoding')
    .description('Score TEI files against gold ones: precision, recall and F1 of each field, strict and soft.')
    .argument('<gold>', 'TEI file or folder')
    .argument('<predicted>', 'TEI file or folder')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'markdown', 'json']).default('text'))
    .option('--examples <n>', 'print so many disagreements of each field', whole, 0)
    .option('--field <name>', 'fields to print disagreements of (may be repeated; default: all)', collect)
    .option('-o, --out <file>', 'file to write (default: standard output)')
    .addHelpText('after', NOTES)
    .action(async (gold: string, predicted: string, flags: ScoreFlags) => {
      const { runScore } = await import('./run-score.js');
      await runScore(gold, predicted, flags);
    });
}
