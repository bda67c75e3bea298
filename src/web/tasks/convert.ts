/** Convert one document that came by the network. */

import type { ListFile } from '../../authority/read.js';
import { authorityOf, perform } from '../../batch/perform.js';
import type { Shared } from '../../batch/shared.js';
import { type DocumentTask, failed, type Outcome, type TaskFailure, type TaskOptions } from '../../batch/task.js';

export interface ConvertInput {
  readonly document: DocumentTask;
  readonly options: TaskOptions;
  readonly lists?: Shared<readonly ListFile[]>;
}

export async function convertTask({ document, options, lists }: ConvertInput): Promise<Outcome> {
  const unreadable = lists && unreadableIn(lists);
  if (unreadable) return failed(document.name, { ...unreadable, cause: 'input' });
  const [outcome] = await perform(
    { step: 'convert', tasks: [document], options, ...(lists && { lists }) },
    () => undefined,
  );
  return outcome as Outcome;
}

/** A document converted without its lists would have to be done again. */
function unreadableIn(lists: Shared<readonly ListFile[]>): Pick<TaskFailure, 'message' | 'hint'> | undefined {
  const found = authorityOf(lists).findings.find(({ diagnostic }) => diagnostic.code === 'list-not-readable');
  if (!found) return undefined;
  const { source, diagnostic } = found;
  return {
    message: `${source.name}: not a list that can be read: ${diagnostic.message}`,
    ...(diagnostic.hint !== undefined && { hint: diagnostic.hint }),
  };
}
