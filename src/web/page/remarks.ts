/** What a conversion tells, as lines of a list: what is wrong with the lists and the text first, then doubts, the greatest first. */

import type { RemoteConversion } from '../client.js';
import { make, percent } from './elements.js';

type Diagnostic = RemoteConversion['diagnostics'][number];

/** So many are shown. */
const MOST = 30;

const SEVERITIES = ['error', 'warning', 'info'];

const line = (label: string, where: string, message: string): HTMLElement =>
  make('li', {}, make('b', {}, label), ` ${where}: ${message}`);

const bySeverity = (a: Diagnostic, b: Diagnostic): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

export function remarksOf({ diagnostics, lists, findings }: RemoteConversion): HTMLElement[] {
  // That an entry says little of itself is no fault of the list.
  const wrongLists = lists.filter(({ severity }) => severity !== 'info').toSorted(bySeverity);
  const wrong = diagnostics.filter(({ p }) => p === undefined).toSorted(bySeverity);
  const doubts = diagnostics.filter(({ p }) => p !== undefined).toSorted((a, b) => a.p! - b.p!);
  const all = [
    ...findings.map((one) => line(one.severity, `line ${one.line}`, one.message)),
    ...wrongLists.map((one) => line(one.severity, `${one.name}, line ${one.line}`, one.message)),
    ...wrong.map((one) => line(one.severity, `line ${one.line}`, one.message)),
    ...doubts.map((one) => line(percent(one.p!), `line ${one.line}`, one.message)),
  ];
  if (all.length === 0) return [make('li', { class: 'soft' }, 'Nothing is doubtful.')];
  const more = all.length - MOST;
  return [...all.slice(0, MOST), ...(more > 0 ? [make('li', { class: 'soft' }, `and ${more} more`)] : [])];
}
