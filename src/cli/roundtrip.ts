/** `teigram roundtrip`: there and back, and whether anything was lost. */

import type { Command } from 'commander';

export interface RoundtripFlags {
  readonly volume?: string;
  readonly strict?: true;
  readonly json?: true;
  readonly quiet?: true;
}

const NOTES = `
A text goes to TEI and back to text; a TEI file goes to text, to TEI and back to text, document by document.
  same     the same characters
  layout   the same but for white space (a blank line more or less) and for how bullets and labels of notes are printed
  lost     anything else: a bug of teigram, unless the text was not of the form that it reads
For TEI files it also counts how many documents have the same structure, and the same text, notes and pages, when they
are TEI again. That is a matter of accuracy, not of loss (see teigram score), and no failure.

Examples:
  teigram roundtrip texts/
  teigram roundtrip volume.xml --json | jq .lost

Exit codes: 0 nothing lost; 1 something lost (under --strict: or laid out otherwise), or no well-formed XML; 2 wrong
use, or a file could not be read.`;

export function addRoundtrip(program: Command): void {
  program
    .command('roundtrip')
    .summary('text to TEI to text, and TEI to text to TEI: is anything lost?')
    .description('Convert there and back and compare.')
    .argument(
      '[inputs...]',
      'texts and TEI files, folders of .txt and .xml files, or globs; none or - is standard input',
    )
    .option('--volume <id>', "the volume's identifier, frus1955-57v23p1 (default: the folder's name, if of that form)")
    .option('--strict', 'other layout is a failure')
    .option('--json', 'print the counts and all differences as JSON')
    .option('-q, --quiet', 'print the counts only')
    .addHelpText('after', NOTES)
    .action(async (inputs: string[], flags: RoundtripFlags) => {
      const { runRoundtrip } = await import('./run-roundtrip.js');
      await runRoundtrip(inputs, flags);
    });
}
