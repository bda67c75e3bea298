/**
 * A volume ⇄ a folder of documents and a frame. The frame is the volume with an `xi:include` in each document's place, so that
 * joining gives back the volume to the byte, whoever made it.
 */

import { type CutTag, cutElements } from '../xml/cut.js';
import { escapeAttribute } from '../xml/write.js';

/** The file of the frame, beside the documents. */
export const FRAME = 'volume.xml';

const INCLUDE = 'xi:include';
const XINCLUDE = 'http://www.w3.org/2001/XInclude';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** Declared in the document where it stands alone, in the volume by its root. */
const NAMESPACES = ' xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"';

/** What an identifier may hold as the name of a file. */
const FILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u;

export interface SplitOutput {
  /** A document: a complete XML file. */
  document(name: string, xml: string): void;
  /** The frame, in pieces. */
  frame(xml: string): void;
}

/**
 * Split a volume that comes in pieces.
 *
 * @returns how many documents there were
 * @throws XmlSyntaxError where the volume is not well-formed
 */
export function splitVolume(pieces: Iterable<string>, out: SplitOutput): number {
  const taken = new Set([FRAME.slice(0, -'.xml'.length)]);
  let count = 0;
  let declarations: string | undefined;
  const nameFor = (id: string | undefined): string => {
    const base = id !== undefined && FILE_NAME.test(id) ? id : `document-${count}`;
    let name = base;
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${base}-${i}`;
    taken.add(name.toLowerCase());
    return `${name}.xml`;
  };
  cutElements(pieces, {
    choose: (tag) => {
      declarations ??= rootDeclarations(tag);
      return tag.name === 'div' && tag.attributes.type === 'document';
    },
    element(xml, tag) {
      count++;
      const name = nameFor(tag.attributes['xml:id']);
      const own = Object.keys(tag.attributes).some((key) => key === 'xmlns' || key.startsWith('xmlns:'));
      const alone = own ? xml : `<div${NAMESPACES}${declarations}${xml.slice('<div'.length)}`;
      out.document(name, `${DECLARATION}${alone}\n`);
      // A document with declarations of its own keeps them in the volume.
      const as = own ? ' parse="xml"' : '';
      out.frame(`<${INCLUDE} xmlns:xi="${XINCLUDE}" href="${escapeAttribute(name)}"${as}/>`);
    },
    rest: (xml) => out.frame(xml),
  });
  return count;
}

/** Prefixes of the root that a document may use, other than frus. */
const rootDeclarations = ({ attributes }: CutTag): string =>
  Object.keys(attributes)
    .filter((key) => key.startsWith('xmlns:') && key !== 'xmlns:frus')
    .map((key) => ` ${key}="${escapeAttribute(attributes[key]!)}"`)
    .join('');

/** Whether a file is a frame: it includes documents. */
export const isFrame = (xml: string): boolean => xml.includes(`<${INCLUDE} `) && xml.includes(XINCLUDE);

export interface JoinInput {
  /** The text of a document's file. */
  read(name: string): string;
  write(xml: string): void;
}

/**
 * Put the documents back into a frame.
 *
 * @returns names of files that the frame asks for but that lie outside of its folder; they are left out
 * @throws XmlSyntaxError where the frame is not well-formed
 */
export function joinFrame(frame: string, { read, write }: JoinInput): { documents: number; refused: string[] } {
  const refused: string[] = [];
  let documents = 0;
  let declarations = '';
  let root = true;
  cutElements([frame], {
    choose: (tag) => {
      if (root) declarations = rootDeclarations(tag);
      root = false;
      return tag.name === INCLUDE;
    },
    element(_, { attributes }) {
      const name = attributes.href ?? '';
      if (!FILE_NAME.test(name)) {
        refused.push(name);
        return;
      }
      documents++;
      const xml = bare(read(name));
      const added = `<div${NAMESPACES}${declarations}`;
      write(attributes.parse === undefined && xml.startsWith(added) ? `<div${xml.slice(added.length)}` : xml);
    },
    rest: write,
  });
  return { documents, refused };
}

/** A file without its declaration and the white space around its element. */
const bare = (xml: string): string => xml.replace(/^\ufeff?(<\?xml[^>]*\?>)?\s*/, '').trimEnd();
