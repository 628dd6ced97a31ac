import { ObjectId, type Collection, type Db, type Document } from 'mongodb';

/** Collections whose documents belong together, and their fields that hold ids of one another. */
const idFields: Readonly<Record<string, readonly string[]>> = {
  messages: ['conversationId', 'contactId', 'externalId', 'replyToExternalId'],
  conversations: [
    'contactId',
    'threadExternalId',
    'customerExternalId',
    'lastCustomerMessageId',
    'clockId',
    'promiseId',
  ],
  responseClocks: ['conversationId', 'contactId'],
  replyPromises: ['conversationId', 'contactId', 'messageId'],
  contacts: [],
  contactIdentities: ['contactId', 'externalId'],
};

const ofConversations = ['conversations', 'contacts', 'contactIdentities'];
const atOnce = 1_000;
const hourMs = 3_600_000;

type Row = Document & { _id: string };

/**
 * Copies what is stored, with ids of their own, until there are about `size` messages; returns how many there are. Written straight
 * to the database: a hundred thousand messages by webhook would take longer than the measurement.
 */
export async function growTo(db: Db, size: number): Promise<number> {
  const stored = await grow(db, { names: Object.keys(idFields), counted: 'messages', size });
  await growDeliveriesTo(db, size);
  return stored;
}

/** The deliveries that so many messages came by: they are kept for a time, all done. */
async function growDeliveriesTo(db: Db, size: number): Promise<void> {
  const deliveries = db.collection('deliveries');
  const pattern = await deliveries.find({}).limit(atOnce).toArray();
  for (let stored = pattern.length; stored < size && pattern.length > 0; stored += pattern.length) {
    await deliveries.insertMany(
      pattern.map((row) => ({ ...row, _id: new ObjectId(), state: 'done' })),
      { ordered: false },
    );
  }
}

/** As `growTo`, by conversations and without their messages. `waitingFrom`: the copies wait, and come due from then on, one every 10 ms. */
export function growConversationsTo(db: Db, size: number, waitingFrom?: Date): Promise<number> {
  return grow(db, { names: ofConversations, counted: 'conversations', size, waitingFrom });
}

type Growth = {
  readonly names: readonly string[];
  readonly counted: string;
  readonly size: number;
  readonly waitingFrom?: Date | undefined;
};

async function grow(db: Db, { names, counted, size, waitingFrom }: Growth): Promise<number> {
  let made = 0;
  const own = await rows(db, counted).find().toArray();
  const copies = Math.max(0, Math.ceil(size / own.length) - 1);
  for (const name of names) {
    const fields = idFields[name] ?? [];
    const pattern = await rows(db, name).find().toArray();
    let waiting: Row[] = [];
    for (let copy = 1; copy <= copies; copy++) {
      for (const row of pattern) {
        made += 1;
        const due = waitingFrom && name === 'conversations' ? dueFields(waitingFrom, made) : {};
        waiting.push({ ...copyOf(row, fields, copy), ...due });
      }
      if (waiting.length === 0 || (waiting.length < atOnce && copy < copies)) continue;
      await rows(db, name).insertMany(waiting, { ordered: false });
      waiting = [];
    }
  }
  return own.length * (copies + 1);
}

function copyOf(row: Row, fields: readonly string[], copy: number): Row {
  const suffix = `~${copy}`;
  const changed: Row = { ...row, _id: `${row._id}${suffix}` };
  for (const field of fields) {
    const value: unknown = row[field];
    if (typeof value === 'string') changed[field] = `${value}${suffix}`;
  }
  // Spread over the time before, as an inbox that filled up by and by. Nobody waits in the copies, and most are closed:
  // a queue has few who wait and very many who were helped.
  if (typeof row['queueKey'] === 'number') {
    const key = row['queueKey'] + copy * hourMs;
    const state = copy % 3 === 0 ? 'open' : 'closed';
    Object.assign(changed, { queueKey: key, state, riskAt: null, warnAt: null, nextWakeAt: null });
  }
  return changed;
}

function dueFields(from: Date, index: number): Document {
  const at = new Date(from.getTime() + index * 10);
  return { state: 'open', riskAt: at, warnAt: at, nextWakeAt: at };
}

/** Makes every stored conversation as many times longer, with messages of the days before. */
export async function lengthen(db: Db, times: number): Promise<void> {
  const pattern = await rows(db, 'messages').find().toArray();
  for (let copy = 1; copy < times; copy++) {
    const copies = pattern.map((row) => {
      const sentAt = new Date((row['sentAt'] as Date).getTime() - copy * hourMs);
      return { ...row, _id: `${row._id}~${copy}`, externalId: `${String(row['externalId'])}~${copy}`, sentAt };
    });
    await rows(db, 'messages').insertMany(copies, { ordered: false });
  }
}

function rows(db: Db, name: string): Collection<Row> {
  return db.collection<Row>(name);
}
