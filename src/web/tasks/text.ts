/** Render TEI that came by the network as text, Markdown or HTML. */

import { doctypeOf } from '../../check/safety.js';
import { documentsIn, languageIn, piecesIn, RENDERINGS, type RenderFormat, titleIn } from '../../render/index.js';
import { withoutByteOrderMark } from '../../text/byte-order-mark.js';
import { parseXml, XmlSyntaxError } from '../../xml/parse.js';

export interface TextInput {
  readonly xml: string;
  readonly format: RenderFormat;
}

export type TextOutput = { readonly text: string } | { readonly fault: string };

export function textTask({ xml, format }: TextInput): TextOutput {
  if (doctypeOf(xml)) return { fault: 'A DOCTYPE is not read: remove it, and write its entities as characters.' };
  try {
    const root = parseXml(withoutByteOrderMark(xml));
    const { whole, render } = RENDERINGS[format];
    const pieces = whole ? piecesIn(root) : documentsIn(root);
    return { text: render(pieces, titleIn(root) ?? 'TEI', languageIn(root)) };
  } catch (error) {
    if (error instanceof XmlSyntaxError) return { fault: `Not well-formed XML: ${error.message}` };
    throw error;
  }
}
