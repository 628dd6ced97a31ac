import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { buildSchema, parse, print, type DocumentNode } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Collection } from 'mongodb';
import type { InboxPageQuery } from '#client/gql/graphql.ts';
import { InboxPageDocument } from '#client/features/inbox/inbox-documents.ts';
import type { ConversationDoc } from '#server/modules/conversations/index.ts';
import { openBed, type Bed } from './bed.ts';
import type { Bench } from './bench.ts';
import { runChild } from './child-program.ts';
import { byTurns, ratioOf, together, type Findings } from './figures.ts';
import { foldMix } from './fold-deliveries.ts';
import { growConversationsTo } from './grow.ts';
import type { LoadJob, LoadResult } from './http-load.ts';
import { listen } from './ingest.ts';

const rowsPerPage = 50;
const pagesPerRound = 40;
const connections = 32;

/**
 * The inbox of the large installation, with as many conversations as it has messages elsewhere: the page from the database, the
 * client's own query over HTTP, and the memory of the process, which is server and benchmark in one.
 */
export const inbox: Bench = async ({ database, seconds, scale, times, rounds }) => {
  const bed = await openBed(database, 'bench_inbox', 'still');
  try {
    await foldMix(bed, 1_000);
    const stored = await growConversationsTo(bed.db, scale * times);
    const page = await measurePage(bed, rounds);
    const query = await measureQuery(bed, seconds, rounds);
    const memory = { name: 'server_memory', kind: 'mb' as const, value: process.memoryUsage.rss() / 1_048_576 };
    return together(page, query, { figures: [memory], details: [`inbox: ${stored} conversations stored`] });
  } finally {
    await bed.close();
  }
};

/** Scrolls down the open conversations; the floor is told the bounds that the page had to find. */
async function measurePage(bed: Bed, rounds: number): Promise<Findings> {
  const { db, brandId } = bed;
  const conversations: Collection<ConversationDoc> = db.collection('conversations');
  const { store } = bed.app.modules.conversations;
  const keys = [0];
  const results = await byTurns(rounds, {
    ours: () =>
      timed(async (index) => {
        const rows = await store.page(brandId, { state: 'open' }, keys[index] ?? 0, rowsPerPage);
        if (rows.length < rowsPerPage) throw new Error('too few conversations for so many pages');
      }),
    floor: async () => {
      while (keys.length <= pagesPerRound) {
        const rows = await store.page(brandId, { state: 'open' }, keys.at(-1) ?? 0, rowsPerPage);
        keys.push(rows.at(-1)?.queueKey ?? 0);
      }
      return timed(async (index) => {
        const queueKey = { $gt: keys[index] ?? 0, $lte: keys[index + 1] ?? 0 };
        const found = conversations.find({ brandId, state: 'open', queueKey });
        await found.sort({ queueKey: 1 }).limit(rowsPerPage).toArray();
      });
    },
  });
  return ratioOf('inbox_page', `ms for ${rowsPerPage} rows`, results);
}

async function timed(work: (index: number) => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  for (let index = 0; index < pagesPerRound; index++) await work(index);
  return (performance.now() - startedAt) / pagesPerRound;
}

/**
 * The client's inbox query over HTTP. Its floor: bare node:http, the query compiled by graphql-jit once, the same rows read
 * from the same database by the barest reads there are (bounds known, no session, no rights, no limits).
 */
async function measureQuery(bed: Bed, seconds: number, rounds: number): Promise<Findings> {
  const query = print(InboxPageDocument);
  const body = JSON.stringify({ query, variables: { view: 'open' }, operationName: 'InboxPage' });
  const cookie = bed.cookies[0] ?? '';
  const headers = { 'content-type': 'application/json', cookie };
  const answer = await fetch(`${bed.origin}/graphql`, { method: 'POST', headers, body });
  const { data, errors } = (await answer.json()) as { data?: InboxPageQuery; errors?: unknown };
  if (!data || errors !== undefined) throw new Error(`the inbox query failed: ${JSON.stringify(errors)}`);
  const floor = await openFloor({ document: parse(query), data, readRows: await rowsReader(bed, data) });
  const load = async (port: number, round: number): Promise<number> => {
    const head = [`POST /graphql HTTP/1.1`, 'host: 127.0.0.1', 'content-type: application/json', `cookie: ${cookie}`];
    const request = `${head.join('\r\n')}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    const job: LoadJob = { port, connections, requests: [request], seconds: round === 0 ? 1 : seconds };
    const result = await runChild<LoadResult>('http-load.ts', job);
    if (result.refused > 0) throw new Error(`${result.refused} queries were refused`);
    return result.perSecond;
  };
  try {
    const results = await byTurns(rounds, {
      floor: (round) => load(floor.port, round),
      ours: (round) => load(Number(new URL(bed.origin).port), round),
    });
    return ratioOf('graphql_inbox', 'queries per s', results);
  } finally {
    floor.close();
  }
}

/** Reads what the answer shows, and nothing of how it is found: the conversations by their bounds, the rest by id, side by side. */
async function rowsReader({ db, brandId }: Bed, { conversations }: InboxPageQuery): Promise<() => Promise<void>> {
  const ids = conversations.nodes.map(({ id }) => id);
  const collection: Collection<ConversationDoc> = db.collection('conversations');
  const rows = await collection.find({ brandId, _id: { $in: ids } }).toArray();
  const keys = rows.map(({ queueKey }) => queueKey);
  const queueKey = { $gte: Math.min(...keys), $lte: Math.max(...keys) };
  const related = [
    ['channelAccounts', rows.map(({ accountId }) => accountId)],
    ['contacts', rows.map(({ contactId }) => contactId)],
    ['replyPromises', rows.map(({ promiseId }) => promiseId)],
    ['responseClocks', rows.map(({ clockId }) => clockId)],
  ] as const;
  return async () => {
    const page = collection.find({ brandId, state: 'open', queueKey }).sort({ queueKey: 1 }).limit(ids.length);
    const reads = related.map(async ([name, values]) => {
      const wanted = [...new Set(values)].filter((value) => value !== null);
      const documents: Collection<{ _id: string; brandId: string }> = db.collection(name);
      return documents.find({ brandId, _id: { $in: wanted } }).toArray();
    });
    const [found, ...others] = await Promise.all([page.toArray(), ...reads]);
    if (found.length !== ids.length || others.some((part) => part.length === 0))
      throw new Error('the floor reads other rows');
  };
}

type Floor = { document: DocumentNode; data: InboxPageQuery; readRows: () => Promise<void> };

async function openFloor({ document, data, readRows }: Floor): Promise<{ port: number; close(): void }> {
  const schema = buildSchema(await readFile(new URL('../shared/schema.graphql', import.meta.url), 'utf8'));
  const compiled = compileQuery(schema, document);
  if (!isCompiledQuery(compiled)) throw new Error('graphql-jit refuses the inbox query');
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const { variables } = JSON.parse(body) as { variables: Record<string, unknown> };
      await readRows();
      const result = await compiled.query(data, {}, variables);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(result));
    });
  });
  const port = await listen(server);
  return {
    port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
