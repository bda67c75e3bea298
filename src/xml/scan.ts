/**
 * XML → a tree with the place of everything: elements, each attribute and its value, text, comments, instructions.
 *
 * A quick pass for checks that must point at characters and mend them. It is lenient (what a parser refuses, a parser
 * must say) but never wrong about places in a well-formed file; a DOCTYPE is stepped over, no entity of it expanded.
 */

import { Scanner } from './scanner.js';

/** Offsets are UTF-16 code units of the text scanned: `start…end` spans `name="value"`, `valueStart…valueEnd` the raw value. */
export interface ScanAttribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

interface Placed {
  readonly start: number;
  end: number;
  /** Index in {@link Scan.nodes}. */
  readonly at: number;
  readonly parent: ScanElement | undefined;
  /** Index among the parent's children. */
  readonly index: number;
}

/**
 * `name` is the local name for TEI (and for no namespace), `frus:name` for the namespace of the FRUS edition, and the name
 * as written otherwise. `tagEnd` is the offset after the start tag, `closeStart` that of the end tag (= `end` where the
 * element is empty `<pb/>`). Its descendants are `nodes[at + 1 … until - 1]`.
 */
export interface ScanElement extends Placed {
  readonly type: 'element';
  readonly name: string;
  readonly written: string;
  readonly ns: string;
  readonly attributes: readonly ScanAttribute[];
  readonly children: ScanNode[];
  readonly tagEnd: number;
  readonly depth: number;
  closeStart: number;
  until: number;
}

/** Text as written, `raw`: references are not resolved. CDATA counts as text (`cdata`), `start…end` without its brackets. */
export interface ScanText extends Placed {
  readonly type: 'text';
  readonly raw: string;
  readonly cdata: boolean;
}

export interface ScanInstruction extends Placed {
  readonly type: 'instruction';
  readonly target: string;
  readonly data: string;
}

export interface ScanComment extends Placed {
  readonly type: 'comment';
}

export type ScanNode = ScanElement | ScanText | ScanInstruction | ScanComment;

/** `nodes` in document order; `problem` is the first place where the file can't be read on. */
export interface Scan {
  readonly text: string;
  readonly root: ScanElement | undefined;
  readonly nodes: readonly ScanNode[];
  readonly instructions: readonly ScanInstruction[];
  /** Elements by xml:id; the first where several have it. */
  readonly ids: ReadonlyMap<string, ScanElement>;
  readonly problem?: { readonly message: string; readonly offset: number };
}

/** Scan a document or a lone element. Never throws; see {@link Scan.problem}. */
export function scanXml(text: string, maxDepth = 2000): Scan {
  return new Scanner(text, maxDepth).scan();
}
