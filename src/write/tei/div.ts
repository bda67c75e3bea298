/** A document as its `div`: attributes, then the body. */

import type { Document } from '../../tree.js';
import type { XmlOutput } from '../../xml/write.js';
import { writeBody } from './body.js';

export const TEI_NAMESPACE = 'http://www.tei-c.org/ns/1.0';
export const FRUS_NAMESPACE = 'http://history.state.gov/frus/ns/1.0';

export interface DivOptions {
  /** Declare the namespaces here: the div stands alone. */
  readonly alone: boolean;
}

export function writeDiv(document: Document, out: XmlOutput, options: DivOptions): void {
  const { id, n } = document.context;
  out.open('div', {
    xmlns: options.alone ? TEI_NAMESPACE : undefined,
    'xmlns:frus': options.alone ? FRUS_NAMESPACE : undefined,
    type: 'document',
    'xml:id': id,
    n,
    subtype: isEditorialNote(document) ? 'editorial-note' : 'historical-document',
    'frus:doc-dateTime-min': document.date?.min,
    'frus:doc-dateTime-max': document.date?.max,
  });
  out.line();
  writeBody(document, out);
  out.close('div');
}

function isEditorialNote(document: Document): boolean {
  const head = document.blocks.find((block) => block.type === 'head');
  if (!head || !('content' in head)) return document.genre === 'editorial-note';
  const start = head.content[0]?.span.start ?? 0;
  return /^[\s\d.[\]]*editorial note/i.test(document.source.text.slice(start, start + 60));
}
