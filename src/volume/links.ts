/**
 * Links across a volume. *supra* is the document before and *infra* the one after, as they stand in the volume;
 * what points to nothing in the volume loses its link and is told.
 */

import { counted } from '../counted.js';
import { escapeAttribute } from '../xml/write.js';
import type { Pointer } from './pointers.js';
import type { Problem } from './problem.js';

export interface Surroundings {
  readonly volume: string;
  /** Whether an identifier stands somewhere in the volume. */
  has(id: string): boolean;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Settled {
  readonly xml: string;
  readonly problems: readonly Problem[];
  /** Entries of lists, `#p_AJM1`, that names pointed to and that are not there: one for each link taken out. */
  readonly names: readonly string[];
}

/** Markup with the places that point elsewhere, in order. */
export interface Linked {
  readonly file: string;
  readonly xml: string;
  readonly pointers: readonly Pointer[];
}

/** The markup of a document, or of a division beside the documents, with its links settled. */
export function settleLinks(linked: Linked, around: Surroundings): Settled {
  const problems: Problem[] = [];
  const names: string[] = [];
  const edits: Edit[] = [];
  const tell = (pointer: Pointer, code: string, message: string): void => {
    problems.push({ file: linked.file, line: pointer.line, severity: 'warning', code, message });
  };
  const { pointers, xml } = linked;
  const targets = pointers.map(({ value }) => value.replace(`${around.volume}#`, '#'));
  pointers.forEach((pointer, i) => {
    const neighbour = /^(supra|infra)$/i.exec(pointer.text.replace(/[.,;)]+$/, ''))?.[1]?.toLowerCase();
    if (pointer.element !== 'ref' || !neighbour || !/^#d[^#]*$/.test(targets[i]!)) return;
    const other = neighbour === 'supra' ? around.previous : around.next;
    if (other === undefined || targets[i] === `#${other}`) return;
    const named = targets[i]!;
    // “footnote 2, supra”: the note goes with its document.
    const before = pointers[i - 1];
    if (before?.element === 'ref' && targets[i - 1]!.startsWith(`${named}fn`) && pointer.start - before.end < 40) {
      targets[i - 1] = `#${other}${targets[i - 1]!.slice(named.length)}`;
    }
    targets[i] = `#${other}`;
  });
  pointers.forEach((pointer, i) => {
    const target = targets[i]!;
    if (target.startsWith('#') && !around.has(target.slice(1))) {
      if (pointer.element === 'ref') {
        const what = `“${pointer.text.slice(0, 40)}” points to ${target}, which is not in the volume`;
        tell(pointer, 'link-to-nowhere', `${what}: the link is left out`);
        edits.push(...unwrap(pointer, xml));
      } else {
        names.push(target);
        edits.push(without(pointer, xml));
      }
    } else if (target !== pointer.value) {
      edits.push(withValue(pointer, xml, target));
    }
  });
  return { xml: apply(xml, edits), problems, names };
}

const startTag = ({ start, tagEnd }: Pointer, xml: string): string => xml.slice(start, tagEnd);

const pattern = (name: string): RegExp => new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`);

function withValue(pointer: Pointer, xml: string, value: string): Edit {
  const tag = startTag(pointer, xml);
  const text = tag.replace(pattern(pointer.attribute), () => ` ${pointer.attribute}="${escapeAttribute(value)}"`);
  return { start: pointer.start, end: pointer.tagEnd, text };
}

function without(pointer: Pointer, xml: string): Edit {
  return {
    start: pointer.start,
    end: pointer.tagEnd,
    text: startTag(pointer, xml).replace(pattern(pointer.attribute), ''),
  };
}

/** Take an element's tags away, its content stays. */
function unwrap(pointer: Pointer, xml: string): Edit[] {
  if (startTag(pointer, xml).endsWith('/>')) return [{ start: pointer.start, end: pointer.end, text: '' }];
  const close = xml.lastIndexOf('</', pointer.end - 1);
  return [
    { start: pointer.start, end: pointer.tagEnd, text: '' },
    { start: close, end: pointer.end, text: '' },
  ];
}

function apply(xml: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    out += xml.slice(at, start) + text;
    at = end;
  }
  return out + xml.slice(at);
}

/** What is told of names whose entries are missing: each entry once, or one word where there are no lists at all. */
export function missingEntries(names: readonly string[], manifestFile: string, lists: boolean): Problem[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const told = (message: string, hint?: string): Problem => ({
    ...{ file: manifestFile, severity: 'warning', code: 'no-entry', message },
    ...(hint === undefined ? {} : { hint }),
  });
  if (counts.size === 0) return [];
  if (!lists) {
    const links = counted(names.length, 'link of a name', 'links of names');
    const entries = counted(counts.size, 'person or term', 'persons and terms');
    const message = `left out: ${links} to ${entries}, for the volume has no lists`;
    return [told(message, 'name them by --authority lists.xml, or in the manifest: lists: [lists.xml]')];
  }
  return [...counts].map(([name, count]) => told(`${name} is in no list: ${counted(count, 'link')} left out`));
}
