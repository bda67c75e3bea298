/** What is wrong or risky in a list. */

import type { Diagnostic, Severity } from '../diagnostic.js';
import { NAME } from '../xml/characters.js';
import { fold } from './fold.js';
import { parseName } from './name.js';
import { termForms } from './term-forms.js';
import type { Entry } from './types.js';
import { isCommonWord } from './words.js';

/** Duplicate ids, empty entries, targets of “See …” that don't exist, and forms that are common words. */
export function findingsOf(entries: readonly Entry[], known: ReadonlySet<string>): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (entry: Entry, severity: Severity, code: string, message: string, hint?: string): void => {
    found.push({ code, severity, message, start: entry.start, end: entry.end, ...(hint ? { hint } : {}) });
  };
  const ids = new Set(known);
  const all = new Set([...known, ...entries.map((entry) => entry.id)]);
  for (const entry of entries) {
    const named = `“${entry.name}”`;
    if (entry.name === '')
      report(entry, 'warning', 'list-entry-empty', `the entry ${entry.id || '(no id)'} has no name`);
    if (entry.id === '') {
      report(entry, 'warning', 'list-entry-without-id', `the entry ${named} has no id`, 'nothing can point to it');
    } else if (!NAME.test(entry.id)) {
      const message = `the id “${entry.id}” of ${named} is none that XML can point to; the entry is left out`;
      report(
        entry,
        'warning',
        'list-id-invalid',
        message,
        'ids begin with a letter or _ and hold letters, digits, - . and _ only',
      );
    } else if (ids.has(entry.id)) {
      report(
        entry,
        'warning',
        'list-duplicate-id',
        `the id ${entry.id} of ${named} is taken`,
        'the first entry with it counts',
      );
    }
    ids.add(entry.id);
    if (entry.description === '' && entry.see === undefined && entry.name !== '') {
      report(entry, 'info', 'list-entry-without-description', `the entry ${named} says nothing about it`);
    }
    if (entry.see !== undefined && !all.has(entry.see)) {
      report(entry, 'warning', 'list-see-nowhere', `${named} refers to ${entry.see}, which is not in the list`);
    }
    const word = commonForm(entry);
    if (word !== undefined) {
      const message = `${named} is also a common word (“${word}”): which is meant is decided by context`;
      report(entry, 'info', 'list-common-word', message);
    }
  }
  return found;
}

function commonForm(entry: Entry): string | undefined {
  if (entry.kind === 'term')
    return termForms(entry.name).find((form) => /^\p{L}+$/u.test(form) && isCommonWord(form.toLowerCase()));
  const { surname, whole } = parseName(entry.name);
  const words = surname.length > 0 ? surname : whole;
  return words.length === 1 && isCommonWord(fold(words[0]!)) ? words[0] : undefined;
}
