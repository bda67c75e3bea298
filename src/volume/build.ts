/**
 * Documents → a volume. Two readings: the first notes identifiers, numbers, pages and dates, the second settles links and writes.
 * Only facts are kept between, so a volume of any length fits.
 */

import type { Authority } from '../authority/types.js';
import { escapeText, formatAttributes } from '../xml/write.js';
import { consecutive, type Facts, type PageFact, risingPages, spanOf, uniqueIds } from './check.js';
import { correspondenceOf, type HeaderFacts, headerIds, volumeHeader } from './header.js';
import { type Linked, missingEntries, settleLinks } from './links.js';
import { frontLists, listIds } from './lists.js';
import type { Manifest } from './manifest.js';
import { divisionsOf, type MatterDivision } from './matter.js';
import type { Part } from './outline.js';
import { missingPages, type Stretch } from './pages.js';
import type { Problem } from './problem.js';
import { survey } from './survey.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const TEI = 'http://www.tei-c.org/ns/1.0';
const FRUS = 'http://history.state.gov/frus/ns/1.0';

export interface BuildInput {
  readonly manifest: Manifest;
  readonly manifestFile: string;
  readonly parts: readonly Part[];
  readonly lists: Authority | undefined;
  readonly version: string;
  /** The text of a file; called twice for each document. */
  read(file: string): string;
}

export interface PreparedVolume {
  readonly documents: number;
  readonly problems: readonly Problem[];
  /** The second reading, which gives further problems, though they be errors; absent where one of `problems` is an error. */
  readonly write?: (write: (xml: string) => void) => Problem[];
}

/** The first reading. */
export function prepareVolume(input: BuildInput): PreparedVolume {
  const { manifest, parts, lists } = input;
  const problems: Problem[] = [];
  const matter = { front: matterOf(input, manifest.front, problems), back: matterOf(input, manifest.back, problems) };
  const { files, pages, stretches, header } = firstReading(input, problems);
  const documents = [...files.values()].flat();
  const { all, problems: duplicates } = uniqueIds([
    { file: input.manifestFile, ids: [manifest.volume, ...structureIds(parts), ...(lists ? listIds(lists) : [])] },
    { file: input.manifestFile, ids: headerIds(manifest, header) },
    ...[...matter.front, ...matter.back],
    ...documents,
  ]);
  problems.push(...duplicates, ...consecutive(documents));
  const missing = missingPages(stretches, (n) => all.has(`pg_${n}`));
  const wrongPages = [...risingPages(pages), ...missing.problems];
  if (documents.length === 0) {
    problems.push({ file: input.manifestFile, severity: 'error', code: 'no-document', message: 'the volume is empty' });
  }
  if (problems.some(({ severity }) => severity === 'error')) {
    return { documents: documents.length, problems: [...problems, ...wrongPages] };
  }
  const known: Known = {
    matter,
    files,
    before: missing.before,
    header,
    order: documents.map(({ id }) => id),
    ids: new Set([...all, ...[...missing.before.values()].flat().map((n) => `pg_${n}`)]),
  };
  return {
    documents: documents.length,
    problems,
    write: (write) => [...wrongPages, ...writeVolume(input, known, write)],
  };
}

interface Known extends Pick<Reading, 'files' | 'header'> {
  readonly matter: { readonly front: readonly MatterDivision[]; readonly back: readonly MatterDivision[] };
  /** Pages that begin before a document, by its identifier. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  /** Identifiers of the documents. */
  readonly order: readonly string[];
  readonly ids: ReadonlySet<string>;
}

function writeVolume(input: BuildInput, known: Known, write: (xml: string) => void): Problem[] {
  const { manifest, parts, lists } = input;
  const { matter, files, header, before, order, ids } = known;
  const problems: Problem[] = [];
  const names: string[] = [];
  write(DECLARATION);
  write(`<TEI xmlns="${TEI}" xmlns:frus="${FRUS}"${formatAttributes({ 'xml:id': manifest.volume })}>\n`);
  write(
    volumeHeader(manifest, { ...header, correspondence: header.correspondence.map((xml) => withoutStrays(xml, ids)) }),
  );
  write('<text>\n');
  const settled = (linked: Linked, at?: number): string => {
    const { xml, ...found } = settleLinks(linked, {
      volume: manifest.volume,
      has: (id) => ids.has(id),
      previous: at === undefined ? undefined : order[at - 1],
      next: at === undefined ? undefined : order[at + 1],
    });
    problems.push(...found.problems);
    names.push(...found.names);
    return `${xml}\n`;
  };
  const front = matter.front.map((division) => settled(division)).join('') + (lists ? frontLists(lists) : '');
  if (front) write(`<front>\n${front}</front>\n`);
  write('<body>\n');
  const place = new Map(order.map((id, i) => [id, i]));

  const written = new Set<string>();
  const writePages = (id: string | undefined): void => {
    if (id === undefined || written.has(id)) return;
    written.add(id);
    for (const n of before.get(id) ?? []) write(pageBreak({ n }));
  };
  const writeParts = (of: readonly Part[]): void => {
    for (const part of of) {
      writePages(firstIn(part, files));
      if (part.kind === 'page')
        write(`<pb${formatAttributes({ n: part.n, 'xml:id': `pg_${part.n}`, facs: part.facs })}/>\n`);
      else if (part.kind === 'division') {
        const { min, max } = spanOf(factsIn(part.parts, files));
        const dates = { 'frus:doc-dateTime-min': min, 'frus:doc-dateTime-max': max };
        write(`<div${formatAttributes({ type: part.type, 'xml:id': part.id, ...dates })}>\n`);
        write(`<head>${escapeText(part.head)}</head>\n`);
        writeParts(part.parts);
        write('</div>\n');
      } else writeDocuments(part.file);
    }
  };
  const writeDocuments = (file: string): void => {
    for (const document of survey(input.read(file), file).documents) {
      writePages(document.id);
      write(`${document.before}${settled(document, place.get(document.id))}${document.after}`);
    }
  };
  writeParts(parts);
  write('</body>\n');
  const back = matter.back.map((division) => settled(division)).join('');
  if (back) write(`<back>\n${back}</back>\n`);
  write('</text>\n</TEI>\n');
  problems.push(...missingEntries(names, input.manifestFile, lists !== undefined));
  return problems;
}

interface Reading {
  readonly files: ReadonlyMap<string, readonly Facts[]>;
  readonly pages: readonly PageFact[];
  readonly stretches: readonly Stretch[];
  readonly header: HeaderFacts;
}

function firstReading({ parts, manifestFile, read, version }: BuildInput, problems: Problem[]): Reading {
  const files = new Map<string, Facts[]>();
  const pages: PageFact[] = [];
  const stretches: Stretch[] = [];
  const renditions: Record<string, string> = {};
  const grounds = new Set<string>();
  const correspondence: string[] = [];
  const visit = (part: Part): void => {
    if (part.kind === 'page') {
      pages.push({ file: manifestFile, n: part.n });
      stretches.push({ file: manifestFile, pages: [part.n], size: 0, lead: 0, tail: 0 });
    } else if (part.kind === 'division') part.parts.forEach(visit);
    else {
      const found = survey(read(part.file), part.file);
      problems.push(...found.problems);
      const facts = found.documents.map(({ file, id, n, ids, min, max }) => ({ file, id, n, ids, min, max }));
      files.set(part.file, facts);
      for (const document of found.documents) {
        Object.assign(renditions, document.renditions);
        for (const ground of document.grounds) grounds.add(ground);
        if (document.correspondence) correspondence.push(correspondenceOf(document.id, document.correspondence));
        for (const n of document.pages) pages.push({ file: part.file, n });
        const { id, lead, tail, xml } = document;
        stretches.push({ id, file: part.file, pages: document.pages, size: xml.length, lead, tail });
      }
    }
  };
  parts.forEach(visit);
  return { files, pages, stretches, header: { renditions, grounds: [...grounds].sort(), correspondence, version } };
}

/** A description without pointers to what is not in the volume: its names stay. */
const withoutStrays = (xml: string, ids: ReadonlySet<string>): string =>
  xml.replace(/\scorresp="#([^"]*)"/g, (pointer, id: string) => (ids.has(id) ? pointer : ''));

const pageBreak = ({ n, facs }: { readonly n: string; readonly facs?: string }): string =>
  `<pb${formatAttributes({ n, 'xml:id': `pg_${n}`, facs })}/>\n`;

/** The first document of a part. */
const firstIn = (part: Part, files: ReadonlyMap<string, readonly Facts[]>): string | undefined =>
  part.kind === 'document'
    ? files.get(part.file)?.[0]?.id
    : part.kind === 'division' && part.parts[0]
      ? firstIn(part.parts[0], files)
      : undefined;

const factsIn = (parts: readonly Part[], files: ReadonlyMap<string, readonly Facts[]>): readonly Facts[] =>
  parts.flatMap((part) =>
    part.kind === 'document'
      ? (files.get(part.file) ?? [])
      : part.kind === 'division'
        ? factsIn(part.parts, files)
        : [],
  );

const structureIds = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) =>
    part.kind === 'page' ? [`pg_${part.n}`] : part.kind === 'division' ? [part.id, ...structureIds(part.parts)] : [],
  );

const matterOf = ({ read }: BuildInput, files: readonly string[], problems: Problem[]) =>
  files.flatMap((file) => {
    const found = divisionsOf(read(file), file);
    problems.push(...found.problems);
    return found.divisions;
  });
