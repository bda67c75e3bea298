/** The numbers that OpenDocument's lists print before their items: no file holds them as text. */

import { childElements } from '../../xml/elements.js';
import type { XmlElement } from '../../xml/parse.js';
import { ordinal } from '../tree.js';

/** How a level of a list style counts. */
interface Counting {
  readonly form: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** Levels whose numbers it prints, its own among them: 2 for `1.1`. */
  readonly shown: number;
}

/** The level of a list, 1 for one that is in no other. */
interface Place {
  readonly style: string;
  readonly level: number;
}

const keyOf = ({ style, level }: Place): string => `${style} ${level}`;

/** The list styles of a document, and how far its lists have counted. */
export class Numbering {
  private readonly styles = new Map<string, Counting>();
  /** The next number, by style and level, and by the identifier of a list. */
  private readonly next = new Map<string, number>();

  /** @param roots what holds styles: those of the same name that come later count */
  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) this.read(root);
  }

  private read(of: XmlElement): void {
    if (of.name !== 'list-style') {
      for (const child of childElements(of)) this.read(child);
      return;
    }
    for (const { name, attributes } of childElements(of)) {
      const form = attributes['style:num-format'];
      const key = keyOf({ style: of.attributes['style:name'] ?? '', level: Number(attributes['text:level']) });
      if (name !== 'list-level-style-number' || !form) this.styles.delete(key);
      else
        this.styles.set(key, {
          form,
          prefix: attributes['style:num-prefix'] ?? '',
          suffix: attributes['style:num-suffix'] ?? '',
          start: Number(attributes['text:start-value'] ?? 1),
          shown: Number(attributes['text:display-levels'] ?? 1),
        });
    }
  }

  /**
   * Count the items of a list. One that holds a list alone has no label, and where it goes on with the item before, no number of its own.
   *
   * @param outer the numbers of the items around it, the outermost first
   * @returns for an item its own number and its label; undefined where items have none
   */
  counter(
    list: XmlElement,
    place: Place,
    outer: readonly string[],
  ): ((item: XmlElement) => { readonly number: string; readonly label: string }) | undefined {
    const counting = this.styles.get(keyOf(place));
    if (!counting) return undefined;
    const { form, prefix, suffix, start, shown } = counting;
    const id = list.attributes['xml:id'];
    const continued = list.attributes['text:continue-list'];
    const goesOn = list.attributes['text:continue-numbering'] === 'true';
    const before =
      continued !== undefined ? this.next.get(`#${continued}`) : goesOn ? this.next.get(keyOf(place)) : undefined;
    let next = before ?? start;
    return (item) => {
      const isEmpty = childElements(item)[0]?.name === 'list';
      if (isEmpty && next > start) return { number: ordinal(next - 1, form), label: '' };
      const n = Number(item.attributes['text:start-value'] ?? next);
      next = n + 1;
      this.next.set(keyOf(place), next);
      if (id !== undefined) this.next.set(`#${id}`, next);
      const number = ordinal(n, form);
      const above = shown > 1 ? outer.slice(1 - shown).filter((each) => each !== '') : [];
      return { number, label: isEmpty ? '' : `${prefix}${[...above, number].join('.')}${suffix} ` };
    };
  }
}
