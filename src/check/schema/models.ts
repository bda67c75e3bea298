/** `<?xml-model?>` (W3C/ISO "Associating Schemas with XML documents"): which grammars a document names for itself. */

import { statSync } from 'node:fs';
import { extname } from 'node:path';
import type { Source } from '../../source.js';
import type { Finding } from '../finding.js';
import { placeFields } from '../place-fields.js';
import { isAbsolute, pathOf } from './href.js';

export const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron';
/** Files of grammars have a few hundred kilobytes; a document must not make us read whatever it likes. */
const MAX_BYTES = 16_000_000;

export interface Model {
  readonly kind: 'grammar' | 'schematron';
  readonly path: string;
  readonly phase?: string;
  readonly start: number;
  readonly end: number;
}

export interface Models {
  readonly models: readonly Model[];
  /** The first grammar that is named and isn't the built-in one's, be it there or not. */
  readonly other?: { readonly start: number };
  /** Instructions that cannot be followed, and why. */
  readonly findings: readonly Finding[];
}

/** What may come before the root element; the inside of an instruction is captured. */
const PROLOG_PIECE = /\s+|<\?([\s\S]*?)\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/y;

interface Instruction {
  readonly given: Readonly<Record<string, string | undefined>>;
  readonly start: number;
  readonly end: number;
}

/** The instructions of a document's prolog; those in comments and in a DOCTYPE are none. */
function instructionsIn(text: string): Instruction[] {
  const found: Instruction[] = [];
  PROLOG_PIECE.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  for (let piece = PROLOG_PIECE.exec(text); piece; piece = PROLOG_PIECE.exec(text)) {
    const data = /^xml-model\s([\s\S]*)/.exec(piece[1] ?? '')?.[1];
    if (data === undefined) continue;
    const given = Object.fromEntries(
      [...data.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((m) => [m[1], m[2] ?? m[3]]),
    );
    found.push({ given, start: piece.index, end: piece.index + piece[0].length });
  }
  return found;
}

const isSchematron = ({ schematypens, href = '' }: Instruction['given']): boolean =>
  schematypens === SCHEMATRON || extname(href).toLowerCase() === '.sch';

/** The names under which the grammar that the built-in one stands for goes. */
const OURS = /(?:^|[/\\])(?:frus|teigram)\.(?:rnc|rng|xsd)$/i;

/** Whether a document names Schematron rules, be they there or not. */
export const namesSchematron = (text: string): boolean => instructionsIn(text).some(({ given }) => isSchematron(given));

/** The models that a document names. `file` is its path, against which they are resolved; without one none can be. */
export function modelsOf(source: Source, file: string | undefined): Models {
  const models: Model[] = [];
  const findings: Finding[] = [];
  let other: Models['other'];
  for (const { given, start, end } of instructionsIn(source.text)) {
    const say = (message: string, hint?: string): void => {
      const at = placeFields(source, [start, end]);
      findings.push({ rule: 'xml-model', severity: 'info', message, ...at, ...(hint === undefined ? {} : { hint }) });
    };
    const href = given.href ?? '';
    if (href !== '' && !isSchematron(given) && !OURS.test(href)) other ??= { start };
    const path = pathOf(href, file);
    if (path === undefined && file === undefined && href !== '' && !isAbsolute(href)) {
      say(
        `${href} was not read: the document came without a path, so nobody knows where that is.`,
        'Give it with --schema or --rules, or name the file.',
      );
    } else if (path === undefined) {
      say(
        `${href || 'The model'} is not on this disk and was not read: nothing is fetched from the network.`,
        `Give a local copy with ${isSchematron(given) ? '--rules' : '--schema'}.`,
      );
    } else if (extname(path).toLowerCase() === '.rnc') {
      say(
        `${href} is in compact syntax, which isn't read.`,
        `Derive the XML syntax (trang ${href} ${href.replace(/\.rnc$/i, '.rng')}) and give that with --schema.`,
      );
    } else if (!readable(path)) {
      say(
        `${href} was not found, or is not a file of a grammar's size.`,
        `Correct its path, or give a copy with ${isSchematron(given) ? '--rules' : '--schema'}.`,
      );
    } else {
      const phase = given.phase === undefined ? {} : { phase: given.phase };
      models.push({ kind: isSchematron(given) ? 'schematron' : 'grammar', path, start, end, ...phase });
    }
  }
  return { models, findings, ...(other && { other }) };
}

function readable(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size <= MAX_BYTES;
}
