/** The documents of a batch that are being done, and what its manifest says of them meanwhile. */

import { asBefore, begunAgain, lineOf, type ManifestLine } from './manifest.js';
import type { Manifest } from './manifest-file.js';
import type { DocumentTask, Outcome } from './task.js';
import { isEdited, type KnownGroup } from './unchanged.js';

export class UnderWay {
  private readonly groups = new Map<DocumentTask, KnownGroup<DocumentTask>>();

  constructor(private readonly manifest: Manifest) {}

  begin(group: KnownGroup<DocumentTask>): void {
    for (const task of group.tasks) if (!group.done.has(task)) this.groups.set(task, group);
    for (const line of group.lines) if (line.begun) this.manifest.add(asBefore(line));
    for (const line of group.before.values()) this.manifest.add(begunAgain(line));
  }

  /** Add the line of what came of a document. Where it failed, its output is what it was. */
  end(task: DocumentTask, outcome: Outcome, stats: ManifestLine['stats']): ManifestLine {
    const { settings, company, before } = this.groups.get(task)!;
    const old = outcome.failure && before.get(task);
    const outputHash = old && !isEdited(task, old) ? old.outputHash : undefined;
    const line = lineOf(task, outcome, {
      // An output that was kept is out of date, whatever is there.
      settings: outcome.kept ? '' : settings,
      company,
      ...(outputHash !== undefined && { outputHash }),
      ...(stats && { stats }),
    });
    this.manifest.add(line);
    this.groups.delete(task);
    return line;
  }

  /** Documents that are done no more: those of which the output wasn't written are as they were. */
  leave(): void {
    for (const [task, { before }] of this.groups) {
      const line = before.get(task);
      if (line && !isEdited(task, line)) this.manifest.add(line);
    }
    this.groups.clear();
  }
}
