/** What the review page asks of a worker: facts about documents, their summaries, one of them whole. */

import { readFileSync } from 'node:fs';
import type { ListFile } from '../../authority/read.js';
import { readAuthority } from '../../authority/read.js';
import type { Authority } from '../../authority/types.js';
import { decisionsFor } from '../../batch/decisions.js';
import { decode } from '../../batch/decode.js';
import { explain } from '../../batch/explain.js';
import { type Shared, unpacker } from '../../batch/shared.js';
import { type ConvertOptions, convertDocument, documentFacts, readText } from '../../convert.js';
import type { ReviewDecision } from '../../decisions/decision.js';
import type { Markup } from '../../markup.js';
import type { DocumentFacts, VolumeMemory } from '../../memory.js';
import { plainText } from '../../plain-text.js';
import type { Failure, Reading, Summary, View } from '../review/model.js';
import { hashOf, summaryOf, viewOf } from '../review/view.js';

/** A text on disk. */
export interface Source {
  readonly path: string;
  readonly volume?: string;
  readonly doc?: string;
}

export interface ReviewInput {
  readonly options: Pick<ConvertOptions, 'persons'>;
  readonly lists?: Shared<readonly ListFile[]>;
  readonly memory?: Shared<VolumeMemory>;
  readonly doubt?: number;
}

const authorityOf = unpacker(readAuthority);
const memoryOf = unpacker((memory: VolumeMemory) => memory);

interface Read {
  readonly text: string;
  readonly markup?: Markup;
  readonly decisions: readonly ReviewDecision[];
}

/** Read a text and what was decided about it; a fault where it can't be read. */
async function readSource(path: string): Promise<Read | Failure> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const known = explain(error);
    if (!known) throw error;
    return { fault: known.what };
  }
  const other = await plainText(bytes, path);
  if (other && 'fault' in other) return { fault: other.fault };
  const { decisions } = decisionsFor(path);
  return other ? { text: other.text, markup: other.markup, decisions } : { text: decode(bytes).text, decisions };
}

function optionsOf(
  { path, volume, doc }: Source,
  { options, lists, memory }: ReviewInput,
  { markup, decisions }: Read,
): ConvertOptions {
  const authority = lists && authorityOf(lists);
  return {
    ...options,
    name: path,
    decisions,
    ...(markup && { markup }),
    // Everything that is not certain is reported; what is worth a look is settled kind by kind.
    doubt: 0.999999,
    ...(volume !== undefined && { volume }),
    ...(doc !== undefined && { doc }),
    ...(authority && { authority }),
    ...(memory && { memory: memoryOf(memory) }),
  };
}

/** What each document tells about the others of its volume; none for those that can't be read. */
export async function factsTask({
  sources,
  ...input
}: ReviewInput & { sources: readonly Source[] }): Promise<DocumentFacts[]> {
  const facts: DocumentFacts[] = [];
  for (const source of sources) {
    const read = await readSource(source.path);
    if ('fault' in read) continue;
    const options = optionsOf(source, input, read);
    facts.push(documentFacts(readText(read.text, options), options));
  }
  return facts;
}

async function reviewed<T>(
  source: Source,
  input: ReviewInput,
  show: (reviewed: Parameters<typeof viewOf>[0]) => T,
): Promise<T | Failure> {
  const read = await readSource(source.path);
  if ('fault' in read) return read;
  const options = optionsOf(source, input, read);
  const conversion = convertDocument(readText(read.text, options), options);
  const authority: Authority | undefined = options.authority;
  return show({
    conversion,
    decisions: read.decisions,
    authority,
    ...(input.doubt !== undefined && { doubt: input.doubt }),
  });
}

export async function summariesTask({
  sources,
  ...input
}: ReviewInput & { sources: readonly Source[] }): Promise<(Summary | Failure)[]> {
  const out: (Summary | Failure)[] = [];
  for (const source of sources) out.push(await reviewed(source, input, summaryOf));
  return out;
}

export const viewTask = ({ source, ...input }: ReviewInput & { source: Source }): Promise<View | Failure> =>
  reviewed(source, input, viewOf);

/** A text as it is on disk now, not converted. */
export async function readingTask({ source: { path } }: { source: Source }): Promise<Reading | Failure> {
  const read = await readSource(path);
  return 'fault' in read ? read : { text: read.text, hash: hashOf(read.text) };
}
