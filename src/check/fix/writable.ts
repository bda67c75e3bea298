/** Fixes that a file's encoding has room for: a character that it lacks is written as a reference, which isn't read everywhere. */

import { countWhile } from '../../count-while.js';
import { scanXml } from '../../xml/scan.js';
import { holds } from '../encoding.js';
import type { Edit, Finding } from '../finding.js';

/** The findings, less those whose fix would put a character that the encoding lacks into a CDATA section, comment or instruction. */
export function writable(findings: readonly Finding[], text: string, encoding: string): readonly Finding[] {
  const lacks = (edit: Edit): boolean => !holds(encoding, edit.text);
  if (!findings.some(({ fix }) => fix?.some(lacks))) return findings;
  const isLiteral = literalIn(text);
  return findings.filter(({ fix }) => !fix?.some((edit) => lacks(edit) && isLiteral(edit.start)));
}

/** Whether what is put in at an offset comes to stand where references aren't read. */
function literalIn(text: string): (at: number) => boolean {
  const stretches = scanXml(text).nodes.flatMap((node) => {
    // A section's brackets lie outside of it, those of the others inside.
    if (node.type === 'text') return node.cdata ? [{ from: node.start, to: node.end }] : [];
    return node.type === 'element' ? [] : [{ from: node.start + 1, to: node.end - 1 }];
  });
  return (at) => {
    const first = stretches[countWhile(stretches, ({ to }) => to < at)];
    return first !== undefined && first.from <= at;
  };
}
