/** What a reader leaves out of a document or can't give as it is, told: what it is, how much, and how it begins. */

import { oneLine } from '../one-line.js';
import type { Remark } from './tree.js';

/** Pieces that are told one by one. */
const TOLD = 10;
const SHOWN = 60;

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

export class LeftOut {
  private readonly texts: string[] = [];
  private readonly pictures: string[] = [];
  private formulas = 0;

  /** @param alt what the file says that it shows; empty if nothing */
  picture(alt: string): void {
    this.pictures.push(alt.trim());
  }

  /** @param what where the text stands */
  text(what: string, content: string): void {
    const text = oneLine(content);
    const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    this.texts.push(`left out: ${what}, ${counted(text.split(' ').length, 'word')}: “${shown}”`);
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
    const info = (code: string, message: string, hint: string): Remark => ({ code, severity: 'info', message, hint });
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
