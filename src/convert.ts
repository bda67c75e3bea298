/**
 * The whole path: source → in the plain form of an edition → document → resolved → back in the source → written → checked. Start reading
 * here.
 */

import type { Authority } from './authority/types.js';
import type { Finding } from './check/finding.js';
import { schemaFindings } from './check/output.js';
import { type ReviewDecision, standing } from './decisions/decision.js';
import { DEFAULT_DOUBT, type Diagnostic } from './diagnostic.js';
import type { LedgerEntry } from './ledger.js';
import type { Markup } from './markup.js';
import { type DocumentFacts, factsOf, remember, type VolumeMemory } from './memory.js';
import { requireText } from './options.js';
import { BLOCK_DOUBT } from './read/findings/doubts.js';
import { read } from './read/index.js';
import { inPlainForm } from './read/plain-form.js';
import { reflowed } from './read/reflow/origin.js';
import { rebase } from './read/reflow/rebase.js';
import { shipNames } from './resolve/emphasis/ships.js';
import { resolve } from './resolve/index.js';
import { nameFacts } from './resolve/persons/evidence.js';
import type { WhichPersons } from './resolve/persons/which.js';
import { citedNotes } from './resolve/references/numbering.js';
import { source } from './source.js';
import type { Document } from './tree.js';
import { requireOptions, requireTexts } from './valid-options.js';
import { VERSION } from './version.js';
import { DEFAULT_FORMAT, FORMATS, type Format } from './write/formats.js';
import { write } from './write/index.js';

/** How a text is converted. */
export interface ConvertOptions {
  /** What diagnostics call the text: a path, usually. Default `<text>`. */
  readonly name?: string;
  /** The volume's identifier, `frus1955-57v23p1`: it picks the sub-series' habits and is written to the header. */
  readonly volume?: string;
  /** The document's identifier, `d38`. Default: `d` and the printed number. */
  readonly doc?: string;
  /** Default `tei`. */
  readonly format?: Format;
  /** A line a block. Default true. */
  readonly pretty?: boolean;
  /** Check the output against the built-in schema. Default true; JSON is never checked. */
  readonly validate?: boolean;
  /** Decisions below this probability are reported as doubtful, readings of blocks below 0.9 at most, links of persons only where another person may be meant. Default 0.99. */
  readonly doubt?: number;
  /** The volume's own lists of persons and of terms (`readAuthority`). */
  readonly authority?: Authority;
  /** Names to tag: of the list (without a list: whoever is recognised), also unlisted ones, or none. Default `listed`. */
  readonly persons?: WhichPersons;
  /** What the documents of the volume tell, `remember(texts.map((text) => factsOfText(text, …)))`; `convertVolume` sees to it. */
  readonly memory?: VolumeMemory;
  /** What the markup of the text's file says of it (`plainText`): where its notes hang, what is in italics. */
  readonly markup?: Markup;
  /** What reviewers decided about this document, the `decisions` of a file that `readDecisions` read: it holds, whatever the models say. */
  readonly decisions?: readonly ReviewDecision[];
}

/** What became of a text. */
export interface Conversion {
  /** In the format asked for. */
  readonly output: string;
  /** The tree that was written; its source is the text as it was given, and all places are of that. */
  readonly document: Document;
  /** What is doubtful or wrong in the text, by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** What became of each character. */
  readonly ledger: readonly LedgerEntry[];
  /** Where the output breaks the schema: a bug of teigram, at the place in the text that shows it. Empty if not checked. */
  readonly findings: readonly Finding[];
}

/** The first steps: text → tree of the text in the plain form of an edition. Never throws on any text. */
export function readText(text: string, options: ConvertOptions = {}): Document {
  const context = { volume: options.volume, ...(options.doc !== undefined && { id: options.doc }) };
  const { placed, diagnostics } = standing(text, options.decisions);
  const begins = placed.filter(({ kind }) => kind === 'block').map(({ start }) => start);
  const { source: set, markup } = inPlainForm(source(text, options.name), { begins, markup: options.markup }, context);
  const decisions = placed.map((decision) => reflowed(set, decision));
  const { doubt = DEFAULT_DOUBT } = options;
  const document = read(set, context, { decisions, doubt: Math.min(doubt, BLOCK_DOUBT), ...(markup && { markup }) });
  if (diagnostics.length + decisions.length === 0) return document;
  const unfit = diagnostics.map((diagnostic) => reflowed(set, diagnostic));
  return { ...document, decided: decisions, diagnostics: [...document.diagnostics, ...unfit] };
}

/** What a document tells about the others of its volume, as `remember` takes it. */
export function documentFacts(read: Document, { authority, persons }: ConvertOptions): DocumentFacts {
  const names = authority && persons !== 'none' && { names: nameFacts(read, authority) };
  const ships = shipNames(read.source.text);
  return { ...factsOf(read), cited: citedNotes(read), ...(ships.length > 0 && { ships }), ...names };
}

/** A document as users get it: without the fields that nothing has filled in. */
function withoutUndefined({ context, correspondence, date, ...filled }: Document): Document {
  const { volume, id, n } = context;
  return {
    ...filled,
    context: { ...(volume !== undefined && { volume }), id, ...(n !== undefined && { n }) },
    ...(correspondence && { correspondence }),
    ...(date && { date }),
  };
}

/** The other steps: resolve, write and check a document as `readText` gave it. */
export function convertDocument(read: Document, options: ConvertOptions = {}): Conversion {
  const {
    format = DEFAULT_FORMAT,
    pretty = true,
    validate = true,
    doubt = DEFAULT_DOUBT,
    authority,
    memory,
    persons,
  } = options;
  const resolved = resolve(read, {
    doubt,
    ...(read.decided && { decisions: read.decided }),
    ...(authority && { authority }),
    ...(memory && { memory }),
    ...(persons && { persons }),
  });
  const document = rebase(resolved);
  const { output, ledger } = write(document, format, { pretty, version: VERSION });
  const findings = validate && FORMATS[format].isEdition ? schemaFindings(output, ledger, document.source) : [];
  return { output, document: withoutUndefined(document), diagnostics: document.diagnostics, ledger, findings };
}

/**
 * Convert the plain text of one document. Never throws on any text: what can't be read is kept and reported.
 *
 * @throws TypeError where the text is no string, an option is none, or its value can't be meant.
 */
export function convert(text: string, options: ConvertOptions = {}): Conversion {
  requireText(text, 'the text');
  requireOptions(options);
  return convertDocument(readText(text, options), options);
}

/**
 * What the text of a document tells about the others of its volume, as `remember` takes it. For volumes whose documents are
 * converted one by one: with the same options, and with the memory, `convert` gives what `convertVolume` gives.
 *
 * @throws TypeError where the text is no string, an option is none, or its value can't be meant.
 */
export function factsOfText(text: string, options: ConvertOptions = {}): DocumentFacts {
  requireText(text, 'the text');
  requireOptions(options);
  return documentFacts(readText(text, options), options);
}

/** One document of a volume: its text, and what is its own among the options. */
export interface VolumeText extends Pick<ConvertOptions, 'name' | 'doc' | 'markup' | 'decisions'> {
  readonly text: string;
}

/**
 * Convert the documents of one volume together: each is evidence for the others, whatever their order. Conversions come
 * in the order of the texts.
 *
 * @throws TypeError where a text is none, an option is none, or its value can't be meant, before anything is converted.
 */
export function convertVolume(texts: readonly VolumeText[], options: ConvertOptions = {}): Generator<Conversion> {
  requireTexts(texts);
  requireOptions(options);
  const own = texts.map(({ name, doc, markup, decisions }) => ({
    ...options,
    ...(name !== undefined && { name }),
    ...(doc !== undefined && { doc }),
    ...(markup !== undefined && { markup }),
    ...(decisions !== undefined && { decisions }),
  }));
  for (const each of own) requireOptions(each);
  return convertTogether(texts, own, options);
}

function* convertTogether(
  texts: readonly VolumeText[],
  own: readonly ConvertOptions[],
  options: ConvertOptions,
): Generator<Conversion> {
  const documents = texts.map(({ text }, i) => readText(text, own[i]));
  const memory = remember(documents.map((document) => documentFacts(document, options)));
  for (const [i, document] of documents.entries()) yield convertDocument(document, { ...own[i], memory });
}
