/** What the server tells of its own accord: how far the folder is looked through, and which document was changed. */

import type { Progress } from '../review/model.js';

export interface Listener {
  progress(progress: Progress): void;
  /** Rows of the list may be out of date; told once a second at most. */
  refresh(): void;
  changed(key: string): void;
}

const OFTEN = 1000;

export function follow({ progress, refresh, changed }: Listener): void {
  let refreshing: ReturnType<typeof setTimeout> | undefined;
  new EventSource('/api/events').addEventListener('message', ({ data }: MessageEvent<string>) => {
    const message = JSON.parse(data) as { progress?: Progress; changed?: string };
    if (message.progress) {
      progress(message.progress);
      if (refreshing === undefined) {
        refreshing = setTimeout(() => {
          refreshing = undefined;
          refresh();
        }, OFTEN);
      }
    }
    if (message.changed !== undefined) changed(message.changed);
  });
}
