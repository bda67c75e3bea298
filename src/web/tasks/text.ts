/** Render TEI that came by the network as text, Markdown or HTML. */

import { doctypeOf } from '../../check/safety.js';
import { documentsIn, RENDERINGS, type RenderFormat } from '../../render/index.js';
import { parseXml, XmlSyntaxError } from '../../xml/parse.js';

export interface TextInput {
  readonly xml: string;
  readonly format: RenderFormat;
}

export type TextOutput = { readonly text: string } | { readonly fault: string };

export function textTask({ xml, format }: TextInput): TextOutput {
  if (doctypeOf(xml)) return { fault: 'A DOCTYPE is not read: remove it, and write its entities as characters.' };
  try {
    const documents = documentsIn(parseXml(xml.replace(/^\ufeff/, ''))).map(({ element }) => element);
    return { text: RENDERINGS[format].render(documents, 'TEI') };
  } catch (error) {
    if (error instanceof XmlSyntaxError) return { fault: `Not well-formed XML: ${error.message}` };
    throw error;
  }
}
