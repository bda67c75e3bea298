/** Files of lists → one authority. */

import type { Diagnostic } from '../diagnostic.js';
import { requireText, shown } from '../options.js';
import { type Source, source } from '../source.js';
import { NAME } from '../xml/characters.js';
import { findingsOf } from './findings.js';
import { type NameParts, parseName } from './name.js';
import { periodsOf } from './period.js';
import { readCsv, readJson } from './records.js';
import { isTight, readTei } from './tei.js';
import { termForms } from './term-forms.js';
import type { Authority, Entry, ListFinding, Person, Term } from './types.js';

/** A file as read from disk. */
export interface ListFile {
  /** As findings call it: a path, usually. */
  readonly name: string;
  /** TEI, CSV or JSON; which of them, the text shows. */
  readonly text: string;
}

const READERS: readonly (readonly [RegExp, (text: string) => { entries: Entry[]; diagnostics: Diagnostic[] }])[] = [
  [/^\ufeff?\s*</, readTei],
  [/^\ufeff?\s*[[{]/, readJson],
  [/^/, readCsv],
];

const noEntries = ({ text }: Source): Diagnostic => ({
  code: 'list-not-readable',
  severity: 'error',
  message: 'there are no entries in it',
  start: 0,
  end: Math.min(text.length, 80),
  hint: 'lists are TEI (list[@type="persons"], list[@type="terms"]), CSV with a line of columns, or JSON',
});

function person(entry: Entry): Person {
  const parts: NameParts = parseName(entry.name);
  const { id, name, description, see } = entry;
  const others = [...parts.others, ...entry.aliases.map((alias) => parseName(alias))];
  const aliases = entry.aliases.length > 0 ? entry.aliases : undefined;
  return { id, name, parts: { ...parts, others }, description, periods: periodsOf(description), aliases, see };
}

function term(entry: Entry): Term {
  const forms = [...new Set([entry.name, ...entry.aliases].flatMap(termForms))];
  const aliases = entry.aliases.length > 0 && { aliases: entry.aliases };
  return { id: entry.id, name: entry.name, forms, expansion: entry.description, ...aliases };
}

/**
 * Read lists in TEI, CSV or JSON (told apart by their first character). Entries without an id or a name are left out and
 * reported; of entries with one id, the first counts. Never throws on any text.
 *
 * @throws TypeError where a file's text is no string
 */
export function readAuthority(files: readonly ListFile[]): Authority {
  const persons = new Map<string, Person>();
  const terms = new Map<string, Term>();
  const findings: ListFinding[] = [];
  if (!Array.isArray(files))
    throw new TypeError(`the files are ${shown(files)}; they must be an array of { name, text }`);
  for (const [i, file] of files.entries()) requireText(file?.text, `the text of ${file?.name ?? `list ${i + 1}`}`);
  for (const { name, text } of files) {
    const of: Source = source(text, name);
    const { entries, diagnostics } = READERS.find(([test]) => test.test(text))![1](text);
    for (const diagnostic of [...diagnostics, ...findingsOf(entries, new Set([...persons.keys(), ...terms.keys()]))]) {
      findings.push({ source: of, diagnostic });
    }
    if (entries.length === 0 && diagnostics.every(({ code }) => code === 'list-kind-unknown'))
      findings.push({ source: of, diagnostic: noEntries(of) });
    for (const entry of entries) {
      if (!NAME.test(entry.id) || entry.name === '' || persons.has(entry.id) || terms.has(entry.id)) continue;
      if (entry.kind === 'person') persons.set(entry.id, person(entry));
      else terms.set(entry.id, term(entry));
    }
  }
  const tight = files.some(({ text }) => isTight(text)) && { tight: true as const };
  return { persons: withTargets([...persons.values()]), terms: [...terms.values()], findings, ...tight };
}

const SEE = /^see\s+(?:also\s+)?(.+?)[.\s]*$/i;

/** Entries “Diem, see Ngo Dinh Diem” without a link point to the one entry of that name; their periods are its own. */
function withTargets(persons: readonly Person[]): Person[] {
  const byId = new Map(persons.map((entry) => [entry.id, entry]));
  return persons.map((entry) => {
    const name = SEE.exec(entry.description)?.[1];
    const named = name === undefined || entry.see !== undefined ? [] : persons.filter((other) => begins(other, name));
    const see = entry.see ?? (named.length === 1 ? named[0]!.id : undefined);
    const target = see === undefined ? undefined : byId.get(see);
    if (target === undefined || target === entry) return entry;
    const { id, name: printed, parts, description, aliases } = entry;
    return { id, name: printed, parts, description, periods: target.periods, aliases, see: target.id };
  });
}

/** Whether an entry's printed name is a name, or begins with it before a comma or a bracket. */
const begins = ({ name }: Person, printed: string): boolean =>
  name === printed || (name.startsWith(printed) && /^[,\s(]/.test(name.slice(printed.length)));
