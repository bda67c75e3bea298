/**
 * `<?teigram-disable rule other-rule -- reason?>` … `<?teigram-enable rule?>`: findings silenced in the file itself.
 * Without rule names all rules are meant; without an enabling instruction it holds to the end of the file.
 */

import type { Scan } from '../../xml/scan.js';

export interface Silence {
  /** undefined: every rule. */
  readonly rules: ReadonlySet<string> | undefined;
  readonly start: number;
  readonly end: number;
}

export interface Silences {
  readonly silences: readonly Silence[];
  /** Instructions that say no reason, or name no rule that there is. */
  readonly complaints: readonly { readonly start: number; readonly end: number; readonly message: string }[];
}

const names = (data: string): string[] => data.split(/[\s,]+/).filter((name) => name !== '');

export function silences(scan: Scan, known: (rule: string) => boolean): Silences {
  const open: { rules: Set<string> | undefined; start: number }[] = [];
  const found: Silence[] = [];
  const complaints: { start: number; end: number; message: string }[] = [];
  for (const node of scan.instructions) {
    if (node.target === 'teigram-disable') {
      const cut = node.data.indexOf('--');
      const rules = names(cut < 0 ? node.data : node.data.slice(0, cut));
      if (cut < 0 || node.data.slice(cut + 2).trim() === '') {
        complaints.push({ ...node, message: 'A rule is disabled without a reason' });
        continue;
      }
      for (const rule of rules) {
        if (!known(rule)) complaints.push({ ...node, message: `There is no rule “${rule}” to disable` });
      }
      open.push({ rules: rules.length > 0 ? new Set(rules) : undefined, start: node.end });
    } else if (node.target === 'teigram-enable') {
      const rules = names(node.data);
      for (const silence of [...open]) {
        const over = rules.length === 0 || !silence.rules ? [...(silence.rules ?? [])] : rules;
        const whole = rules.length === 0 || !silence.rules;
        if (!whole && !over.some((rule) => silence.rules?.has(rule))) continue;
        found.push({ rules: whole ? silence.rules : new Set(over), start: silence.start, end: node.start });
        if (!whole) for (const rule of over) silence.rules?.delete(rule);
        if (whole || silence.rules?.size === 0) open.splice(open.indexOf(silence), 1);
      }
    }
  }
  for (const { rules, start } of open) found.push({ rules, start, end: scan.text.length });
  return { silences: found, complaints };
}

export function silenced(list: readonly Silence[], rule: string, offset: number): boolean {
  return list.some((s) => offset >= s.start && offset <= s.end && (!s.rules || s.rules.has(rule)));
}
