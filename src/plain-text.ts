/** Files of any format that is read → the plain text form that `convert` takes. */

import type { Diagnostic } from './diagnostic.js';
import { readOther } from './intake/index.js';
import type { Markup } from './markup.js';
import { requireText, shown } from './options.js';
import { renderMarked } from './render/index.js';

export { FOREIGN_EXTENSIONS, INTAKE_EXTENSIONS } from './intake/index.js';

/** The text of a file of another format, or why there is none. */
export type PlainText =
  | { readonly text: string; readonly markup: Markup; readonly diagnostics: readonly Diagnostic[] }
  | { readonly fault: string; readonly hint: string; readonly large?: true };

/**
 * The text of a web page (.html), a Word document (.docx), an OpenDocument text (.odt) or a PDF with a text layer, told by its
 * bytes, else by the extension of its name; undefined for any other, which is plain text already. What can't be read is a `fault`, in
 * words; what was left out, or is doubtful, is in `diagnostics`, whose messages say where: their offsets are 0. `markup`, given to
 * `convert` with the text, says what the text can't: where the notes hang, what is emphasised.
 *
 * @throws TypeError where there are no bytes, or no name
 */
export async function plainText(bytes: Uint8Array, name: string): Promise<PlainText | undefined> {
  if (!(bytes instanceof Uint8Array)) throw new TypeError(`the file is ${shown(bytes)}; it must be bytes`);
  requireText(name, 'the name of the file');
  const result = await readOther(bytes, name);
  if (!result || 'fault' in result) return result;
  const diagnostics = result.remarks.map((remark) => ({ ...remark, start: 0, end: 0 }));
  return { ...renderMarked(result.tree), diagnostics };
}
