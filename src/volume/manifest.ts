/**
 * The manifest of a volume: its title page as data, and its contents in order. YAML or JSON.
 *
 * ```yaml
 * volume: frus1955-57v99                 # xml:id of the volume
 * title:
 *   series: Foreign Relations of the United States
 *   sub-series: 1955–1957
 *   volume-number: Volume XCIX
 *   volume: Ruritania
 *   complete: …                          # default: the four, joined by commas
 * editors:
 *   - { name: Antonia Mauban, role: primary }   # or general
 * publisher: United States Government Printing Office
 * place: Washington
 * published: 1991                        # year or date
 * content: { from: 1955, to: 1957 }      # or one year
 * identifiers: { dospubno: "9999", isbn-13: 978-… }
 * source: Encoded from plain text.       # sourceDesc
 * renditions: { small: "font-size: 90%;" }
 * lists: [lists.xml]                     # persons and terms: TEI, CSV or JSON
 * front: [preface.xml]                   # divisions in TEI, before the lists
 * back: [index.xml]
 * contents:
 *   - compilation: Relations with Ruritania
 *     contents:
 *       - page: 1                        # a page break
 *       - d1.xml
 *       - chapter: The Strelsau talks    # or subchapter, section
 *         id: ch1                        # default: comp1, ch1, ch1subch1 …
 *         contents: ["talks/*.xml"]      # globs: in the order of their numbers
 * ```
 */

import { LineCounter, parseDocument } from 'yaml';
import { withoutByteOrderMark } from '../text/byte-order-mark.js';
import type { Problem } from './problem.js';
import { type Form, type Shape, shapes } from './shape.js';

export const DIVISIONS = ['compilation', 'chapter', 'subchapter', 'section'] as const;
export type DivisionType = (typeof DIVISIONS)[number];

export type Content =
  | { readonly kind: 'documents'; readonly pattern: string }
  | { readonly kind: 'page'; readonly n: string; readonly facs?: string }
  | {
      readonly kind: 'division';
      readonly type: DivisionType;
      readonly head: string;
      readonly id?: string;
      readonly contents: readonly Content[];
    };

export interface Manifest {
  readonly volume: string;
  readonly title: Readonly<Record<string, string>>;
  readonly editors: readonly { readonly name: string; readonly role: string }[];
  readonly publisher: string;
  readonly place: string;
  readonly published?: string;
  readonly content?: { readonly from: string; readonly to: string };
  readonly identifiers: Readonly<Record<string, string>>;
  readonly source?: string;
  readonly renditions: Readonly<Record<string, string>>;
  readonly lists: readonly string[];
  readonly front: readonly string[];
  readonly back: readonly string[];
  readonly contents: readonly Content[];
}

const TITLES = ['complete', 'series', 'sub-series', 'volume-number', 'volume'];
const VOLUME_ID = /^[a-z][\w.-]*$/;
/** A year, a month or a day that there is: of others `Date` makes another day. */
const MOMENT: Form = {
  test: (text) => {
    if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(text)) return false;
    const time = Date.parse(`${text}T00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  },
};
const KEYS = [
  ...['volume', 'title', 'editors', 'publisher', 'place', 'published', 'content', 'identifiers', 'source'],
  ...['renditions', 'lists', 'front', 'back', 'contents'],
];

/** Read a manifest. What is wrong is all told; `manifest` is there only where nothing is. */
export function parseManifest(text: string, file: string): { manifest?: Manifest; problems: readonly Problem[] } {
  const lines = new LineCounter();
  const parsed = parseDocument(withoutByteOrderMark(text), { lineCounter: lines, schema: 'core' });
  const problems: Problem[] = parsed.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    severity: 'error',
    code: 'manifest-syntax',
    message: error.message.split('\n')[0]!.replace(/ at line \d+.*$/, ''),
  }));
  if (problems.length > 0) return { problems };
  // What is missing has no place but that of what should hold it.
  const lineOf = (path: Path): number => {
    const node = parsed.getIn(path, true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };
  const shape = shapes((path, message) => {
    const line = lineOf(path);
    problems.push({
      file,
      line,
      severity: 'error',
      code: 'manifest',
      message: `${path.join('.') || 'manifest'}: ${message}`,
    });
  });
  const manifest = read(parsed.toJS({ maxAliasCount: 100 }), shape);
  return problems.length > 0 ? { problems } : { manifest, problems };
}

function read(value: unknown, shape: Shape): Manifest {
  const root = shape.record(value, [], KEYS);
  const title = shape.texts(root.title ?? {}, ['title'], TITLES);
  for (const each of ['series', 'sub-series', 'volume-number', 'volume']) {
    if (!title[each]) shape.wrong(['title'], `has no ${each}`);
  }
  const content = root.content;
  const moment = (of: unknown, path: Path): string => shape.text(of, path, MOMENT, 'a year or a date');
  const optional = <K extends string>(key: K, of: string | undefined): { [P in K]?: string } =>
    (of === undefined ? {} : { [key]: of }) as { [P in K]?: string };
  const span =
    content === undefined
      ? {}
      : {
          content:
            typeof content === 'object' && content !== null
              ? spanOf(shape.record(content, ['content'], ['from', 'to']), moment)
              : { from: moment(content, ['content']), to: moment(content, ['content']) },
        };
  return {
    volume: shape.text(root.volume, ['volume'], VOLUME_ID, 'an identifier such as frus1955-57v23p1'),
    title: {
      complete: TITLES.slice(1)
        .map((t) => title[t])
        .filter(Boolean)
        .join(', '),
      ...title,
    },
    editors: shape.list(root.editors ?? [], ['editors']).map((each, i) => {
      const editor = shape.record(each, ['editors', i], ['name', 'role']);
      return {
        name: shape.text(editor.name, ['editors', i, 'name']),
        role: shape.text(editor.role ?? 'primary', ['editors', i, 'role'], /^(primary|general)$/, 'primary or general'),
      };
    }),
    publisher: shape.text(root.publisher ?? 'United States Government Printing Office', ['publisher']),
    place: shape.text(root.place ?? 'Washington', ['place']),
    ...optional('published', root.published === undefined ? undefined : moment(root.published, ['published'])),
    ...span,
    identifiers: shape.texts(root.identifiers ?? {}, ['identifiers']),
    ...optional('source', root.source === undefined ? undefined : shape.text(root.source, ['source'])),
    renditions: shape.texts(root.renditions ?? {}, ['renditions']),
    lists: shape.list(root.lists ?? [], ['lists']).map((each, i) => shape.text(each, ['lists', i])),
    front: shape.list(root.front ?? [], ['front']).map((each, i) => shape.text(each, ['front', i])),
    back: shape.list(root.back ?? [], ['back']).map((each, i) => shape.text(each, ['back', i])),
    contents: contentsOf(root.contents, ['contents'], shape),
  };
}

type Path = readonly (string | number)[];

const spanOf = (
  of: Readonly<Record<string, unknown>>,
  moment: (value: unknown, path: Path) => string,
): { from: string; to: string } => ({
  from: moment(of.from, ['content', 'from']),
  to: moment(of.to, ['content', 'to']),
});

/** What an entry of contents is, beside a document. */
const ENTRIES = [...DIVISIONS, 'page'] as const;

function contentsOf(value: unknown, path: Path, shape: Shape): Content[] {
  return shape.list(value, path).flatMap((each, i): Content[] => {
    const here = [...path, i];
    if (typeof each === 'string') return [{ kind: 'documents', pattern: each }];
    const record = shape.record(each, here, [...ENTRIES, 'facs', 'id', 'contents']);
    const kinds = ENTRIES.filter((name) => record[name] !== undefined);
    if (kinds.length > 1) {
      shape.wrong(here, `is both ${kinds[0]} and ${kinds[1]}: give each an entry of its own`);
      return [];
    }
    const [kind] = kinds;
    const strays = kind === 'page' ? ['id', 'contents'] : ['facs'];
    for (const stray of strays) {
      if (kind && record[stray] !== undefined) shape.wrong([...here, stray], `a ${kind} has none`);
    }
    if (kind === 'page') {
      const n = shape.text(record.page, [...here, 'page'], /^(\d+[A-Za-z]?|[IVXLCDMivxlcdm]+)$/, 'a page number');
      return [
        { kind: 'page', n, ...(record.facs === undefined ? {} : { facs: shape.text(record.facs, [...here, 'facs']) }) },
      ];
    }
    if (!kind) {
      shape.wrong(here, `neither a document, a page nor one of ${DIVISIONS.join(', ')}`);
      return [];
    }
    const id =
      record.id === undefined ? {} : { id: shape.text(record.id, [...here, 'id'], VOLUME_ID, 'an identifier') };
    const head = shape.text(record[kind], [...here, kind]);
    return [
      {
        kind: 'division',
        type: kind,
        head,
        ...id,
        contents: contentsOf(record.contents, [...here, 'contents'], shape),
      },
    ];
  });
}
