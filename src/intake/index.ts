/** Formats other than plain text that can be read: one table. Each reader, and the library behind it, is loaded on first use. */

import type { Read } from './tree.js';

export type { Read } from './tree.js';

export interface Intake {
  readonly extensions: readonly string[];
  load(): Promise<(bytes: Uint8Array) => Read | Promise<Read>>;
}

const INTAKES: readonly Intake[] = [
  { extensions: ['.html', '.htm', '.xhtml'], load: async () => (await import('./html.js')).readHtml },
  { extensions: ['.docx'], load: async () => (await import('./docx.js')).readDocx },
  { extensions: ['.odt'], load: async () => (await import('./odt.js')).readOdt },
  { extensions: ['.pdf'], load: async () => (await import('./pdf.js')).readPdf },
];

export const INTAKE_EXTENSIONS: readonly string[] = INTAKES.flatMap(({ extensions }) => extensions);

/** The reader for a file, by its extension; undefined for plain text. */
export function intakeFor(path: string): Intake | undefined {
  const name = path.toLowerCase();
  return INTAKES.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}
