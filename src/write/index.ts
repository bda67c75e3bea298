/** The writers of the output formats, a row each. A writer takes a balanced document and gives text with its ledger. */

import { audit, balance, type LedgerEntry } from '../ledger.js';
import type { Document } from '../tree.js';
import { XmlOutput } from '../xml/write.js';
import type { Format } from './formats.js';
import { documentData } from './json.js';
import { writeDiv } from './tei/div.js';
import { writeTei } from './tei/document.js';

export interface WriteOptions {
  /** A line a block (the default), or no white space that isn't the source's. */
  readonly pretty: boolean;
  /** teigram's version, for `appInfo`. */
  readonly version: string;
}

export interface Written {
  readonly output: string;
  readonly ledger: readonly LedgerEntry[];
}

type Writer = (document: Document, options: WriteOptions) => Written;

const xml =
  (write: (document: Document, out: XmlOutput, options: WriteOptions) => void): Writer =>
  (document, options) => {
    const out = new XmlOutput(document.source, options.pretty ? '\n' : '');
    write(document, out, options);
    audit(document.source, out.ledger, out.written);
    return { output: out.xml, ledger: out.ledger };
  };

const div = xml((document, out) => {
  writeDiv(document, out, { alone: true });
  out.newlineAlways();
});

const WRITERS: Readonly<Record<Format, Writer>> = {
  tei: xml((document, out, options) => writeTei(document, out, options.version)),
  div,
  json: (document, options) => ({
    output: `${JSON.stringify(documentData(document), null, options.pretty ? 2 : 0)}\n`,
    ledger: div(document, options).ledger,
  }),
};

/** Write a document; throws a LedgerError where anything would be lost. */
export function write(document: Document, format: Format, options: WriteOptions): Written {
  balance(document);
  return WRITERS[format](document, options);
}
