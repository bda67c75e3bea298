/** A document as texts without white space, and the elements as places in them: indentation and line ends never matter. */

import type { XmlElement, XmlText } from '../xml/parse.js';
import { FIELDS, type Field } from './fields.js';

/** An occurrence of a field, `start` ≤ `end` in characters of its text that are not white space. */
export interface Occurrence {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** One text of a document: the body, or one note. */
export interface Flow {
  chars: string;
  readonly occurrences: Occurrence[];
}

/** The body under `''`, each note under its number. */
export type Flows = ReadonlyMap<string, Flow>;

/** The Unicode white space characters and the zero width space. */
const WHITE = /[\s\u0085\u001c-\u001f\u200b]+/g;
/** Matter of the publishing platform, not of the document. */
const LEFT_OUT = new Set(['file', 'pdf', 'page-count-according-to-citation']);

const byElement = new Map<string, Field[]>();
for (const field of FIELDS) {
  for (const name of field.elements) byElement.set(name, [...(byElement.get(name) ?? []), field]);
}

const newFlow = (): Flow => ({ chars: '', occurrences: [] });

/** Flatten the content of a document's element. Notes are numbered or stand inline; a note in a note is part of it. */
export function flatten(document: XmlElement): Flows {
  const body = newFlow();
  const flows = new Map([['', body]]);

  const children = (nodes: readonly (XmlElement | XmlText)[], flow: Flow, inNote: boolean): void => {
    for (const node of nodes) {
      if (node.type === 'text') flow.chars += node.value.replace(WHITE, '');
      else visit(node, flow, inNote);
    }
  };

  const visit = (element: XmlElement, flow: Flow, inNote: boolean): void => {
    if (LEFT_OUT.has(element.name)) return;
    const start = flow.chars.length;
    const note = element.name === 'note' ? noteNumber(element, inNote) : undefined;
    if (note !== undefined) {
      const own = newFlow();
      record(element, flow, start, start, false);
      children(element.children, own, true);
      flows.set(note, own);
      return;
    }
    if (element.name !== 'pb') children(element.children, flow, inNote);
    if (element.name !== 'note') record(element, flow, start, flow.chars.length, inNote);
  };

  children(document.children, body, false);
  return flows;
}

function noteNumber({ attributes }: XmlElement, inNote: boolean): string | undefined {
  return !inNote && attributes.n && attributes.rend !== 'inline' ? attributes.n : undefined;
}

function record(element: XmlElement, flow: Flow, start: number, end: number, inNote: boolean): void {
  for (const { name, extent, key, empty } of byElement.get(element.name) ?? []) {
    if (start === end && !empty && (extent === 'span' || extent === 'end')) continue;
    const value = key(element, inNote);
    if (value === undefined) continue;
    const [from, to] = { span: [start, end], end: [end, end], point: [start, start], once: [0, 0] }[extent] as [
      number,
      number,
    ];
    flow.occurrences.push({ field: name, start: from, end: to, key: value });
  }
}
