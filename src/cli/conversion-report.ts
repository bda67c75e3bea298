/** `--report`: what a run found, as JSON, the most doubtful first. */

import type { Outcome, PlacedDiagnostic } from '../batch/task.js';
import { counted } from '../counted.js';
import { VERSION } from '../version.js';

/** A decision of a model or of a rule of thumb; anything else that is reported is a fact about the text. */
const isDoubt = (diagnostic: PlacedDiagnostic): boolean => diagnostic.p !== undefined;

function placed({ line, column, start, end, text, ...rest }: PlacedDiagnostic): object {
  return { line, column, start, end, text, ...rest };
}

/** What is doubtful or wrong in one document, the most doubtful first. */
export function documentReport(outcome: Outcome, target: string | undefined): object {
  const { name, context, encoding, characters, diagnostics, findings } = outcome;
  const doubts = diagnostics.filter(isDoubt).sort((a, b) => a.p! - b.p! || a.start - b.start);
  return {
    input: name,
    output: target ?? null,
    volume: context?.volume ?? null,
    id: context?.id,
    n: context?.n ?? null,
    encoding,
    characters,
    findings,
    doubts: doubts.map(placed),
    diagnostics: diagnostics.filter((d) => !isDoubt(d)).map(placed),
  };
}

/** Gathers a run's report document by document, as text, so that no document is held in memory. */
export class Report {
  private readonly documents: string[] = [];
  private readonly failures: { readonly input: string; readonly message: string }[] = [];
  private converted = 0;
  private withFindings = 0;
  private withDoubts = 0;

  /** `detailed`: whether the report itself will be asked for. */
  constructor(private readonly detailed: boolean) {}

  add(outcome: Outcome, input: string, target: string | undefined): void {
    if (outcome.failure) {
      this.failures.push({ input, message: outcome.failure.message });
      return;
    }
    this.converted++;
    if (outcome.counts.findings > 0) this.withFindings++;
    if (outcome.counts.warnings > 0) this.withDoubts++;
    if (this.detailed) this.documents.push(JSON.stringify(documentReport(outcome, target), null, 2));
  }

  private counts() {
    const { converted, withFindings, withDoubts, failures } = this;
    return { documents: converted, withFindings, withDoubts, failures: failures.length };
  }

  /** One line for a person. */
  summary(folder: string): string {
    const { documents, withFindings, withDoubts, failures } = this.counts();
    const parts = [
      `${counted(documents, 'document')} to ${folder}`,
      `${withDoubts} doubtful`,
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
