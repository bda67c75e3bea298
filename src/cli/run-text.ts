/** What `teigram text` does: parse, render, write. */

import { basename, extname, join } from 'node:path';
import { findInputs, STDIN } from '../batch/inputs.js';
import { lookAt } from '../batch/stat.js';
import { writeAtomic } from '../batch/write.js';
import { besideIn, languageIn, piecesIn, RENDERINGS, titleIn } from '../render/index.js';
import { checkTargets, targetsFor } from './targets.js';
import { bytesOf, refuse, teiOf } from './tei-input.js';
import { err, out } from './terminal.js';
import type { TextFlags } from './text.js';

const FILE_NAME = /^[\p{L}\p{N}_.-]+$/u;

export async function runText(args: readonly string[], flags: TextFlags): Promise<void> {
  const found = await findInputs(args, ['.xml']);
  refuse(found.problems);
  const { extension, render, whole } = RENDERINGS[flags.format];
  const targetOf = targetsFor(flags.out, found, extension);
  const plan = found.inputs.map((input) => ({ input, target: targetOf(input) }));
  checkTargets(
    found.inputs.map(({ path }) => path),
    plan.flatMap(({ input, target }) => (target === undefined ? [] : [[target, input.path] as const])),
  );
  const folder = flags.out !== undefined && plan[0]?.target !== flags.out;
  for (const { input, target } of plan) {
    const bytes = await bytesOf(input);
    const root = bytes && teiOf(input.path, bytes);
    if (!root) continue;
    const pieces = piecesIn(root);
    const documents = pieces.filter((piece) => piece.isDocument);
    const named = documents.every(({ id }) => id !== undefined && FILE_NAME.test(id));
    const name = input.path === STDIN ? 'TEI' : basename(input.path, extname(input.path));
    const apart = target !== undefined && folder && named && documents.length > 1;
    const language = languageIn(root);
    const all = whole ? pieces : documents;
    const beside = whole && !apart ? undefined : besideIn(pieces);
    if (beside !== undefined) {
      err(`${input.path}: left out: ${beside}`);
      err(
        `  hint: ${whole ? 'name one file to write, not a folder' : '--format markdown or html, into one file, has it'}`,
      );
    }
    if (target === undefined) out(render(all, titleIn(root) ?? name, language));
    else if (apart) {
      const below = target.slice(0, target.length - extension.length);
      for (const { id, element } of documents)
        writeAtomic(join(below, `${id}${extension}`), render([{ element, depth: 0 }], id!, language));
    } else {
      if (lookAt(target)?.isDirectory()) refuse([{ argument: target, message: 'is a folder', hint: 'name a file' }]);
      writeAtomic(target, render(all, titleIn(root) ?? name, language));
    }
  }
}
