/**
 * PDF with a text layer: pieces of text with their places → lines → paragraphs. A page's number is taken from its head or foot, notes from
 * the small print at the bottom, their marks from the raised figures in the text. Scans without a text layer are refused.
 */

import { getDocumentProxy } from 'unpdf';
import { counted } from '../../counted.js';
import { element, type Fault, type Read, type Remark } from '../tree.js';
import { cableOf } from './cable.js';
import { compose } from './compose.js';
import { type Line, linesOf, type Piece } from './lines.js';

/** More pages than any volume has. */
const PAGES = 5000;

export async function readPdf(bytes: Uint8Array): Promise<Read> {
  const read = await linesIn(bytes);
  if ('fault' in read) return read;
  if (read.pages.every((lines) => lines.length === 0)) {
    return { fault: 'has no text layer', hint: 'it is a scan: run text recognition (OCR) on it first' };
  }
  const cable = cableOf(read.pages);
  const { tree, remarks } = cable ? { tree: element('text', [cable]), remarks: [] } : compose(read.pages);
  return { tree, remarks: [...remarks, ...emptyPages(read.pages)] };
}

/** Pages that are told by their numbers. */
const TOLD = 10;

/** Pages without text among others that have some. */
function emptyPages(pages: readonly (readonly Line[])[]): Remark[] {
  const empty = pages.flatMap((lines, i) => (lines.length === 0 ? [i + 1] : []));
  if (empty.length === 0) return [];
  const which = `${empty.slice(0, TOLD).join(', ')}${empty.length > TOLD ? ', …' : ''}`;
  return [
    {
      code: 'page-without-text',
      severity: 'warning',
      message: `${counted(empty.length, 'page')} without a text layer: ${which} of ${pages.length}`,
      hint: 'if it isn’t blank, it is a scan: run text recognition (OCR) on the file first',
    },
  ];
}

async function linesIn(bytes: Uint8Array): Promise<{ pages: Line[][] } | Fault> {
  const pages: Line[][] = [];
  try {
    // pdf.js takes possession of what it is given, and takes no Buffer.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    if (pdf.numPages > PAGES)
      return { fault: `has ${pdf.numPages} pages`, hint: `split it: ${PAGES} are read at most` };
    for (let i = 1; i <= pdf.numPages; i++) {
      const page = await pdf.getPage(i);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.flatMap((item) => ('str' in item ? [pieceOf(item)] : []))));
      page.cleanup();
    }
    await pdf.destroy();
  } catch (error) {
    return faultOf(error);
  }
  return { pages };
}

/**
 * What is wrong with the file: pdf.js names each such error an exception.
 *
 * @throws what is not
 */
function faultOf(error: unknown): Fault {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return { fault: 'is protected by a password', hint: 'open it and print it to a new PDF' };
  if (!name.endsWith('Exception')) throw error;
  return { fault: 'is no PDF, or a damaged one', hint: 'open it and print it to a new PDF' };
}

function pieceOf(item: { str: string; transform: number[]; width: number }): Piece {
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, size: Math.hypot(c, d) };
}
