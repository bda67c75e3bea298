/**
 * The one home of libxml2: compile grammars, parse, validate, and hand the engine's errors on as plain data.
 *
 * Nothing of libxml2 leaves this file. Every document is disposed of, whatever happens.
 */

import { existsSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ErrorDetail,
  ParseOption,
  RelaxNGValidator,
  XmlDocument,
  type XmlInputProvider,
  XmlLibError,
  XmlParseError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

/** One error in the engine's own words. `line` counts from 1; `column` is 0 where the engine knows none. */
export interface EngineError {
  readonly kind: 'well-formed' | 'limit' | 'id' | 'schema';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly xpath?: string;
}

/** A grammar, compiled once and used for any number of documents of this thread. */
export interface Compiled {
  readonly language: 'xsd' | 'rng';
  readonly file: string;
  readonly validator: { validate(doc: XmlDocument): void };
}

/** A grammar that cannot be read or compiled; the message names the file and what the engine says of it. */
export class GrammarError extends Error {
  constructor(
    readonly file: string,
    message: string,
    /** The system's error, where the file could not be read. */
    cause?: unknown,
  ) {
    super(`${file}: ${message}`, { cause });
    this.name = 'GrammarError';
  }
}

/** The file that a name of the engine's means: a URL, percent-encoded, or a path. */
function fileOf(name: string): string | undefined {
  try {
    return name.startsWith('file:') ? fileURLToPath(name) : name;
  } catch {
    return undefined;
  }
}

/** As the library's own, which take the encoded path of a URL for a path. */
const files: XmlInputProvider = {
  ...fsInputProviders,
  match: (name) => existsSync(fileOf(name) ?? ''),
  open: (name) => {
    try {
      return openSync(fileOf(name) ?? '', 'r');
    } catch {
      return undefined;
    }
  },
};

let providersRegistered = false;

/**
 * Compile a grammar file. Its includes and imports are read from disk; the engine has no way to the network.
 *
 * @throws GrammarError if the file cannot be read or isn't a grammar.
 */
export function compile(file: string, language: 'xsd' | 'rng'): Compiled {
  if (!providersRegistered) {
    xmlRegisterInputProvider(files);
    providersRegistered = true;
  }
  let doc: XmlDocument | undefined;
  try {
    doc = XmlDocument.fromBuffer(readFileSync(file), { url: pathToFileURL(file).href });
    const validator = language === 'xsd' ? XsdValidator.fromDoc(doc) : RelaxNGValidator.fromDoc(doc);
    return { language, file, validator };
  } catch (error) {
    const words = (error as Error).message.trim().split('\n').slice(0, 3).join('; ');
    const told = words.replace(
      /(?:Failed to compute URL|Incorrect URI) for \w+ ([^;]+)/,
      (what, href: string) => `${what} (write it as ${encodeURI(href)})`,
    );
    throw new GrammarError(file, /^xmlRelaxNGParse: schemas is empty/.test(told) ? NO_RNG : told, error);
  } finally {
    doc?.dispose();
  }
}

const NO_RNG = 'it is no RELAX NG grammar';

const DEFAULT_OPTIONS = ParseOption.XML_PARSE_BIG_LINES | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET;

function toError(kind: EngineError['kind'], detail: ErrorDetail): EngineError {
  const { message, line, col, xpath } = detail;
  return { kind, message: message.trim(), line, column: col, ...(xpath === undefined ? {} : { xpath }) };
}

const LIMITS =
  /^(Excessive depth|Resource limit exceeded|Maximum entity amplification|internal error: Huge|.* too long)/;

const kindOf = ({ message }: ErrorDetail): 'limit' | 'well-formed' => (LIMITS.test(message) ? 'limit' : 'well-formed');

const aboutIds = (detail: ErrorDetail): boolean => /^(ID .* already defined|xml:id : )/.test(detail.message);

/**
 * Check UTF-8 bytes against grammars: one list of errors for the parse, and one for each grammar, in order. Where the
 * document isn't well-formed the lists of the grammars are empty. `entities` expands those of an internal DTD; external
 * ones are never read.
 */
export function check(bytes: Uint8Array, grammars: readonly Compiled[], entities = false): EngineError[][] {
  const found: EngineError[] = [];
  const usual = DEFAULT_OPTIONS | (entities ? ParseOption.XML_PARSE_NOENT : 0);
  let doc: XmlDocument;
  try {
    doc = XmlDocument.fromBuffer(bytes, { encoding: 'utf-8', option: usual });
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    const details = error.details;
    if (details.length === 0 || !details.every(aboutIds)) {
      const wrong = details.filter((detail) => !aboutIds(detail));
      return [wrong.map((detail) => toError(kindOf(detail), detail)), ...grammars.map(() => [])];
    }
    // A duplicate or malformed xml:id is the document's fault, not its syntax's: note it and validate all the same.
    found.push(...details.map((detail) => toError('id', detail)));
    const option = usual | ParseOption.XML_PARSE_SKIP_IDS;
    doc = XmlDocument.fromBuffer(bytes, { encoding: 'utf-8', option });
  }
  try {
    return [found, ...grammars.map((grammar) => validate(doc, grammar))];
  } finally {
    doc.dispose();
  }
}

function validate(doc: XmlDocument, grammar: Compiled): EngineError[] {
  try {
    grammar.validator.validate(doc);
    return [];
  } catch (error) {
    if (error instanceof XmlLibError) return error.details.map((detail) => toError('schema', detail));
    return [{ kind: 'limit', message: `the engine gave up: ${(error as Error).message}`, line: 1, column: 1 }];
  }
}
