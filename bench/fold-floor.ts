import { performance } from 'node:perf_hooks';
import type { Document } from 'mongodb';
import { createDeliveriesStore } from '#server/modules/ingest/deliveries.store.ts';
import { allPartitions } from '#server/modules/ingest/partition.ts';
import type { Bed } from './bed.ts';
import { foldMix, mixOf, storedAs } from './fold-deliveries.ts';

/** As large as the product's own groups. */
const group = 500;

type Row = Document & { _id: string };

/** What the product made of one mix: in the order of its messages, and by id the conversations and clocks that belong to them. */
type Outcome = {
  readonly messages: readonly Row[];
  readonly conversations: ReadonlyMap<string, Row>;
  readonly clocks: ReadonlyMap<string, Row>;
};

/**
 * The floor of folding: a round takes `count` stored deliveries in groups, parses them as JSON and, in one transaction a group, writes
 * messages, conversations and clocks and marks the deliveries done. The documents are the very ones that the product made of such a
 * mix, into collections with the product's own indexes; nothing of them is read and nothing is worked out. A round gives its ms.
 */
export async function createFoldFloor(bed: Bed, count: number): Promise<(round: number) => Promise<number>> {
  await foldMix(bed, count);
  const outcome = await outcomeOf(bed, count);
  const deliveries = createDeliveriesStore(bed.floor);
  await deliveries.ensureIndexes();
  return async (round) => {
    await deliveries.insert(storedAs(mixOf(bed, count, {}), bed.clock.now()));
    const startedAt = performance.now();
    const waiting = await deliveries.next(allPartitions, count * allPartitions.length, true);
    for (let from = 0; from < count; from += group) {
      const taken = waiting.slice(from, from + group);
      for (const { body } of taken) JSON.parse(Buffer.from(body.buffer).toString());
      const share = outcome.messages.length / count;
      const messages = outcome.messages.slice(Math.round(from * share), Math.round((from + group) * share));
      await bed.transact(async (session) => {
        await writeGroup(bed, outcome, { messages, round }, session);
        await deliveries.done(
          taken.map(({ _id }) => _id),
          session,
        );
      });
    }
    return performance.now() - startedAt;
  };
}

async function outcomeOf({ db }: Bed, count: number): Promise<Outcome> {
  const latest = await db.collection<Row>('messages').find().sort({ arrival: -1 }).limit(count).toArray();
  const messages = latest.reverse();
  const ids = [...new Set(messages.map(({ conversationId }) => conversationId as string))];
  const conversations = await db
    .collection<Row>('conversations')
    .find({ _id: { $in: ids } })
    .toArray();
  const clocks = await db
    .collection<Row>('responseClocks')
    .find({ conversationId: { $in: ids } })
    .toArray();
  return {
    messages,
    conversations: new Map(conversations.map((row) => [row._id, row])),
    clocks: new Map(clocks.map((row) => [row['conversationId'] as string, row])),
  };
}

async function writeGroup(
  { floor }: Bed,
  { conversations, clocks }: Outcome,
  { messages, round }: { messages: readonly Row[]; round: number },
  session: Parameters<Parameters<Bed['transact']>[0]>[0],
): Promise<void> {
  const anew = (id: string): string => `${id}-${String(round)}`;
  const touched = [...new Set(messages.map(({ conversationId }) => conversationId as string))];
  const rows = messages.map((row) => ({
    ...row,
    _id: anew(row._id),
    externalId: anew(String(row['externalId'])),
    conversationId: anew(String(row['conversationId'])),
  }));
  await floor.collection<Row>('messages').insertMany(rows, { session });
  await floor.collection<Row>('conversations').bulkWrite(
    touched.flatMap((id) => putAs(anew(id), conversations.get(id))),
    { session },
  );
  await floor.collection<Row>('responseClocks').bulkWrite(
    touched.flatMap((id) => {
      const clock = clocks.get(id);
      return clock ? putAs(anew(clock._id), { ...clock, conversationId: anew(id) }) : [];
    }),
    { session },
  );
}

function putAs(_id: string, row: Row | undefined) {
  if (!row) return [];
  const { _id: _known, ...fields } = row;
  return [{ updateOne: { filter: { _id }, update: { $set: fields }, upsert: true } }];
}
