/** Run the house rules over one file: one scan, one walk, each element handed to the rules that asked for its name. */

import type { Severity } from '../../diagnostic.js';
import { position, source } from '../../source.js';
import { type Scan, type ScanElement, scanXml } from '../../xml/scan.js';
import type { Finding } from '../finding.js';
import { inCable } from './cables.js';
import { silenced, silences } from './disable.js';
import { type Flow, FlowReader } from './flow.js';
import type { Extra, Pending, Place, Profile, Rule } from './rule.js';
import { TRAIT } from './traits.js';
import { attr, loneDocument } from './tree.js';

export interface RunOptions {
  readonly file?: string;
  readonly profile: Profile;
  /** The rules to run, with the severity that the configuration gives them. */
  readonly rules: readonly { readonly rule: Rule; readonly severity: Severity }[];
  /** Whether a name is that of a rule at all, disabled ones included. */
  readonly known: (rule: string) => boolean;
  /** See `RuleContext.lists`. */
  readonly lists?: boolean;
}

/** A pointer to another file, with its place and the severity of the finding that it becomes if it leads nowhere. */
export type PendingLink = Pending & { readonly severity: Severity; readonly line: number; readonly column: number };

export interface RuleRun {
  readonly findings: readonly Finding[];
  readonly pending: readonly PendingLink[];
  readonly ids: readonly string[];
  readonly volume: string | undefined;
}

/** Whose profile a file falls under when nothing says so. */
export function profileOf(scan: Scan): Profile {
  const id = scan.root ? attr(scan.root, 'xml:id') : undefined;
  if (id && /^frus\d/.test(id)) return 'frus';
  if (scan.text.includes('http://history.state.gov/frus/ns/1.0')) return 'frus';
  return /<div\b[^>]*\stype=["']document["'][^>]*\sxml:id=["']d\d/.test(scan.text.slice(0, 20_000)) ? 'frus' : 'tei';
}

function volumeOf(scan: Scan, file: string | undefined): string | undefined {
  const { root } = scan;
  if (root && (root.name === 'TEI' || root.name === 'TEI.2')) return attr(root, 'xml:id');
  return file?.match(/(frus\d[^/\\]*?)(?:\.xml)?(?:[/\\][^/\\]*)?$/)?.[1];
}

interface Raw {
  readonly rule: string;
  readonly edited: boolean;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly extra: Extra | undefined;
}

/** The part of an element that is shown: its start tag. */
const endOf = (place: Place): number => ('tagEnd' in place ? place.tagEnd : place.end);

/** Findings in document order; a file that can't be scanned has none (its parser says why). */
export function runRules(text: string, options: RunOptions, scanned?: Scan): RuleRun {
  const scan = scanned ?? scanXml(text);
  const volume = volumeOf(scan, options.file);
  if (scan.problem || !scan.root) return { findings: [], pending: [], ids: [], volume };
  const { ids } = scan;
  const raw: Raw[] = [];
  const pending: Pending[] = [];
  const whole = /^(TEI|TEI\.2|teiCorpus)$/.test(scan.root.name) && loneDocument(scan.root) === undefined;
  const defer = (item: Pending): void => {
    pending.push(item);
  };
  const visits = new Map<string, ((element: ScanElement) => void)[]>();
  const any: ((element: ScanElement) => void)[] = [];
  const flowing: ((flow: Flow) => void)[] = [];
  const ends: (() => void)[] = [];
  for (const { rule, severity } of options.rules) {
    // Plain assignments: this runs for every rule of every file, and spreading costs as much as the rules do.
    const {
      elements,
      any: all,
      flow,
      end,
    } = rule.run({
      scan,
      file: options.file,
      volume,
      profile: options.profile,
      ids,
      whole,
      lists: options.lists === true,
      defer,
      report(place, message, extra) {
        const { id, edited = false } = rule;
        raw.push({ rule: id, edited, severity, message, start: place.start, end: endOf(place), extra });
      },
    });
    for (const name in elements) {
      const list = visits.get(name);
      if (list) list.push(elements[name]!);
      else visits.set(name, [elements[name]!]);
    }
    if (all) any.push(all);
    if (flow) flowing.push(flow);
    if (end) ends.push(end);
  }
  // One walk for all: passing over the nodes is most of the work in a large file.
  const reader = flowing.length > 0 ? new FlowReader() : undefined;
  for (const node of scan.nodes) {
    reader?.read(node);
    if (node.type !== 'element') continue;
    const some = visits.get(node.name);
    if (some) for (const visit of some) visit(node);
    for (const visit of any) visit(node);
  }
  for (const flow of reader?.flows ?? []) if (flow.has(TRAIT.text)) for (const visit of flowing) visit(flow);
  for (const end of ends) end();
  return { ...finish(raw, pending, scan, options), ids: [...ids.keys()], volume };
}

function finish(raw: Raw[], pending: readonly Pending[], scan: Scan, options: RunOptions) {
  const { silences: quiet, complaints } = silences(scan, options.known);
  for (const { start, end, message } of complaints) {
    const hint = 'Write <?teigram-disable rule -- why?>.';
    raw.push({
      rule: 'disable-without-reason',
      edited: false,
      severity: 'error',
      message,
      start,
      end,
      extra: { hint },
    });
  }
  if (raw.length === 0 && pending.length === 0) return { findings: [], pending: [] };
  const of = source(scan.text);
  const sent = raw.some((r) => r.edited) ? inCable(scan) : () => false;
  const findings = raw
    .filter((r) => !(r.edited && sent(r)))
    .filter((r) => r.rule === 'disable-without-reason' || !silenced(quiet, r.rule, r.start))
    .map((r, order) => ({ r, order }))
    .sort((a, b) => a.r.start - b.r.start || a.order - b.order)
    .map(({ r }): Finding => {
      const from = position(of, r.start);
      const to = position(of, r.end);
      return {
        rule: r.rule,
        severity: r.severity,
        message: r.message,
        ...(options.file === undefined ? {} : { file: options.file }),
        line: from.line,
        column: from.column,
        endLine: to.line,
        endColumn: to.column,
        offset: r.start,
        endOffset: r.end,
        ...r.extra,
      };
    });
  const linkSeverity = options.rules.find(({ rule }) => rule.id === 'dangling-link')?.severity ?? 'error';
  const places = pending
    .filter((p) => !silenced(quiet, 'dangling-link', p.start))
    .map((p) => ({ ...p, severity: linkSeverity, ...position(of, p.start) }));
  return { findings, pending: places };
}
