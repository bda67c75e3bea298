/** What `teigram roundtrip` does. */

import { decode } from '../batch/decode.js';
import { documentOf } from '../batch/document-id.js';
import { findInputs, STDIN } from '../batch/inputs.js';
import { convert } from '../convert.js';
import { counted } from '../counted.js';
import { besideIn, compareTexts, type Outcome, piecesIn, renderText, type TextComparison } from '../render/index.js';
import { type Score, scorer } from '../score/score.js';
import { parseXml, type XmlElement } from '../xml/parse.js';
import { volumeOf } from './identifiers.js';
import type { RoundtripFlags } from './roundtrip.js';
import { bytesOf, refuse, teiOf } from './tei-input.js';
import { colours, EXIT, err, exitWith, out } from './terminal.js';

interface Difference extends TextComparison {
  readonly input: string;
}

export async function runRoundtrip(args: readonly string[], flags: RoundtripFlags): Promise<void> {
  const { inputs, problems } = await findInputs(args, ['.txt', '.xml']);
  refuse(problems);
  const counts: Record<Outcome, number> = { same: 0, layout: 0, lost: 0 };
  const differences: Difference[] = [];
  const { add, score } = scorer();
  const toTei = (text: string, name: string, doc: string | undefined): XmlElement => {
    const volume = flags.volume ?? volumeOf(name);
    const options = { name, validate: false, format: 'div', ...(volume && { volume }), ...(doc && { doc }) } as const;
    return parseXml(convert(text, options).output);
  };
  const judge = (input: string, before: string, after: string): void => {
    const comparison = compareTexts(before, after);
    counts[comparison.outcome]++;
    if (comparison.outcome !== 'same') differences.push({ input, ...comparison });
  };
  for (const input of inputs) {
    const bytes = await bytesOf(input);
    if (!bytes) continue;
    const name = input.path === STDIN ? '<stdin>' : input.path;
    const { text } = decode(bytes);
    if (!/^\ufeff?\s*</.test(text)) {
      judge(name, text, renderText(toTei(text, name, documentOf(name)), { rowPages: true }));
      continue;
    }
    const root = teiOf(name, bytes);
    if (!root) continue;
    const pieces = piecesIn(root);
    const documents = pieces.filter((piece) => piece.isDocument);
    const beside = besideIn(pieces);
    if (beside !== undefined && !flags.quiet) err(`${name}: not compared: ${beside}`);
    for (const { id, element } of documents) {
      const place = documents.length > 1 ? `${name}#${id}` : name;
      const before = renderText(element);
      const again = toTei(before, name, id);
      judge(place, before, renderText(again));
      add(place, element, again);
    }
  }
  report(counts, differences, score(), flags);
  if (counts.lost > 0 || (flags.strict && counts.layout > 0)) exitWith(EXIT.findings);
}

function report(
  counts: Record<Outcome, number>,
  differences: readonly Difference[],
  { documents, structureExact, losslessExact }: Score,
  flags: RoundtripFlags,
): void {
  if (flags.json) {
    out(`${JSON.stringify({ ...counts, tei: { documents, structureExact, losslessExact }, differences }, null, 2)}\n`);
    return;
  }
  if (!flags.quiet) {
    for (const { input, outcome, line, before, after } of differences) {
      if (outcome === 'layout' && !flags.strict) continue;
      err(`${input}:${line}: ${outcome === 'lost' ? colours.red(outcome) : colours.yellow(outcome)}`);
      err(`  before: ${JSON.stringify(before)}`);
      err(`  after:  ${JSON.stringify(after)}`);
    }
  }
  const total = counts.same + counts.layout + counts.lost;
  out(`${counted(total, 'document')}: ${counts.same} same, ${counts.layout} layout, ${counts.lost} lost\n`);
  if (documents > 0) {
    const [structure, lossless] = [structureExact, losslessExact].map((share) => Math.round(share * documents));
    out(`TEI again: structure the same in ${structure} of ${documents}, text, notes and pages in ${lossless}\n`);
  }
}
