/** What the page asks of the server. Documents are named by keys, never by paths. */

import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { addDecisions, DecisionsError, loadDecisions } from '../../batch/decisions.js';
import { anchorAt } from '../../decisions/anchor.js';
import { DECISION_KINDS, type ReviewDecision } from '../../decisions/decision.js';
import { Problem } from '../service/problem.js';
import type { ChoicesOf } from './candidates.js';
import type { Library, Query } from './library.js';
import { type Ask, type DoubtKind, type Failure, ORDERS, SHOWS, type View } from './model.js';

const KINDS = DECISION_KINDS.filter((kind) => kind !== 'document');
const Kind = Type.Unsafe<DoubtKind>({ enum: KINDS });

const ListQuery = Type.Object({
  offset: Type.Integer({ minimum: 0, default: 0 }),
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
  order: Type.Unsafe<Query['order']>({ enum: ORDERS, default: 'doubt' }),
  show: Type.Unsafe<Query['show']>({ enum: SHOWS, default: 'all' }),
  kind: Type.Optional(Kind),
  words: Type.String({ default: '', maxLength: 200 }),
  key: Type.Optional(Type.String()),
});
const Key = Type.Object({ key: Type.String({ pattern: '^[0-9a-f]{16}$' }) });
const By = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const Offset = Type.Integer({ minimum: 0 });
const AskShape = Type.Object({
  kind: Kind,
  start: Offset,
  end: Offset,
  choice: Type.String({ minLength: 1, maxLength: 200 }),
  note: Type.Optional(Type.Object({ n: Type.String(), opening: Type.String() })),
  was: Type.Optional(Type.Object({ choice: Type.String(), p: Type.Number() })),
});
const DecideBody = Type.Object({
  by: By,
  hash: Type.String(),
  asks: Type.Array(AskShape, { minItems: 1, maxItems: 1000 }),
});
const WithdrawBody = Type.Object({ by: By, ids: Type.Array(Type.String(), { minItems: 1, maxItems: 1000 }) });
const DoneBody = Type.Object({ by: By, done: Type.Boolean() });

function decisionFrom(
  { kind, start, end, choice, note, was }: Ask,
  text: string,
  by: string,
  at: string,
): ReviewDecision {
  if (start > end || end > text.length) throw new Problem(400, `There are no characters ${start}–${end} in the text.`);
  const common = { id: randomUUID(), by: by.trim(), at, on: anchorAt(text, start, end), ...(was && { was }) };
  if (kind !== 'note') return { ...common, kind, choice };
  if (!note || (choice !== 'here' && choice !== 'nowhere')) throw new Problem(400, 'A note hangs “here” or “nowhere”.');
  return { ...common, kind, choice, note };
}

/** A later moment than any before, so that two decisions of one person never tie. */
function clock(): () => string {
  let last = 0;
  return () => {
    last = Math.max(Date.now(), last + 1);
    return new Date(last).toISOString();
  };
}

export function addReviewRoutes(
  service: FastifyInstance,
  library: Library,
  choices: ChoicesOf | undefined,
  decided: (key: string) => void,
): void {
  const now = clock();

  /** What the library has of a document. @throws Problem where there is none, or it can't be read */
  function known<T extends object>(found: T | Failure | undefined): T {
    if (!found) throw new Problem(404, 'There is no such document.');
    if ('fault' in found) throw new Problem(422, found.fault);
    return found;
  }

  const viewOf = async (key: string): Promise<View> => known(await library.view(key));

  /** Write decisions beside the text, and show the document anew. */
  async function keep(key: string, decisions: readonly ReviewDecision[]): Promise<View> {
    try {
      await addDecisions(library.pathOf(key)!, decisions);
    } catch (error) {
      if (error instanceof DecisionsError) throw new Problem(409, `${error.message}. Nothing was written over it.`);
      throw error;
    }
    const view = await viewOf(key);
    decided(key);
    return view;
  }

  service.get<{ Querystring: Static<typeof ListQuery> }>(
    '/api/documents',
    { schema: { querystring: ListQuery } },
    async ({ query }) => {
      const { offset, limit, key, ...rest } = query;
      return { ...library.page(rest, offset, limit, key), progress: library.progress() };
    },
  );

  service.get<{ Params: Static<typeof Key> }>('/api/documents/:key', { schema: { params: Key } }, ({ params }) =>
    viewOf(params.key),
  );

  service.post<{ Params: Static<typeof Key>; Body: Static<typeof DecideBody> }>(
    '/api/documents/:key/decisions',
    { schema: { params: Key, body: DecideBody } },
    async ({ params: { key }, body: { by, hash, asks } }) => {
      const { text, hash: current } = known(await library.reading(key));
      if (hash !== current) throw new Problem(409, 'The text has changed meanwhile: it is shown anew, decide again.');
      const made = asks.map((ask) => decisionFrom(ask as Ask, text, by, now()));
      return { ids: made.map(({ id }) => id), view: await keep(key, made) };
    },
  );

  service.post<{ Params: Static<typeof Key>; Body: Static<typeof WithdrawBody> }>(
    '/api/documents/:key/withdrawals',
    { schema: { params: Key, body: WithdrawBody } },
    async ({ params: { key }, body: { by, ids } }) => {
      const path = library.pathOf(key);
      if (path === undefined) throw new Problem(404, 'There is no such document.');
      // What is taken back already keeps who did it.
      const mine = loadDecisions(path).decisions.filter(({ id, withdrawn }) => ids.includes(id) && !withdrawn);
      const withdrawn = { by: by.trim(), at: now() };
      return {
        view: await keep(
          key,
          mine.map((decision) => ({ ...decision, withdrawn })),
        ),
      };
    },
  );

  service.post<{ Params: Static<typeof Key>; Body: Static<typeof DoneBody> }>(
    '/api/documents/:key/done',
    { schema: { params: Key, body: DoneBody } },
    async ({ params: { key }, body: { by, done } }) => {
      if (library.pathOf(key) === undefined) throw new Problem(404, 'There is no such document.');
      const choice = done ? 'done' : 'todo';
      return { view: await keep(key, [{ id: randomUUID(), by: by.trim(), at: now(), kind: 'document', choice }]) };
    },
  );

  const Typed = Type.Object({ q: Type.String({ default: '', maxLength: 100 }) });
  for (const list of ['persons', 'terms'] as const)
    service.get<{ Params: Static<typeof Key>; Querystring: Static<typeof Typed> }>(
      `/api/documents/:key/${list}`,
      { schema: { params: Key, querystring: Typed } },
      async ({ params: { key }, query: { q } }) => choices?.(library.volumeOf(key))?.[list](q) ?? [],
    );
}
