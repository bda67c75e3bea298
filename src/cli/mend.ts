/** `--fix`: files mended in place, or the difference printed. */

import { readFileSync } from 'node:fs';
import { createTwoFilesPatch } from 'diff';
import { explain } from '../batch/explain.js';
import { STDIN } from '../batch/inputs.js';
import { writeAtomic } from '../batch/write.js';
import { type FixedFile, fixFile } from '../check/fix/fix-file.js';
import type { CheckSettings } from '../check/settings.js';
import { counted } from '../counted.js';
import type { AskedFor } from './asked-for.js';
import { complain, EXIT, err, exitWith, out } from './terminal.js';

/** Standard input is mended to standard output; gives its bytes as they are then. */
export function mend(
  paths: readonly string[],
  stdin: Uint8Array | undefined,
  settings: CheckSettings,
  dry: boolean,
  asked: AskedFor | undefined,
): Uint8Array | undefined {
  let mended = stdin;
  let findings = 0;
  let files = 0;
  for (const path of paths) {
    const fixed = mendOne(path, stdin, settings, asked);
    if (!fixed) continue;
    if (fixed.refused) err(`teigram: ${path}: left as it is, ${fixed.refused}`);
    for (const { finding, reason } of fixed.leftOut) {
      err(`teigram: ${path}:${finding.line}: ${finding.rule} is not mended: ${reason}`);
    }
    if (fixed.fixed > 0) {
      findings += fixed.fixed;
      files++;
      if (dry) out(difference(path, fixed));
      else if (path !== STDIN) writeAtomic(path, fixed.bytes);
    }
    if (path !== STDIN || dry) continue;
    mended = fixed.bytes;
    out(fixed.bytes);
  }
  const verb = dry ? 'could be mended' : 'mended';
  err(`teigram: ${counted(findings, 'finding')} ${verb} in ${counted(files, 'file')}`);
  return mended;
}

function mendOne(
  path: string,
  stdin: Uint8Array | undefined,
  settings: CheckSettings,
  asked: AskedFor | undefined,
): FixedFile | undefined {
  try {
    const bytes = path === STDIN ? stdin! : readFileSync(path);
    return fixFile(bytes, path === STDIN ? undefined : path, settings, asked);
  } catch (error) {
    const told = explain(error);
    if (!told) throw error;
    complain(`${path}: ${told.what}`, told.todo);
    exitWith(EXIT.failure);
    return undefined;
  }
}

/** A unified diff that `patch -p1` and `git apply` take. */
function difference(path: string, { before, after }: FixedFile): string {
  const name = path === STDIN ? 'stdin' : path.replace(/\\/g, '/').replace(/^\.?\//, '');
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, '', '', { context: 3 });
  return patch.replace(/^=+\n/, '').replace(/\t$/gm, '');
}
