/** `--report`: what a run found, as JSON, the most doubtful first. */

import type { Finding } from '../check/finding.js';
import type { Diagnostic } from '../diagnostic.js';
import { position, type Source } from '../source.js';
import type { Context } from '../tree.js';
import { VERSION } from '../version.js';

export interface DocumentOutcome {
  readonly source: Source;
  readonly context: Context;
  /** undefined: standard output. */
  readonly output: string | undefined;
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly Finding[];
}

export interface FailedInput {
  readonly input: string;
  readonly message: string;
}

/** A decision of a model or of a rule of thumb; anything else that is reported is a fact about the text. */
const isDoubt = (diagnostic: Diagnostic): boolean => diagnostic.p !== undefined;

function placed(of: Source, { start, end, ...rest }: Diagnostic): object {
  const { line, column } = position(of, start);
  return { line, column, start, end, text: of.text.slice(start, end), ...rest };
}

function documentReport(outcome: DocumentOutcome): object {
  const { source, context, output, encoding, diagnostics, findings } = outcome;
  const doubts = diagnostics.filter(isDoubt).sort((a, b) => a.p! - b.p! || a.start - b.start);
  return {
    input: source.name,
    output: output ?? null,
    volume: context.volume ?? null,
    id: context.id,
    n: context.n ?? null,
    encoding,
    characters: source.text.length,
    findings,
    doubts: doubts.map((d) => placed(source, d)),
    diagnostics: diagnostics.filter((d) => !isDoubt(d)).map((d) => placed(source, d)),
  };
}

/** Gathers a run's report document by document, as text, so that no document is held in memory. */
export class Report {
  private readonly documents: string[] = [];
  private readonly failures: FailedInput[] = [];
  private withFindings = 0;
  private withDoubts = 0;

  add(outcome: DocumentOutcome): void {
    this.documents.push(JSON.stringify(documentReport(outcome), null, 2));
    if (outcome.findings.length > 0) this.withFindings++;
    if (outcome.diagnostics.some((d) => isDoubt(d) && d.severity !== 'info')) this.withDoubts++;
  }

  fail(failure: FailedInput): void {
    this.failures.push(failure);
  }

  private counts() {
    const { documents, withFindings, withDoubts, failures } = this;
    return { documents: documents.length, withFindings, withDoubts, failures: failures.length };
  }

  /** One line for a person. */
  summary(folder: string): string {
    const { documents, withFindings, withDoubts, failures } = this.counts();
    const parts = [
      `${documents} document${documents === 1 ? '' : 's'} to ${folder}`,
      `${withDoubts} with doubts`,
      ...(withFindings > 0 ? [`${withFindings} breaking the schema`] : []),
      ...(failures > 0 ? [`${failures} failed`] : []),
    ];
    return parts.join(', ');
  }

  json(): string {
    const head = JSON.stringify({ teigram: VERSION, summary: this.counts(), failures: this.failures }, null, 2).slice(
      0,
      -2,
    );
    const documents = this.documents.map((text) => text.replace(/^/gm, '    ')).join(',\n');
    return `${head},\n  "documents": [${documents && `\n${documents}\n  `}]\n}\n`;
  }
}
