/** Pointers from file to file: judged by the files given and by lists of known volumes and ids. No network. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { shown } from '../options.js';
import { text as isText, listOf } from '../shapes.js';
import { scanXml } from '../xml/scan.js';
import type { Finding } from './finding.js';
import { message } from './rules/dangling-link.js';
import { leadsToEntry } from './rules/entry.js';
import type { PendingLink } from './rules/run.js';
import { decoded } from './schema/href.js';

/** What one file says that other files may point at, and its pointers to them. */
export interface LinkFacts {
  readonly file: string | undefined;
  readonly volume: string | undefined;
  /** Its ids, joined by line feeds: one string a file is what 100,000 files have room for. */
  readonly ids: string;
  readonly pending: readonly PendingLink[];
}

/** `volumes`: the ids of each known volume; undefined where only the volume is known. `local`: ids without a volume. */
export interface Known {
  readonly volumes: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  readonly local: ReadonlySet<string>;
}

const isNames = listOf(isText);

export const NOTHING_KNOWN: Known = { volumes: new Map(), local: new Set() };

/**
 * Read lists of what is known: a line is `frus1955-57v21`, `frus1955-57v21#d31` or `#p_AJM1`; `//` begins a remark. A file
 * that ends in `.xml` gives its own ids (a volume's list of persons, say).
 *
 * @throws the system's error, with the file's `path`, where one can't be read; TypeError where the files are no array of names
 */
export function readKnown(files: readonly string[]): Known {
  if (!isNames(files)) throw new TypeError(`the files are ${shown(files)}; they must be an array of file names`);
  const volumes = new Map<string, Set<string> | undefined>();
  const local = new Set<string>();
  for (const file of files) {
    const text = read(file);
    if (/\.xml$/i.test(file)) {
      for (const id of idsOf(text)) local.add(id);
      continue;
    }
    for (const line of text.split(/\r?\n/)) {
      const [volume = '', id] = line
        .replace(/\/\/.*/, '')
        .trim()
        .split('#');
      if (volume === '' && id) local.add(id);
      else if (volume !== '') {
        const ids = volumes.get(volume);
        if (id) volumes.set(volume, (ids ?? new Set()).add(id));
        else if (!volumes.has(volume)) volumes.set(volume, undefined);
      }
    }
  }
  return { volumes, local };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // Of a folder the system doesn't say which.
    throw Object.assign(error as Error, { path: file });
  }
}

function idsOf(text: string): string[] {
  return scanXml(text).nodes.flatMap((node) =>
    node.type === 'element' ? node.attributes.filter(({ name }) => name === 'xml:id').map(({ value }) => value) : [],
  );
}

/** Where ids are looked for: sets are made from the joined strings when first asked for. */
class Shelf {
  private readonly joined: string[] = [];
  private ids: Set<string> | undefined;

  add(ids: string): void {
    if (ids !== '') this.joined.push(ids);
    this.ids = undefined;
  }

  has(id: string): boolean {
    this.ids ??= new Set(this.joined.join('\n').split('\n'));
    return this.ids.has(id);
  }
}

function shelfFor(map: Map<string, Shelf>, key: string): Shelf {
  const shelf = map.get(key) ?? new Shelf();
  map.set(key, shelf);
  return shelf;
}

/** What an id names, by its letters: `p_AJM1` a person, `d37` a document, `d37fn2` a note. A list judges only links to its kinds. */
const kindOf = (id: string): string => /^[pt]_/.exec(id)?.[0] ?? id.replace(/\d+/g, '');

/** Whether a pointer's file is the identifier of a volume, and no file. */
const isVolume = (file: string): boolean => /^frus\d/.test(file) && !/\.xml$/i.test(file);

/**
 * Findings for the pointers that lead nowhere, a list for each of `facts`. A volume that is neither given nor on a list is
 * taken on trust unless a list of volumes was given; ids of a volume are judged where they are known.
 */
export function judgeLinks(facts: readonly LinkFacts[], known: Known = NOTHING_KNOWN): Finding[][] {
  const byVolume = new Map<string, Shelf>();
  const byFolder = new Map<string, Shelf>();
  const byPath = new Map<string, Shelf>();
  const inFolder = new Map<string, number>();
  for (const { file, volume, ids } of facts) {
    if (file !== undefined) {
      const folder = dirname(normalize(file));
      shelfFor(byFolder, folder).add(ids);
      shelfFor(byPath, normalize(file)).add(ids);
      inFolder.set(folder, (inFolder.get(folder) ?? 0) + 1);
    }
    if (volume !== undefined) shelfFor(byVolume, volume).add(ids);
  }
  const kinds = new Set([...known.local].map(kindOf));
  const inOwnVolume = ({ id, element }: PendingLink, from: LinkFacts): boolean => {
    if (known.local.has(id)) return true;
    const listed = from.volume === undefined ? undefined : known.volumes.get(from.volume);
    if (listed?.has(id)) return true;
    const isJudged = kinds.has(kindOf(id));
    const folder = from.file === undefined ? undefined : dirname(normalize(from.file));
    // A document alone can't tell what its volume holds; a folder of documents, or a list, can.
    if (folder === undefined || (inFolder.get(folder) ?? 0) < 2) return listed === undefined && !isJudged;
    // The lists of persons and terms lie in the front matter, of which a folder of documents holds nothing.
    if (leadsToEntry(element, id) && !isJudged) return true;
    return byFolder.get(folder)?.has(id) ?? false;
  };
  const inOtherVolume = ({ file, id }: PendingLink): boolean => {
    const given = byVolume.get(file);
    const listed = known.volumes.get(file);
    if (id !== '' && (given || listed)) return (given?.has(id) || listed?.has(id)) ?? false;
    return given !== undefined || known.volumes.size === 0 || known.volumes.has(file);
  };
  const inOtherFile = ({ file, id }: PendingLink, from: LinkFacts): boolean => {
    if (from.file === undefined) return true;
    const path = normalize(join(dirname(from.file), decoded(file)));
    const given = byPath.get(path);
    return given ? id === '' || given.has(id) : existsSync(path);
  };
  /** Whether a pointer leads somewhere, as far as can be told. */
  const leads = (link: PendingLink, from: LinkFacts): boolean => {
    if (link.file === '' || link.file === from.volume) return inOwnVolume(link, from);
    return isVolume(link.file) ? inOtherVolume(link) : inOtherFile(link, from);
  };
  return facts.map((from) =>
    from.pending
      .filter((link) => !leads(link, from))
      .map(
        (link): Finding => ({
          rule: 'dangling-link',
          severity: link.severity,
          message: message(link.element, link.attribute, link.value),
          ...(from.file === undefined ? {} : { file: from.file }),
          line: link.line,
          column: link.column,
          endLine: link.line,
          endColumn: link.column + link.end - link.start,
          offset: link.start,
          endOffset: link.end,
        }),
      ),
  );
}
