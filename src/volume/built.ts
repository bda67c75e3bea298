/** Whether a file is a volume that was built before: what a further run may write anew. */

import { escapeAttribute } from '../xml/write.js';

const ROOT_ID = /<TEI\s[^>]*\bxml:id="([^"]*)"/;
const MADE_BY_US = '<application ident="teigram"';

/** @param volume the volume's identifier: that of another volume is an input like any file */
export function isBuilt(xml: string, volume: string): boolean {
  const header = xml.slice(0, xml.indexOf('</teiHeader>') + 1);
  return header.includes(MADE_BY_US) && ROOT_ID.exec(header)?.[1] === escapeAttribute(volume);
}
