/** Convert one document that came by the network. */

import type { ListFile } from '../../authority/read.js';
import { placed } from '../../batch/convert-task.js';
import { authorityOf, perform } from '../../batch/perform.js';
import type { Shared } from '../../batch/shared.js';
import {
  type DocumentTask,
  failed,
  type Outcome,
  type PlacedDiagnostic,
  type TaskFailure,
  type TaskOptions,
} from '../../batch/task.js';

export interface ConvertInput {
  readonly document: DocumentTask;
  readonly options: TaskOptions;
  readonly lists?: Shared<readonly ListFile[]>;
}

/** What is wrong with a list; `name` is the list's. */
export interface ListDiagnostic extends PlacedDiagnostic {
  readonly name: string;
}

export async function convertTask({
  document,
  options,
  lists,
}: ConvertInput): Promise<Outcome & { readonly lists: readonly ListDiagnostic[] }> {
  const told = lists ? listDiagnostics(lists) : [];
  const unreadable = lists && unreadableIn(lists);
  if (unreadable) return { ...failed(document.name, { ...unreadable, cause: 'input' }), lists: told };
  const [outcome] = await perform(
    { step: 'convert', tasks: [document], options, ...(lists && { lists }) },
    () => undefined,
  );
  return { ...(outcome as Outcome), lists: told };
}

const listDiagnostics = (lists: Shared<readonly ListFile[]>): ListDiagnostic[] =>
  authorityOf(lists).findings.map(({ source, diagnostic }) => ({ ...placed(source, diagnostic), name: source.name }));

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
