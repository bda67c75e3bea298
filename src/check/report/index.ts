/** The formats of reports, a row each; a format's code is loaded when it is asked for. */

import { folded } from './folded.js';
import type { Report } from './report.js';

type Render = (report: Report) => string;

/** Programs get every finding. */
const forPeople =
  (render: Render): Render =>
  (report) =>
    render({ ...report, files: report.files.map(folded) });

export const FORMATS = {
  pretty: async (): Promise<Render> => forPeople((await import('./pretty.js')).pretty),
  json: async (): Promise<Render> => (await import('./json.js')).json,
  sarif: async (): Promise<Render> => (await import('./sarif.js')).sarif,
  junit: async (): Promise<Render> => forPeople((await import('./junit.js')).junit),
  github: async (): Promise<Render> => forPeople((await import('./github.js')).github),
  markdown: async (): Promise<Render> => forPeople((await import('./markdown.js')).markdown),
  tap: async (): Promise<Render> => forPeople((await import('./tap.js')).tap),
} as const;

export type Format = keyof typeof FORMATS;
