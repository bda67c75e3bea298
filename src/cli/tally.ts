/** What a batch has come to, by verdict. */

import type { ManifestLine, Verdict } from '../batch/manifest.js';
import { EXIT } from './terminal.js';

/** Verdicts that raise the exit code though the run may not have told why of each document, and what to do. */
const NAMED: Readonly<Partial<Record<Verdict, string>>> = {
  invalid: '',
  faulty: '',
  'set aside': '--retry takes up what was set aside, with a larger --timeout or --memory perhaps',
};
/** Documents that are named. */
const FEW = 3;

export class Tally {
  private readonly byVerdict = new Map<Verdict, number>();
  private readonly first = new Map<Verdict, Pick<ManifestLine, 'input' | 'message'>[]>();
  private kept = 0;

  constructor(private readonly total: number) {}

  add({ input, verdict, message }: Pick<ManifestLine, 'input' | 'verdict' | 'message'>): void {
    this.byVerdict.set(verdict, this.of(verdict) + 1);
    const first = this.first.get(verdict) ?? [];
    if (first.length < FEW) this.first.set(verdict, [...first, { input, ...(message !== undefined && { message }) }]);
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
    return this.of('invalid') + this.of('faulty') > 0 ? EXIT.findings : EXIT.clean;
  }

  /** One line for a person. */
  summary(): string {
    const done = [...this.byVerdict.values()].reduce((sum, n) => sum + n, 0);
    const named: readonly (readonly [string, number])[] = [
      ['unchanged', this.kept],
      ['doubtful', this.of('doubtful')],
      ['faulty', this.of('faulty')],
      ['breaking the schema', this.of('invalid')],
      ['failed', this.of('failed')],
      ['set aside', this.of('set aside')],
    ];
    const parts = named.filter(([, n]) => n > 0).map(([what, n]) => `${n} ${what}`);
    return [`${done} of ${this.total} documents`, ...parts].join(', ');
  }

  /** Why the exit code is what it is: the first documents of each verdict, what is the matter with the first, and what to do. */
  reasons(): string[] {
    return Object.entries(NAMED).flatMap(([verdict, todo]) => {
      const n = this.of(verdict as Verdict);
      const first = this.first.get(verdict as Verdict) ?? [];
      if (first.length === 0) return [];
      const names = first.map(({ input }) => input).join(', ');
      const [why] = first[0]!.message?.split('\n') ?? [];
      return [
        `teigram: ${verdict}: ${names}${n > first.length ? ` and ${n - first.length} more` : ''}`,
        ...(why === undefined ? [] : [`  the first: ${why}`]),
        ...(todo ? [`  hint: ${todo}`] : []),
      ];
    });
  }
}
