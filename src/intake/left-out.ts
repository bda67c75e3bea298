/** What a reader leaves out of a document or can't give as it is, told: what it is, how much, and how it begins. */

import { counted } from '../counted.js';
import { oneLine } from '../text/one-line.js';
import type { Remark } from './tree.js';

/** Pieces that are told one by one. */
const TOLD = 10;
const SHOWN = 60;

/** `Page 3 of 12`, or nothing. */
const NUMBER_ALONE = /^(?:page|p\.)?[\s–—[(-]*(?:\d{1,4}|[ivxlc]{1,7})?(?:\s?(?:\/|of)\s?\d{1,4})?[\s–—\])-]*$/i;

/** The beginning of a text. */
function quoted(content: string): string {
  const text = oneLine(content);
  return `“${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}”`;
}

export class LeftOut {
  private readonly texts: string[] = [];
  private readonly pictures: string[] = [];
  private readonly edges = new Set<string>();
  private formulas = 0;
  /** By what they are. */
  private readonly reviews = new Map<string, { count: number; readonly first: string }>();

  /** @param alt what the file says that it shows; empty if nothing */
  picture(alt: string): void {
    this.pictures.push(alt.trim());
  }

  /** @param what where the text stands */
  text(what: string, content: string): void {
    const text = oneLine(content);
    this.texts.push(`left out: ${what}, ${counted(text.split(' ').length, 'word')}: ${quoted(text)}`);
  }

  /** What stands at the head or foot of pages; their number alone is not told. */
  edge(what: 'head' | 'foot', content: string): void {
    const text = oneLine(content);
    if (!NUMBER_ALONE.test(text)) this.edges.add(`left out at the ${what} of pages: ${quoted(text)}`);
  }

  /**
   * What reviewers left in the file, or nobody sees: told together, with the first.
   *
   * @param paragraph what gathers the words around it
   */
  reviewed(what: 'comment' | 'tracked deletion' | 'hidden passage', content: string, paragraph: () => string): void {
    const known = this.reviews.get(what);
    if (known) {
      known.count++;
      return;
    }
    const around = paragraph();
    const place = oneLine(around) === '' ? '' : `, in ${quoted(around)}`;
    this.reviews.set(what, { count: 1, first: `${quoted(content)}${place}` });
  }

  /** Formulas that are read as text. */
  flattened(formulas: number): void {
    this.formulas += formulas;
  }

  remarks(): Remark[] {
    const hint = 'if it belongs to the document, put it back: teigram reads plain text as well';
    const warning = (message: string): Remark => ({ code: 'left-out', severity: 'warning', message, hint });
    const told = this.texts.slice(0, TOLD).map(warning);
    const more = this.texts.length - told.length;
    if (more > 0) told.push(warning(`left out: ${more} more of the kind`));
    for (const [what, { count, first }] of this.reviews)
      told.push(warning(`left out: ${counted(count, what)}${count === 1 ? '' : ', the first'}: ${first}`));
    const info = (code: string, message: string, hint: string): Remark => ({ code, severity: 'info', message, hint });
    for (const message of this.edges) told.push(info('running-head-left-out', message, hint));
    if (this.formulas > 0) {
      const message = `${counted(this.formulas, 'formula')} written on one line`;
      told.push(info('formula-on-one-line', message, 'compare with the original'));
    }
    const { length } = this.pictures;
    if (length === 0) return told;
    const named = this.pictures.filter((alt) => alt !== '').map((alt) => `“${alt}”`);
    const names = named.length > 0 ? `: ${named.slice(0, TOLD).join(', ')}` : '';
    return [...told, info('picture-left-out', `left out: ${counted(length, 'picture')}${names}`, hint)];
  }
}
