/**
 * Every node type of a document: plain readonly data, one closed union, in source order, but for notes at the feet of pages: they stand
 * at the end, as all notes do.
 *
 * Leaves hold spans of the source and together tile it from end to end (`balance` in ledger.ts proves it). What stands
 * elsewhere in TEI than in the text (notes, say) is moved by writers, never in the tree. What resolvers find out about
 * stretches of text (a name, a date, a link) is a {@link Mark}: stand-off, by offsets, so that passes don't get in each
 * other's way; writers weave marks and leaves into elements.
 */

import type { PlacedDecision } from './decisions/decision.js';
import type { Alternative, Diagnostic } from './diagnostic.js';
import type { MarkedEmphasis } from './markup.js';
import type { Source, Span } from './source.js';
import type { TextRange } from './text-range.js';

/** Why characters of the source are not text of the output. */
export type SkipReason =
  /** White space between or around blocks */
  | 'blank'
  /** White space at the start of a line */
  | 'indent'
  /** A line end inside a block, written as lb or as a space */
  | 'line-end'
  /** The printer's, where the end of a line divides a word */
  | 'hyphen'
  /** `* ` before a list item */
  | 'bullet'
  /** `# ` before the heading, `**` around it */
  | 'heading-mark'
  /** ` | ` between the cells of a table, dots that lead from one to the next */
  | 'cell-edge'
  /** A note's number where the note hangs */
  | 'note-mark'
  /** `  2. ` before a note's text */
  | 'note-label'
  /** `[Page 81]`, written as pb */
  | 'page-mark'
  /** `↩` after a note */
  | 'back-link'
  /** `> ` before each line of quoted mail, a line's number */
  | 'line-prefix'
  /** Soft hyphens, blanks without width */
  | 'unseen'
  | 'byte-order-mark'
  /** Characters that XML 1.0 cannot hold */
  | 'forbidden-in-xml';

/** Characters that appear in the output as they stand. */
export interface Text {
  readonly type: 'text';
  readonly span: Span;
}

/** Characters that are dropped: a kind, not an absence. */
export interface Skip {
  readonly type: 'skip';
  readonly span: Span;
  readonly reason: SkipReason;
}

/** A page break, `[Page 81]`; `n` is the number as printed. */
export interface PageBreak {
  readonly type: 'pb';
  readonly span: Span;
  readonly n: string;
}

/** A line end that the output keeps as `lb`. */
export interface LineBreak {
  readonly type: 'lb';
  readonly span: Span;
}

/** The place of a note: the mark's characters (perhaps none), dropped; the note is written here. */
export interface Anchor {
  readonly type: 'anchor';
  readonly span: Span;
  /** Its index among {@link Document.notes}. */
  readonly note: number;
}

/** What is printed at the edge of a page and is no part of its text: a running head, a marking. TEI's `fw`. */
export interface FormeWork {
  readonly type: 'fw';
  readonly span: Span;
}

/** What running text consists of, in source order: the spans of a flow's leaves tile the flow. */
export type Leaf = Text | Skip | PageBreak | LineBreak | Anchor | FormeWork;

/** Blocks that hold running text. */
export type FlowType =
  /** `893.00/15070: Telegram` before the heading */
  | 'sourceLine'
  | 'head'
  | 'dateline'
  /** Classification, precedence and other opener matter */
  | 'seg'
  | 'salute'
  | 'p'
  | 'listHead'
  /** `1.` or `a)` before an item */
  | 'label'
  | 'item'
  | 'cell'
  | 'signed'
  /** Text beside blocks in a group (a paragraph that holds a list, an item that holds one): no element of its own */
  | 'run';

/** How a flow is set, as TEI's `rend`. */
export type Rend = 'flushleft' | 'strong' | 'italic' | 'sectiontitleital' | 'center' | 'right';

/** The parts of a cable's head, as TEI's `seg/@type`. */
export type CableField =
  | 'action'
  | 'information'
  | 'drafting'
  | 'channel'
  | 'from'
  | 'to'
  | 'classification'
  | 'order'
  | 'tags'
  | 'caption';

/** A block of running text. */
export interface Flow {
  readonly type: FlowType;
  readonly content: readonly Leaf[];
  readonly rend?: Rend;
  /** What a `seg` of a cable's head says. */
  readonly field?: CableField;
  /** The probability of this reading of the block, where a model chose it. */
  readonly p?: number;
  /** Other readings, best first. */
  readonly alternatives?: readonly Alternative[];
}

/** `p` and `item` are groups where they hold blocks beside their text: `run` flows, lists, tables, quotes. */
export type GroupType =
  | 'opener'
  | 'list'
  | 'table'
  | 'row'
  | 'quote'
  | 'closer'
  | 'postscript'
  | 'attachment'
  | 'p'
  | 'item';

/** What a list is for, as its `type`. */
export type ListType = 'subject' | 'participants' | 'to' | 'from' | 'references' | 'simple';

/** A block of blocks. */
export interface Group {
  readonly type: GroupType;
  readonly children: readonly Block[];
  readonly listType?: ListType;
  /** Tables: how many columns there are. */
  readonly cols?: number;
  /** Rows: it is the heading row. */
  readonly role?: 'label';
  /** Lists: printed as running text, label and item on one line. */
  readonly inline?: true;
  /** A list in an item: set where its items have bullets of their own, so that they are lines of their own. */
  readonly bulleted?: true;
}

/** A note as it stands at the end of the text. `body` holds one flow a paragraph. */
export interface Note {
  readonly type: 'note';
  /** The printed number or symbol. */
  readonly n: string;
  /** The number before its text, dropped. */
  readonly label: Skip;
  /** Where its mark stands, if the markup of the file says it. */
  readonly mark?: TextRange;
  readonly body: readonly (Flow | Skip | PageBreak | FormeWork)[];
  /** Its place among {@link Document.notes}, from 0. */
  readonly index: number;
  /** It says where the document was found. */
  readonly kind?: 'source';
}

/** What a document or a group consists of. */
export type Block = Flow | Group | Note | Skip | PageBreak | FormeWork;

/** How sure a decision is, what it might have been, and on what ground. */
export interface Decision {
  readonly state: 'found' | 'ambiguous' | 'missing';
  /** The probability of what was chosen, calibrated, from 0 to 1. */
  readonly p: number;
  /** Best first. */
  readonly alternatives: readonly Alternative[];
  /** In words. */
  readonly why?: string;
}

/** The TEI elements that marks become. */
export type MarkType = 'persName' | 'gloss' | 'ref' | 'hi' | 'del' | 'date' | 'placeName';

/**
 * A stretch of text that is an element in TEI, by UTF-16 offsets in the source. `attributes` are TEI's, in the order in which they are written.
 * Marks nest or stand apart; where two cross, the writer splits the later one.
 */
export interface Mark {
  readonly type: MarkType;
  readonly start: number;
  readonly end: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly decision?: Decision;
}

/** Where a note hangs, or that no place was found. */
export interface Placement {
  /** Its index among {@link Document.notes}. */
  readonly note: number;
  /** UTF-16 offsets of the mark's characters in the source; start = end where the number isn't printed. */
  readonly start: number;
  readonly end: number;
  readonly decision: Decision;
}

/** Facts about the document that its text alone doesn't tell. */
export interface Context {
  /** `frus1955-57v23p1`, if known. */
  readonly volume?: string | undefined;
  /** `d38`. */
  readonly id: string;
  /** The printed number, if any. */
  readonly n?: string | undefined;
}

/** One end of a correspondence, as the heading, the dateline and the signature tell it. */
export interface CorrespondenceParty {
  /** As printed, `the Department of State`. */
  readonly organisation?: string;
  /** As printed, `Allison`. */
  readonly person?: string;
  /** `#p_AJM1`, where the person is known. */
  readonly corresp?: string;
  /** Where it was written or where it went, as printed: `Tokyo`. */
  readonly place?: string;
  /** Attributes of TEI's `date`: `when`, or `from` and `to`, or `notBefore` and `notAfter`. */
  readonly date?: Readonly<Record<string, string>>;
}

/** Who wrote to whom, for `correspDesc`. */
export interface Correspondence {
  readonly sent?: CorrespondenceParty;
  readonly received?: CorrespondenceParty;
  /** Further organisations to which it was sent for action. */
  readonly addressed?: readonly string[];
  /** Organisations that had a copy. */
  readonly copied?: readonly string[];
}

/**
 * A document as a tree over its text: what `read` makes, resolvers add to, and `--format json` writes.
 *
 * While it is made all fields are there: V8 gives each copy `{ ...document, date }` a hidden class of its own where `date` is new. Users
 * get it without those that nothing has filled in.
 */
export interface Document {
  /** The text; all offsets are places in it. */
  readonly source: Source;
  /** What reviewers decided of it, in its places; absent where nothing was. */
  readonly decided?: readonly PlacedDecision[];
  /** What the markup of its file emphasises; absent where that is nothing. */
  readonly emphasis?: readonly MarkedEmphasis[];
  readonly context: Context;
  /** What kind of document it is by its heading and shape, `telegram`; `document` where neither tells. */
  readonly genre: string;
  /** Subjects by which an archive files it, such as a cable's TAGS. */
  readonly subjects?: readonly string[];
  readonly blocks: readonly Block[];
  /** The notes among `blocks`, in the order in which they stand. */
  readonly notes: readonly Note[];
  /** Where the notes hang, one for each. */
  readonly placements: readonly Placement[];
  /** What was found out about stretches of the text, in no order. */
  readonly marks: readonly Mark[];
  readonly correspondence?: Correspondence | undefined;
  /** First and last moment of the document's date: ISO 8601 date-times with offset, for `frus:doc-dateTime-min`, `-max`. */
  readonly date?: { readonly min: string; readonly max: string } | undefined;
  /** What is doubtful or wrong. */
  readonly diagnostics: readonly Diagnostic[];
}
