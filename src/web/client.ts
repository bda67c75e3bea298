/** A client of the service, for programs that want no HTTP. */

import type { ListFile } from '../authority/read.js';
import type { PlacedDiagnostic } from '../batch/task.js';
import type { Finding } from '../check/finding.js';
import type { Context } from '../tree.js';
import type { Settings } from './settings.js';

export type { PlacedDiagnostic } from '../batch/task.js';

/** How the service is reached. */
export interface ClientOptions {
  /** The service's token, where it asks for one. */
  readonly token?: string;
  /** Milliseconds to wait for an answer; default 60,000. */
  readonly timeout?: number;
}

/** What a conversion is asked for: the service's settings. */
export interface RemoteOptions extends Settings {
  /** The volume's lists of persons and terms: TEI, CSV or JSON. */
  readonly lists?: readonly ListFile[];
}

/** What `POST /convert` answers. */
export interface RemoteConversion {
  /** TEI, or JSON in `format: 'json'`. */
  readonly output: string;
  /** Which document it is. */
  readonly document: Context;
  /** In which encoding it came. */
  readonly encoding: string;
  /** What is doubtful or wrong in the text. */
  readonly diagnostics: readonly PlacedDiagnostic[];
  /** What is wrong with the lists; `name` is the list's. */
  readonly lists: readonly (PlacedDiagnostic & { readonly name: string })[];
  /** Where the output breaks the schema: empty, but for bugs. */
  readonly findings: readonly Finding[];
}

/** What the service refused, with its status (RFC 9110): 413 too large, 429 or 503 try again, … */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  constructor(
    /** The HTTP status. */
    readonly status: number,
    detail: string,
    /** Seconds to wait before another try, where the service says so. */
    readonly retryAfter?: number,
  ) {
    super(detail);
  }
}

/** The service, as functions. */
export interface Client {
  /** Plain text → TEI. */
  convert(text: string, options?: RemoteOptions): Promise<RemoteConversion>;
  /** The findings about edition XML; it is `valid` if none of them is an error. `name` is what they call it; `rules: false` leaves out the house rules. */
  validate(
    xml: string,
    options?: { readonly name?: string; readonly rules?: boolean },
  ): Promise<{ valid: boolean; findings: Finding[] }>;
  /** Edition XML → text, by default the plain text form that `convert` reads. */
  text(xml: string, format?: 'text' | 'markdown' | 'html'): Promise<string>;
}

async function failure(response: Response): Promise<ServiceError> {
  const body = await response.text();
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  let detail = body;
  try {
    detail = (JSON.parse(body) as { detail?: string }).detail ?? body;
  } catch {
    // Not from the service itself: a proxy, say.
  }
  return new ServiceError(response.status, detail, ...(Number.isFinite(after) ? [after] : []));
}

/**
 * A client of the service at `url`, which may lead to a folder of a site: `http://host/teigram`.
 *
 * Its methods throw a {@link ServiceError} where the service refuses, fetch’s own errors where it can’t be reached.
 *
 * @throws TypeError where `url` is none
 */
export function connect(url: string | URL, { token, timeout = 60_000 }: ClientOptions = {}): Client {
  const base = new URL(url);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  async function post(path: string, body: object): Promise<Response> {
    const response = await fetch(new URL(path, base), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) throw await failure(response);
    return response;
  }
  return {
    convert: async (text, options = {}) =>
      (await post('convert', { ...options, text })).json() as Promise<RemoteConversion>,
    validate: async (xml, options = {}) =>
      (await post('validate', { ...options, xml })).json() as Promise<{ valid: boolean; findings: Finding[] }>,
    text: async (xml, format = 'text') => (await post('text', { xml, format })).text(),
  };
}
