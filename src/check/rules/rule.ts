/** What a house rule is: a plain object with its reason and its examples; `visitor` says what it looks at. */

import type { Severity } from '../../diagnostic.js';
import type { TextRange } from '../../text-range.js';
import type { Scan, ScanAttribute, ScanElement } from '../../xml/scan.js';
import type { Edit } from '../finding.js';
import type { Flow } from './flow.js';

export const PROFILES = ['frus', 'tei'] as const;

/**
 * `tei`: holds for any edition. `frus`: holds for *Foreign Relations*, whose profile has both.
 * @useDeclaredType
 */
export type Profile = (typeof PROFILES)[number];

export interface Rule {
  /** Kebab-case, the file's name. */
  readonly id: string;
  readonly severity: Severity;
  readonly profile: Profile;
  /** One or two sentences: what is wrong with it. */
  readonly why: string;
  /** XML with one finding at least, and the same set right with none: examples in the documentation and the rule's test. */
  readonly wrong: string;
  readonly right: string;
  /** Whether `--fix` mends it; then the wrong example, mended, is without a finding. */
  readonly fixes?: true;
  /** Of texts that editors prepared alone: an electronic cable is encoded as it was sent. */
  readonly edited?: true;
  /** Called once for many files, as making what a rule does costs as much as doing it. */
  readonly visitor: (context: RuleContext) => Visitor;
}

/** Calls come in document order, `end` last. */
export interface Visitor {
  /** By element name (`frus:attachment`; see ScanElement.name). */
  readonly elements?: Readonly<Record<string, (element: ScanElement) => void>>;
  /** By attribute name as written, of any element. */
  readonly attributes?: Readonly<Record<string, (attribute: ScanAttribute, element: ScanElement) => void>>;
  /** Running text outside the header, a call a block, when its block ends. */
  readonly flow?: (flow: Flow) => void;
  /** Only texts that have one of these traits (see traits.ts), or-ed, are handed to `flow`; left out: any but blank ones. */
  readonly traits?: number;
  readonly end?: () => void;
  /** After each file: what the visitor remembers of it goes. */
  readonly forget?: () => void;
}

export type Place = ScanElement | ScanAttribute | TextRange;

export interface Extra {
  readonly hint?: string;
  readonly fix?: readonly Edit[];
}

/** A pointer to another file: judged when all files are known. */
export interface Pending {
  /** The volume (`frus1955-57v21`), a path relative to the file, or '' for a file of the same folder. */
  readonly file: string;
  /** The id in it, '' for the file as a whole. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly element: string;
  readonly attribute: string;
  readonly value: string;
}

/** What is known of a file as a whole. */
export interface FileFacts {
  readonly scan: Scan;
  /** Path of the file, if it has one. */
  readonly file: string | undefined;
  /** The volume's id: the root's, else the file's name. */
  readonly volume: string | undefined;
  readonly profile: Profile;
  /** Elements by xml:id; the first where several have it. */
  readonly ids: ReadonlyMap<string, ScanElement>;
  /** Ids of what it includes (XInclude). */
  readonly included: ReadonlySet<string>;
  /** Whether the file is a whole edition, not one document alone: then what it doesn't hold isn't there. */
  readonly whole: boolean;
  /** Whether ids of lists of persons and terms are known from elsewhere. */
  readonly lists: boolean;
}

export interface RuleContext {
  /** The file that is being visited. */
  readonly of: FileFacts;
  /** An element is pointed at by its start tag. */
  report(place: Place, message: string, extra?: Extra): void;
  /** Leave a pointer to be judged with the other files. */
  defer(pending: Pending): void;
}
