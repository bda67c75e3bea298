/** Run the house rules over one file: one scan, one walk, each element handed to the rules that asked for its name. */

import type { Severity } from '../../diagnostic.js';
import { madeOnce } from '../../made-once.js';
import { position, source } from '../../source.js';
import { type Scan, scanXml } from '../../xml/scan.js';
import type { Finding } from '../finding.js';
import { inCable } from './cables.js';
import { silenced, silences } from './disable.js';
import { type ActiveRule, lineUp, type Raw } from './line-up.js';
import type { Pending, Profile } from './rule.js';
import { attr, loneDocument } from './tree.js';

export interface RunOptions {
  readonly file?: string;
  readonly profile: Profile;
  /** The rules to run; made ready once for each list. */
  readonly rules: readonly ActiveRule[];
  /** Whether a name is that of a rule at all, disabled ones included. */
  readonly known: (rule: string) => boolean;
  /** See `RuleContext.lists`. */
  readonly lists?: boolean;
  /** The file includes what can't be read: what it doesn't hold may be there. */
  readonly isPart?: boolean;
  /** Ids of what the file includes. */
  readonly included?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** A pointer to another file, with its place and the severity of the finding that it becomes if it leads nowhere. */
export type PendingLink = Pending & { readonly severity: Severity; readonly line: number; readonly column: number };

export interface RuleRun {
  readonly findings: readonly Finding[];
  readonly pending: readonly PendingLink[];
  readonly ids: readonly string[];
  readonly volume: string | undefined;
}

function volumeOf(scan: Scan, file: string | undefined): string | undefined {
  const { root } = scan;
  if (root && (root.name === 'TEI' || root.name === 'TEI.2')) return attr(root, 'xml:id');
  return file?.match(/(frus\d[^/\\]*?)(?:\.xml)?(?:[/\\][^/\\]*)?$/)?.[1];
}

const readied = madeOnce(lineUp);

/** Findings in document order; a file that can't be scanned has none (its parser says why). */
export function runRules(text: string, options: RunOptions, scanned?: Scan): RuleRun {
  const scan = scanned ?? scanXml(text);
  const volume = volumeOf(scan, options.file);
  if (scan.problem || !scan.root) return { findings: [], pending: [], ids: [], volume };
  const { ids } = scan;
  const { file, profile, isPart = false, lists = false, included = NONE } = options;
  const isWhole = /^(TEI|TEI\.2|teiCorpus)$/.test(scan.root.name) && loneDocument(scan.root) === undefined;
  const { raw, pending } = readied(options.rules)({
    scan,
    file,
    volume,
    profile,
    ids,
    included,
    whole: isWhole && !isPart,
    lists,
  });
  return { ...finish(raw, pending, scan, options), ids: [...ids.keys(), ...included], volume };
}

function finish(raw: Raw[], pending: readonly Pending[], scan: Scan, options: RunOptions) {
  const { silences: quiet, complaints } = silences(scan, options.known);
  for (const { start, end, message, hint } of complaints) {
    raw.push({
      rule: 'disable-without-reason',
      edited: false,
      severity: 'error',
      message,
      start,
      end,
      extra: { hint },
      turn: Number.MAX_SAFE_INTEGER,
      order: 0,
    });
  }
  if (raw.length === 0 && pending.length === 0) return { findings: [], pending: [] };
  const of = source(scan.text);
  const sent = raw.some((r) => r.edited) ? inCable(scan) : () => false;
  const findings = raw
    .filter((r) => !(r.edited && sent(r)))
    .filter((r) => r.rule === 'disable-without-reason' || !silenced(quiet, r.rule, r.start))
    .sort((a, b) => a.start - b.start || a.turn - b.turn || a.order - b.order)
    .map((r): Finding => {
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
