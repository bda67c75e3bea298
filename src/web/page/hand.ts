/** What a reviewer has in hand: a doubt of the document that is open, or what was pointed at instead. */

import type { Doubt, View } from '../review/model.js';

/** By what a doubt is known in another view of the same text. */
const identityOf = ({ kind, start, end, note }: Doubt): string =>
  JSON.stringify(note ? [kind, note.n, note.opening] : [kind, start, end]);

export class Hand {
  /** The key of the document that is open; empty before the first. */
  key = '';
  view: View | undefined;
  /** What was pointed at that is no doubt of the list. */
  looked: Doubt | undefined;
  private at = 0;
  /** Doubts about which the server is being asked. They are out of hand, so that what is typed ahead is of the next. */
  private readonly asked = new Set<string>();

  /** Open another document; its view comes later. */
  open(key: string): void {
    this.key = key;
    this.view = undefined;
    this.looked = undefined;
    this.at = 0;
  }

  /** Index of the doubt in hand; −1 where there is none, or something else is. */
  now(): number {
    return this.looked || !this.free(this.at) ? -1 : this.at;
  }

  doubt(): Doubt | undefined {
    return this.looked ?? this.view?.list[this.now()];
  }

  private free(index: number): boolean {
    const doubt = this.view?.list[index];
    return doubt !== undefined && !this.isAsked(doubt);
  }

  isAsked(doubt: Doubt): boolean {
    return this.asked.has(this.key + identityOf(doubt));
  }

  /** Doubts that are neither decided nor being decided. */
  left(): number {
    return this.view?.list.filter((doubt) => !this.isAsked(doubt)).length ?? 0;
  }

  /** Take the doubt with an index in hand; false where that is being decided, or there is none. */
  focus(index: number): boolean {
    if (!this.free(index)) return false;
    this.looked = undefined;
    this.at = index;
    return true;
  }

  /** Take the next doubt (1) or the one before (−1) in hand, around the ends; false where there is none. */
  step(by: 1 | -1): boolean {
    const { length } = this.view?.list ?? [];
    // From what was pointed at, back to the doubt that was in hand before.
    if (this.looked && this.focus(this.at)) return true;
    for (let n = 1; n <= length; n++) if (this.focus((this.at + by * n + n * length) % length)) return true;
    return false;
  }

  /** The server is being asked about a doubt: the next one is in hand. What is given back has it free again. */
  takeOut(doubt: Doubt): () => void {
    const mine = this.key + identityOf(doubt);
    const inHand = this.doubt() === doubt;
    this.asked.add(mine);
    if (inHand) this.looked = undefined;
    this.settleAt(this.at);
    return () => this.asked.delete(mine);
  }

  /** The first free doubt from an index on, else the last before it. */
  private settleAt(index: number): void {
    const { length } = this.view?.list ?? [];
    let at = Math.min(index, length);
    while (at < length && !this.free(at)) at++;
    if (at === length) {
      at = index - 1;
      while (at > 0 && !this.free(at)) at--;
    }
    this.at = Math.max(0, Math.min(at, length - 1));
  }

  /** Have another view of the document; false where what was in hand is doubtful no longer, and another doubt is. */
  show(next: View): boolean {
    const before = this.view;
    const held = before?.list[this.at];
    const free = this.free(this.at);
    this.view = next;
    if (!before || !held || before.hash !== next.hash) {
      this.settleAt(this.at);
      return true;
    }
    const same = next.list.findIndex((doubt) => identityOf(doubt) === identityOf(held));
    const after = next.list.findIndex(({ start }) => start >= held.start);
    if (same >= 0) this.at = same;
    else this.at = after >= 0 ? after : Math.max(0, next.list.length - 1);
    this.settleAt(this.at);
    return same >= 0 || !free;
  }

  /** Take in hand what a view has and the one before had not: a doubt whose decision was taken back. */
  focusNew(before: View): void {
    const known = new Set(before.list.map(identityOf));
    this.focus(this.view?.list.findIndex((doubt) => !known.has(identityOf(doubt))) ?? -1);
  }
}
