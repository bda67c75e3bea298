/** Documents that rules look into (`doc('persons.xml')`): files on this disk, each read once. */

import { readFileSync } from 'node:fs';
import { decodeXml } from '../encoding.js';
import { doctypeOf, tooLarge } from '../safety.js';
import { pathOf } from '../schema/href.js';
import { type Document, libraries } from './libraries.js';

/** A document that can't be looked into; the message begins with XPath's code for it. */
export class Unreadable extends Error {}

const known = new Map<string, Document | Unreadable>();

/** The path of a document that is named in the file `from`, whatever part of it is meant. */
export const fileOf = (href: string, from: string | undefined): string | undefined =>
  pathOf(href.trim().replace(/#.*$/s, ''), from);

/** @throws Unreadable if it isn't on this disk, or is no XML that is read. */
export function documentAt(href: string, from: string | undefined): Document {
  const path = fileOf(href, from);
  if (path === undefined) throw new Unreadable(`FODC0002: ${href} is not on this disk: nothing is fetched`);
  const found = known.get(path) ?? read(path);
  known.set(path, found);
  if (found instanceof Unreadable) throw found;
  return found;
}

function read(path: string): Document | Unreadable {
  try {
    const bytes = readFileSync(path);
    const { text, problem } = decodeXml(bytes);
    const why = tooLarge(bytes.length)?.message ?? problem?.message ?? (doctypeOf(text) && 'a DOCTYPE is not read');
    if (why !== undefined) return new Unreadable(`FODC0002: ${path}: ${why}`);
    return libraries().dom.parseXmlDocument(text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return new Unreadable(`FODC0002: there is no file ${path}`);
    return new Unreadable(`FODC0002: ${path} can't be read: ${message.split('\n')[0]}`);
  }
}
