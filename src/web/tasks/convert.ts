/** Convert one document that came by the network. */

import type { ListFile } from '../../authority/read.js';
import { perform } from '../../batch/perform.js';
import type { Shared } from '../../batch/shared.js';
import type { DocumentTask, Outcome, TaskOptions } from '../../batch/task.js';

export interface ConvertInput {
  readonly document: DocumentTask;
  readonly options: TaskOptions;
  readonly lists?: Shared<readonly ListFile[]>;
}

export async function convertTask({ document, options, lists }: ConvertInput): Promise<Outcome> {
  const [outcome] = await perform(
    { step: 'convert', tasks: [document], options, ...(lists && { lists }) },
    () => undefined,
  );
  return outcome as Outcome;
}
