/** Values of attributes as they stand in bytes → small numbers, equal bytes the same number. */

export class Values {
  /** Numbers of values, by hash; 0 for none. */
  private slots = new Int32Array(1 << 3);
  private readonly hashes: number[] = [0];
  private readonly starts: number[] = [0];
  private bytes = new Uint8Array(1 << 5);
  private end = 0;

  /** How many there are; numbers begin at 1. */
  get size(): number {
    return this.hashes.length - 1;
  }

  /** The number of `b[from…to)`, whose hash is known. */
  number(b: Uint8Array, from: number, to: number, hash: number): number {
    const { hashes, starts, bytes } = this;
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let known = this.slots[slot]!; known !== 0; known = this.slots[slot]!) {
      if (hashes[known] === hash) {
        let at = starts[known]!;
        const end = known + 1 < starts.length ? starts[known + 1]! : this.end;
        let i = from;
        if (end - at === to - from) {
          while (at < end && bytes[at] === b[i]) {
            at++;
            i++;
          }
          if (at === end) return known;
        }
      }
      slot = (slot + 1) & mask;
    }
    return this.add(b, from, to, hash, slot);
  }

  private add(b: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const number = this.hashes.length;
    this.hashes.push(hash);
    this.starts.push(this.end);
    if (this.end + to - from > this.bytes.length) {
      const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.end + to - from));
      wider.set(this.bytes);
      this.bytes = wider;
    }
    this.bytes.set(b.subarray(from, to), this.end);
    this.end += to - from;
    this.slots[slot] = number;
    if (number * 2 > this.slots.length) this.spread();
    return number;
  }

  private spread(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 1; number < this.hashes.length; number++) {
      const hash = this.hashes[number]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.slots = slots;
  }
}
