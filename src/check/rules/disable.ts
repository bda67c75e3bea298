/**
 * `<?teigram-disable rule other-rule -- reason?>` … `<?teigram-enable rule?>`: findings silenced in the file itself.
 * Without rule names all rules are meant; without an enabling instruction it holds to the end of the file. A rule that is enabled
 * by name speaks, even while all others are silenced.
 */

import { countWhile } from '../../count-while.js';
import type { Scan } from '../../xml/scan.js';

interface Silence {
  /** undefined: every rule. */
  readonly rule: string | undefined;
  /** Rules that speak all the same, where every rule is meant. */
  readonly except: ReadonlySet<string>;
  readonly start: number;
  readonly end: number;
}

export interface Complaint {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

/** By rule, undefined for every rule; in order, as one ends before the next begins. */
type ByRule = ReadonlyMap<string | undefined, readonly Silence[]>;

export interface Silences {
  readonly silences: ByRule;
  /** Instructions that say no reason, or name no rule that there is. */
  readonly complaints: readonly Complaint[];
}

const names = (data: string): string[] => data.split(/[\s,]+/).filter((name) => name !== '');

const NONE: ReadonlySet<string> = new Set();
const NOTHING: Silences = { silences: new Map(), complaints: [] };

const OURS = new Set(['teigram-disable', 'teigram-enable']);

export function silences(scan: Scan, known: (rule: string) => boolean): Silences {
  if (!scan.instructions.some(({ target }) => OURS.has(target))) return NOTHING;
  const open = new Map<string | undefined, Omit<Silence, 'end'>>();
  const found = new Map<string | undefined, Silence[]>();
  const complaints: Complaint[] = [];
  const close = (silence: Omit<Silence, 'end'>, end: number): void => {
    const earlier = found.get(silence.rule);
    if (earlier) earlier.push({ ...silence, end });
    else found.set(silence.rule, [{ ...silence, end }]);
    open.delete(silence.rule);
  };
  for (const { target, data, start, end } of scan.instructions) {
    if (!OURS.has(target)) continue;
    const isDisable = target === 'teigram-disable';
    const cut = data.indexOf('--');
    const rules = names(cut < 0 ? data : data.slice(0, cut));
    if (isDisable && (cut < 0 || data.slice(cut + 2).trim() === '')) {
      const hint = 'Write <?teigram-disable rule -- why?>.';
      complaints.push({ start, end, message: 'A rule is disabled without a reason', hint });
      continue;
    }
    for (const rule of rules) {
      if (known(rule)) continue;
      const message = `There is no rule “${rule}” to ${isDisable ? 'disable' : 'enable'}`;
      complaints.push({ start, end, message, hint: 'Findings carry the name of their rule.' });
    }
    const all = open.get(undefined);
    if (isDisable) {
      for (const rule of rules) if (!open.has(rule)) open.set(rule, { rule, except: NONE, start: end });
      if (rules.length > 0) continue;
      if (all) close(all, start);
      open.set(undefined, { rule: undefined, except: NONE, start: end });
    } else if (rules.length === 0) {
      for (const silence of [...open.values()]) close(silence, start);
    } else {
      for (const rule of rules) {
        const silence = open.get(rule);
        if (silence) close(silence, start);
      }
      if (!all) continue;
      close(all, start);
      open.set(undefined, { ...all, except: new Set([...all.except, ...rules]), start: end });
    }
  }
  for (const silence of [...open.values()]) close(silence, scan.text.length);
  return { silences: found, complaints };
}

/** The one that holds at a place. */
function silenceAt(list: readonly Silence[], offset: number): Silence | undefined {
  const last = list[countWhile(list, ({ start }) => start <= offset) - 1];
  return last && offset <= last.end ? last : undefined;
}

export function silenced(silences: ByRule, rule: string, offset: number): boolean {
  if (silences.size === 0) return false;
  if (silenceAt(silences.get(rule) ?? [], offset)) return true;
  const all = silenceAt(silences.get(undefined) ?? [], offset);
  return all !== undefined && !all.except.has(rule);
}
