/** A complete TEI document: declaration, header, `text/body/div`. */

import type { Document } from '../../tree.js';
import type { XmlOutput } from '../../xml/write.js';
import { FRUS_NAMESPACE, TEI_NAMESPACE, writeDiv } from './div.js';
import { header } from './header.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

export function writeTei(document: Document, out: XmlOutput, version: string): void {
  out.markup(DECLARATION);
  out.newlineAlways();
  out.open('TEI', { xmlns: TEI_NAMESPACE, 'xmlns:frus': FRUS_NAMESPACE });
  out.line();
  out.markup(header(document, { version }));
  out.line();
  out.open('text');
  out.open('body');
  out.line();
  writeDiv(document, out, { alone: false });
  out.line();
  out.close('body');
  out.close('text');
  out.line();
  out.close('TEI');
  out.newlineAlways();
}
