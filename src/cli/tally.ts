/** What a batch has come to, by verdict. */

import type { ManifestLine, Verdict } from '../batch/manifest.js';
import { EXIT } from './terminal.js';

export class Tally {
  private readonly byVerdict = new Map<Verdict, number>();
  private errors = 0;
  private kept = 0;

  constructor(private readonly total: number) {}

  add({ verdict, errors }: Pick<ManifestLine, 'verdict' | 'errors'>): void {
    this.byVerdict.set(verdict, this.of(verdict) + 1);
    this.errors += errors;
  }

  /** A document that was left as it is. */
  keep(line: ManifestLine): void {
    this.kept++;
    this.add(line);
  }

  private of(verdict: Verdict): number {
    return this.byVerdict.get(verdict) ?? 0;
  }

  counts(): Readonly<Record<string, number>> {
    const { total, kept } = this;
    return { total, unchanged: kept, ...Object.fromEntries(this.byVerdict) };
  }

  failures(): number {
    return this.of('failed') + this.of('set aside');
  }

  exitCode(): number {
    if (this.failures() > 0) return EXIT.failure;
    return this.of('invalid') + this.errors > 0 ? EXIT.findings : EXIT.clean;
  }

  /** One line for a person. */
  summary(): string {
    const done = [...this.byVerdict.values()].reduce((sum, n) => sum + n, 0);
    const named: readonly (readonly [string, number])[] = [
      ['unchanged', this.kept],
      ['with doubts', this.of('doubtful')],
      ['breaking the schema', this.of('invalid')],
      ['failed', this.of('failed')],
      ['set aside', this.of('set aside')],
    ];
    const parts = named.filter(([, n]) => n > 0).map(([what, n]) => `${n} ${what}`);
    return [`${done} of ${this.total} documents`, ...parts].join(', ');
  }
}
