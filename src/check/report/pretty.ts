/** For people: a code frame a finding, grouped by file, counted by rule. */

import type * as CodeFrame from '@babel/code-frame';
import { createColors } from 'picocolors';
import { onFirstUse } from '../../on-first-use.js';
import type { Finding } from '../finding.js';
import { count, isMendable, leftOut, limited, type Report, summary } from './report.js';

/** Loaded with the first finding: most runs have none, and end sooner without it. */
const codeFrame = onFirstUse<typeof CodeFrame>('@babel/code-frame');

/** Characters that would tell a terminal what to do, each as one that can be seen, so that columns stay. */
const seen = (text: string): string =>
  text.replace(/[\0-\x08\n-\x1f\x7f-\x9f]/g, (char) => {
    const code = char.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });

/** Columns of a line that are shown; longer lines are cut around the place. */
const WIDTH = 100;

export function pretty(report: Report): string {
  const paint = createColors(report.colour);
  const colours = { error: paint.red, warning: paint.yellow, info: paint.cyan };
  const out: string[] = [];
  let shown = 0;
  const files = limited(report);
  for (const { path, findings } of files) {
    if (findings.length === 0) continue;
    const text = report.textOf(path);
    const lines = text === undefined ? undefined : new Lines(text);
    for (const { more = 0 } of findings) shown += 1 + more;
    for (const finding of findings) {
      const { line, column, severity, message, rule, hint } = finding;
      const mark = colours[severity](severity);
      const name = paint.dim(`[${rule}]${isMendable(finding) ? ' (--fix)' : ''}`);
      out.push(`${paint.bold(seen(path))}:${line}:${column} ${mark} ${seen(message)} ${name}`);
      if (lines) out.push(lines.frame(finding, report.colour));
      if (hint) out.push(`  ${paint.dim('hint:')} ${seen(hint)}`);
      out.push('');
    }
  }
  const { findings, byRule } = count(report);
  if (findings > shown) {
    out.push(
      `… and ${findings - shown} more${leftOut(report.files, files)} (--max-findings ${findings} shows all)`,
      '',
    );
  }
  const width = Math.max(...byRule.map((each) => String(each.count).length));
  for (const { rule, severity, count: n } of byRule)
    out.push(`  ${String(n).padStart(width)}  ${colours[severity](severity.padEnd(7))}  ${rule}`);
  if (byRule.length > 0) out.push('', paint.dim('teigram validate --explain <rule> tells why.'));
  out.push(summary(report));
  return `${out.join('\n')}\n`;
}

/** The lines of a text, found once. */
class Lines {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /** A line without its end; '' beyond the text. */
  private line(n: number): string {
    const start = this.starts[n - 1];
    return start === undefined
      ? ''
      : this.text.slice(start, (this.starts[n] ?? this.text.length + 1) - 1).replace(/\r$/, '');
  }

  frame({ line, column, endLine = line, endColumn = column + 1 }: Finding, colour: boolean): string {
    const from = Math.max(1, line - 1);
    const to = Math.min(Math.max(line, Math.min(endLine, line + 3)) + 1, this.starts.length);
    // All lines lose the same columns, so that the marker stays under its place.
    const cut = column > WIDTH * 0.8 ? column - Math.floor(WIDTH / 3) : 0;
    const shown = Array.from({ length: to - from + 1 }, (_, i) => {
      const whole = seen(this.line(from + i));
      const part = whole.slice(cut, cut + WIDTH);
      return `${cut > 0 && part ? '…' : ''}${part}${whole.length > cut + WIDTH ? '…' : ''}`;
    });
    const shift = cut > 0 ? 1 - cut : 0;
    const last = endLine > to ? WIDTH : endColumn;
    // The end column of the frame is the last character, ours is behind it.
    const end = endLine === line ? Math.max(column, Math.min(last - 1, cut + WIDTH)) : last - 1;
    const location = {
      start: { line, column: column + shift },
      end: { line: Math.min(endLine, to), column: Math.max(1, end + shift) + 1 },
    };
    const options = { highlightCode: false, forceColor: colour, startLine: from, linesAbove: 1, linesBelow: 1 };
    return codeFrame().codeFrameColumns(shown.join('\n'), location, options).replace(/^/gm, '  ');
  }
}
