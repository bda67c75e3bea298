/** `teigram text`: TEI → readable forms. */

import { type Command, Option } from 'commander';
import type { RenderFormat } from '../render/index.js';

export interface TextFlags {
  readonly out?: string;
  readonly format: RenderFormat;
}

const NOTES = `
The text form is the one that teigram convert reads: what a reader copies from the published edition. A file of several
documents gives them one after another; with an output folder, one file a document, named by its xml:id. Markdown and
HTML in one file have the whole volume, with its headings, lists and page breaks between documents. What the others
leave out of it is reported.

Of two readings the edited one is written: of a choice the corr, the reg or the expan, of an app the lem, else the
first rdg. A gap is […], with its desc or reason; the text form has none between blocks, as the published text has none.
If none of a document's notes has a number (@n), those that hang in the text are numbered through.

Examples:
  teigram text d38.xml
  teigram text tei/ -o texts/
  teigram text volume.xml -o volume.html --format html

Exit codes: 0 done; 1 a file is no well-formed XML; 2 wrong use, or a file could not be read or written.`;

export function addText(program: Command): void {
  program
    .command('text')
    .summary('render TEI as plain text, Markdown or HTML')
    .description('Render TEI files as plain text in the form that teigram reads, as Markdown or as HTML.')
    .argument('[inputs...]', 'TEI files, folders of .xml files, or globs; none or - is standard input')
    .option('-o, --out <path>', 'file to write, or folder for many inputs (default: standard output)')
    .addOption(new Option('--format <format>', 'what to write').choices(['text', 'markdown', 'html']).default('text'))
    .addHelpText('after', NOTES)
    .action(async (inputs: string[], flags: TextFlags) => {
      const { runText } = await import('./run-text.js');
      await runText(inputs, flags);
    });
}
