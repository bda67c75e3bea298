/** What `teigram review` does: find the texts, serve the page, open it, until it is ended. */

import { availableParallelism, userInfo } from 'node:os';
import { resolve } from 'node:path';
import closeWithGrace from 'close-with-grace';
import { documentOf } from '../batch/document-id.js';
import { findInputs } from '../batch/inputs.js';
import { counted } from '../counted.js';
import { INTAKE_EXTENSIONS } from '../plain-text.js';
import { buildReview } from '../web/review/server.js';
import { checkIdentifier, volumeOf } from './identifiers.js';
import { listen } from './listen.js';
import { listsForVolumes } from './lists.js';
import type { ReviewFlags } from './review.js';
import { refuse } from './tei-input.js';
import { CommandError, err } from './terminal.js';
import { volumeKey } from './volumes.js';

export async function runReview(folder: string, flags: ReviewFlags): Promise<void> {
  if (flags.volume !== undefined) checkIdentifier('--volume', flags.volume);
  const found = await findInputs([folder], ['.txt', ...INTAKE_EXTENSIONS]);
  refuse(found.problems);
  if (!found.tree) throw new CommandError(`${folder}: is no folder`, 'name the folder that holds the texts');
  const items = found.inputs.map(({ path, below }) => {
    const volume = flags.volume ?? volumeOf(path);
    const doc = documentOf(path);
    return { path, below, group: volumeKey(path, flags.volume), ...(volume && { volume }), ...(doc && { doc }) };
  });
  const service = await buildReview({
    folder: resolve(folder),
    by: flags.by ?? accountName(),
    items,
    listsOf: listsForVolumes(
      flags.authority,
      items.map(({ volume }) => volume),
      true,
    ),
    persons: flags.persons,
    threads: Math.max(2, availableParallelism()),
    ...(flags.doubt !== undefined && { doubt: flags.doubt }),
  });
  const url = await listen(service, '127.0.0.1', flags.port);
  closeWithGrace({ delay: 10_000, logger: false }, () => service.close());
  err(`${counted(items.length, 'document')} at ${url}`);
  err('decisions are kept beside the texts; Ctrl-C ends the page');
  if (flags.open) await openBrowser(url);
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'reviewer'; // an account without a name, in a container say
  }
}

/** A machine without a browser is no error: the address is printed. */
async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  try {
    (await open(url)).on('error', () => undefined);
  } catch {
    // As above.
  }
}
