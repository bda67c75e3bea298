/** Names as they stand in bytes → small numbers: a tree of characters, one step a byte, nothing compared twice. */

/** ASCII letters, digits and `_ - . :`; other names are for the full parser. */
export const NAME_BYTE = new Uint8Array(256);
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:')
  NAME_BYTE[char.charCodeAt(0)] = 1;

/** A qualified name as it is written: at most one colon, a letter or `_` on both sides of it. */
const QNAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;

/** No edition has so many; a file that does is for the full parser. */
const MOST_NODES = 8000;

export class Names {
  /** For a node and a byte (128 a node), the next node; 0 for none. Node 1 is the beginning. */
  next = new Uint16Array(128 * 512);
  /** The name that ends at a node: its number, 0 for none. */
  ends = new Uint16Array(MOST_NODES);
  /** By number; the first is nobody's. */
  readonly written: string[] = [''];
  private nodes = 2;

  /** The number of `bytes[from…to)`, a new one if it is new; −1 where it is no name that we take. */
  add(bytes: Uint8Array, from: number, to: number): number {
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
    return this.number(name);
  }

  /** As {@link add}, for a name that is known as a string. */
  number(name: string): number {
    if (name.length > 200 || !QNAME.test(name)) return -1;
    let node = 1;
    for (let at = 0; at < name.length; at++) {
      const slot = node * 128 + name.charCodeAt(at);
      if (this.next[slot] === 0) {
        if (this.nodes >= MOST_NODES) return -1;
        if ((this.nodes + 1) * 128 > this.next.length) {
          const wider = new Uint16Array(this.next.length * 2);
          wider.set(this.next);
          this.next = wider;
        }
        this.next[slot] = this.nodes++;
      }
      node = this.next[slot]!;
    }
    if (this.ends[node] === 0) {
      this.ends[node] = this.written.length;
      this.written.push(name);
    }
    return this.ends[node]!;
  }
}
