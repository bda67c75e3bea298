/** CSV and JSON lists → entries. Both hold records of the same fields. */

import type { Diagnostic } from '../diagnostic.js';
import { withoutByteOrderMark } from '../text/byte-order-mark.js';
import type { Entry } from './types.js';

/**
 * The fields of a record, in CSV the columns (a header line names them, in any order; others are ignored):
 *
 * - `id`: as TEI points to it, any XML name, with or without `#` (`p_TMD1`, `t_NATO1`, `bohlen`).
 * - `kind`: `person` or `term`; without it, ids that begin with `t_` and records with `form` or `expansion` are terms.
 * - persons: `name` as printed (`Taylor, General Maxwell D., Jr.`) or `surname`, `given`, `title`, `suffix`.
 * - terms: `form` (or `name`) as printed (`NAT(O)`), `expansion` (or `description`).
 * - `description`, `see` (the id of another entry), `aliases` (in CSV parted by `;`).
 */
export type ListRecord = Readonly<Record<string, unknown>>;

const str = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const strings = (value: unknown): string[] =>
  (Array.isArray(value)
    ? value.map(str)
    : str(value)
        .split(';')
        .map((s) => s.trim())
  ).filter((s) => s !== '');

function entryOf(record: ListRecord, assumed: Entry['kind'] | undefined, start: number): Entry {
  const id = str(record.id).replace(/^#/, '');
  const stated = str(record.kind).toLowerCase();
  const looksTerm =
    id.startsWith('t_') || record.form !== undefined || record.forms !== undefined || record.expansion !== undefined;
  const kind = stated === 'person' || stated === 'term' ? stated : (assumed ?? (looksTerm ? 'term' : 'person'));
  const forms = strings(record.forms);
  const given = [str(record.title), str(record.given) || str(record.forenames)].filter((s) => s !== '').join(' ');
  const parts = [str(record.surname), given, str(record.suffix)].filter((s) => s !== '');
  const name = str(record.name) || str(record.form) || forms.shift() || parts.join(', ');
  const see = str(record.see).replace(/^#/, '');
  return {
    kind,
    id,
    name,
    description: str(record.description) || str(record.expansion),
    aliases: [...strings(record.aliases), ...forms],
    ...(see === '' ? {} : { see }),
    start,
    end: start,
  };
}

/** The line with which Excel says what parts the cells: `sep=;`. */
const EXCEL = /^\ufeff?"?sep=([^\r\n])"?(?:\r?\n|$)/i;

/** Rows of RFC 4180 with the offset of each; `,`, `;` or tab part the cells, whichever the first line has most of, unless `sep=` says it. */
function csvRows(text: string): { rows: { cells: string[]; start: number }[]; open?: number } {
  const said = EXCEL.exec(text);
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const count = (c: string): number => first.split(c).length;
  const separator = said?.[1] ?? [',', ';', '\t'].reduce((best, c) => (count(c) > count(best) ? c : best), ',');
  const rows: { cells: string[]; start: number }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let opened = 0;
  let start = said?.[0].length ?? (text.startsWith('\ufeff') ? 1 : 0);
  const endRow = (next: number): void => {
    cells.push(cell);
    if (cells.some((c) => c.trim() !== '')) rows.push({ cells, start });
    cells = [];
    cell = '';
    start = next;
  };
  for (let i = start; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"' && cell.trim() === '') {
      quoted = true;
      opened = i;
      cell = '';
    } else if (c === separator) {
      cells.push(cell);
      cell = '';
    } else if (c === '\n') endRow(i + 1);
    else if (c !== '\r') cell += c;
  }
  if (cell !== '' || cells.length > 0) endRow(text.length);
  return { rows, ...(quoted && { open: opened }) };
}

type Read = { entries: Entry[]; diagnostics: Diagnostic[] };

const unreadable = (message: string, at = 0, hint?: string): Diagnostic => ({
  code: 'list-not-readable',
  severity: 'error',
  message,
  start: at,
  end: at,
  ...(hint !== undefined && { hint }),
});

const NEEDED =
  'needed are id, to which links point, and name (or surname and given; of terms form); read are also kind, description, aliases and see';

/** Told of a list none of whose entries has an id; `names` are its fields. */
function withoutIds(names: readonly string[], at: number): Diagnostic {
  if (names.some((name) => name.toLowerCase() === 'id'))
    return unreadable('no entry of the list has an “id”', at, NEEDED);
  const shown = names.slice(0, 12).map((name) => `“${name.slice(0, 40)}”`);
  if (names.length > shown.length) shown.push(`${names.length - shown.length} more`);
  const found = shown.length > 0 ? `, but ${shown.join(', ')}` : '';
  return unreadable(`the list has no “id”${found}`, at, NEEDED);
}

const told = (code: string, message: string, start: number, hint: string): Diagnostic => ({
  code,
  severity: 'warning',
  message,
  start,
  end: start,
  hint,
});

/** What a kind says that is none. */
function unknownKind(record: ListRecord, start: number): Diagnostic[] {
  const kind = str(record.kind);
  if (kind === '' || /^(?:person|term)$/i.test(kind)) return [];
  const message = `“${kind}” of the entry ${str(record.id) || '(no id)'} is no kind; it is read by its other fields`;
  return [told('list-kind-unknown', message, start, 'kinds are person and term')];
}

/** Entries of a CSV text; its first row names the columns. */
export function readCsv(text: string): Read {
  const { rows: all, open } = csvRows(text);
  if (open !== undefined)
    return { entries: [], diagnostics: [unreadable('a quotation mark that opens here is never closed', open)] };
  const [header, ...rows] = all;
  const printed = header?.cells.map((c) => c.trim()) ?? [];
  const columns = printed.map((c) => c.toLowerCase());
  if (!columns.includes('id')) {
    const names = printed.filter((name) => name !== '');
    return { entries: [], diagnostics: [withoutIds(names, header?.start ?? 0)] };
  }
  const diagnostics: Diagnostic[] = [];
  const entries = rows.map(({ cells, start }) => {
    const record: ListRecord = Object.fromEntries(columns.map((name, i) => [name, cells[i] || undefined]));
    const surplus = cells.slice(columns.length).filter((cell) => cell.trim() !== '');
    if (surplus.length > 0) {
      const message = `“${surplus.join(', ')}” stands beyond the last column and is left out`;
      diagnostics.push(told('list-row-too-long', message, start, 'put cells that hold a comma in quotation marks'));
    }
    diagnostics.push(...unknownKind(record, start));
    return entryOf(record, undefined, start);
  });
  if (entries.length > 0 && entries.every(({ id }) => id === ''))
    return { entries: [], diagnostics: [withoutIds(printed, header!.start)] };
  return { entries, diagnostics };
}

/** Entries of a JSON text: an array of records, or `{ persons: […], terms: […] }`. */
export function readJson(text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(withoutByteOrderMark(text));
  } catch (error) {
    return { entries: [], diagnostics: [unreadable(`the list is not JSON: ${(error as Error).message}`)] };
  }
  const entries: Entry[] = [];
  const diagnostics: Diagnostic[] = [];
  const keys = new Set<string>();
  const take = (list: unknown, kind?: Entry['kind']): void => {
    if (!Array.isArray(list)) return;
    for (const [i, record] of list.entries()) {
      if (typeof record !== 'object' || record === null || Array.isArray(record)) {
        const message = `entry ${i + 1} is no record but ${JSON.stringify(record)}; it is left out`;
        diagnostics.push(told('list-entry-not-read', message, 0, 'an entry is { "id": …, "name": … }'));
        continue;
      }
      for (const key of Object.keys(record)) keys.add(key);
      const id = (record as ListRecord).id;
      const start = typeof id === 'string' ? Math.max(0, text.indexOf(JSON.stringify(id))) : 0;
      diagnostics.push(...unknownKind(record as ListRecord, start));
      entries.push(entryOf(record as ListRecord, kind, start));
    }
  };
  take(value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    take((value as ListRecord).persons, 'person');
    take((value as ListRecord).terms, 'term');
  }
  if (entries.length === 0) return { entries, diagnostics: [unreadable('the JSON list holds no entries')] };
  if (entries.every(({ id }) => id === '')) return { entries: [], diagnostics: [withoutIds([...keys], 0)] };
  return { entries, diagnostics };
}
