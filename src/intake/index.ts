/** Formats other than plain text that can be read: one table. Each reader, and the library behind it, is loaded on first use. */

import { type Format, foreign, formatOf, unreadable } from './signature.js';
import type { Read } from './tree.js';

type Reader = (bytes: Uint8Array) => Read | Promise<Read>;

interface Intake {
  readonly extensions: readonly string[];
  load(): Promise<Reader>;
}

const INTAKES: Readonly<Record<Format, Intake>> = {
  html: { extensions: ['.html', '.htm', '.xhtml'], load: async () => (await import('./html/index.js')).readHtml },
  docx: { extensions: ['.docx'], load: async () => (await import('./docx/index.js')).readDocx },
  odt: { extensions: ['.odt'], load: async () => (await import('./odt/index.js')).readOdt },
  pdf: { extensions: ['.pdf'], load: async () => (await import('./pdf/index.js')).readPdf },
};

export const INTAKE_EXTENSIONS: readonly string[] = Object.values(INTAKES).flatMap(({ extensions }) => extensions);

/** Those of files of the kind that are not read, or not by their names. */
export const FOREIGN_EXTENSIONS: readonly string[] = ['.doc', '.docm', '.rtf', '.wpd', '.fodt', '.pages', '.msg'];

/** Read a file by what its bytes say, else by the extension of its name; undefined for plain text. */
export async function readOther(bytes: Uint8Array, name: string): Promise<Read | undefined> {
  const format = formatOf(bytes);
  const fault = format ? undefined : foreign(bytes);
  if (fault) return fault;
  const intake = format ? INTAKES[format] : byName(name);
  if (!intake) return unreadable(bytes);
  const read = await intake.load();
  return read(bytes);
}

function byName(path: string): Intake | undefined {
  const name = path.toLowerCase();
  return Object.values(INTAKES).find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}
