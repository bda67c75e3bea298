/** Files of any format that is read → the plain text form that `convert` takes. */

import { intakeFor } from './intake/index.js';
import { renderText } from './render/index.js';

export { INTAKE_EXTENSIONS } from './intake/index.js';

export type PlainText =
  | { readonly text: string }
  | { readonly fault: string; readonly hint: string; readonly large?: true };

/**
 * The text of a web page (.html), a Word document (.docx), an OpenDocument text (.odt) or a PDF with a text layer, by the extension
 * of its name; undefined for any other, which is plain text already. What can't be read is a `fault`, in words.
 */
export async function plainText(bytes: Uint8Array, name: string): Promise<PlainText | undefined> {
  const intake = intakeFor(name);
  if (!intake) return undefined;
  const read = await intake.load();
  const result = await read(bytes);
  return 'fault' in result ? result : { text: renderText(result.tree) };
}
