/** `teigram volume`: documents → a volume, and back. */

import { type Command, Option } from 'commander';
import { collect, LISTS } from './conversion-options.js';

export interface VolumeFlags {
  readonly out: string;
  /** Lists beside those of the manifest; `volume split` takes none. */
  readonly authority?: readonly string[];
  readonly strict?: true;
  readonly quiet?: true;
}

const BUILD = `
The source is a manifest (.yaml or .json), or a folder. Of a folder the first of these is taken:
  volume.yaml or volume.json    a manifest
  volume.xml                    as teigram volume split writes it
  all its documents             in the order of their numbers; the volume is the one that they name, else that of the
                                file to write or of the folder

A manifest:
  volume: frus1955-57v99
  title:
    series: Foreign Relations of the United States
    sub-series: 1955–1957
    volume-number: Volume XCIX
    volume: Ruritania
  editors:
    - { name: Antonia Mauban, role: primary }
  published: 1991
  content: { from: 1955, to: 1957 }
  identifiers: { isbn-13: 978-0-00-000000-0 }
  lists: [lists.xml]            # persons and terms: TEI, CSV or JSON
  front: [preface.xml]          # divisions in TEI; back: likewise
  contents:
    - compilation: Relations with Ruritania
      contents:
        - page: 1
        - d1.xml
        - chapter: The Strelsau talks
          contents: ["talks/*.xml"]

Paths are relative to the manifest; lists that --authority names are added to its own. Divisions are compilation, chapter,
subchapter, section; they may have an id. Page breaks that are missing between documents are put in. Links that lead
nowhere in the volume are taken out, in front and back too. Both are reported.

Examples:
  teigram volume build tei/ -o frus1955-57v99.xml --authority lists.xml
  teigram volume build volume.yaml -o frus1955-57v99.xml --strict

Exit codes: 0 built; 1 an error in the documents or the manifest: nothing is written, save where only pages are missing
or out of order; 1 also for a warning under --strict, though the volume is written; 2 wrong use, or a file could not be
read or written.`;

const SPLIT = `
Of TEI, each document becomes a file named by its xml:id. volume.xml keeps the rest, with an xi:include in each
document's place. teigram volume build on the folder gives the same bytes again.

Of a plain text, each document becomes a text named by its printed number, d38.txt, or where none is printed by its
place. Documents begin where their headings do, each with the next number, or with its file above (893.00/1–448:
Telegram). What stands above the first is kept in front.text. Put together in order, the files are the text again.

Examples:
  teigram volume split volume.xml -o documents/
  teigram volume build documents/ -o again.xml
  teigram volume split volume.txt -o texts/ && teigram convert texts/ -o tei/

Exit codes: 0 split; 1 the volume is no well-formed XML, or holds no document or, being plain text, but one; 2 wrong
use, or a file could not be read or written.`;

export function addVolume(program: Command): void {
  const volume = program
    .command('volume')
    .summary('build a volume from documents, or split one')
    .description('Build a volume from its documents, or split one into them.');
  volume
    .command('build')
    .summary('build a volume from its documents')
    .description('Build a volume in TEI from the TEI of its documents.')
    .argument('<source>', 'manifest, or folder of documents')
    .requiredOption('-o, --out <volume.xml>', 'file to write')
    .addOption(new Option('--authority <lists>', LISTS).argParser(collect).default([], 'none'))
    .option('--strict', 'a warning is a failure')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', BUILD)
    .action(async (source: string, flags: VolumeFlags) => {
      const { runBuild } = await import('./run-volume.js');
      runBuild(source, flags);
    });
  volume
    .command('split')
    .summary('split a volume into its documents')
    .description('Split a volume in TEI, or a plain text of several documents, into its documents.')
    .argument('<volume>', 'the volume: TEI or plain text')
    .requiredOption('-o, --out <folder>', 'folder to write to')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', SPLIT)
    .action(async (path: string, flags: VolumeFlags) => {
      const { runSplit } = await import('./run-volume.js');
      await runSplit(path, flags);
    });
}
