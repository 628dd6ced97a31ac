import type { Collection, Db, Document } from 'mongodb';

/** Collections whose documents belong together, and their fields that hold ids of one another. */
const idFields: Readonly<Record<string, readonly string[]>> = {
  messages: ['conversationId', 'contactId', 'externalId', 'replyToExternalId'],
  conversations: ['contactId', 'threadExternalId', 'customerExternalId', 'lastCustomerMessageId', 'clockId', 'promiseId'],
  responseClocks: ['conversationId', 'contactId'],
  replyPromises: ['conversationId', 'contactId', 'messageId'],
  contacts: [],
  contactIdentities: ['contactId', 'externalId'],
};

const atOnce = 1_000;

type Row = Document & { _id: string };

/**
 * Copies what is stored, with ids of their own, until there are about `size` messages; returns how many there are. Written straight
 * to the database: a hundred thousand messages by webhook would take longer than the measurement.
 */
export async function growTo(db: Db, size: number): Promise<number> {
  const pattern = new Map<string, Row[]>();
  for (const name of Object.keys(idFields)) pattern.set(name, await rows(db, name).find().toArray());
  const own = pattern.get('messages')?.length ?? 0;
  const copies = Math.max(0, Math.ceil(size / own) - 1);
  for (const [name, fields] of Object.entries(idFields)) {
    let waiting: Row[] = [];
    for (let copy = 1; copy <= copies; copy++) {
      for (const row of pattern.get(name) ?? []) waiting.push(copyOf(row, fields, copy));
      if (waiting.length < atOnce && copy < copies) continue;
      if (waiting.length > 0) await rows(db, name).insertMany(waiting, { ordered: false });
      waiting = [];
    }
  }
  return own * (copies + 1);
}

function copyOf(row: Row, fields: readonly string[], copy: number): Row {
  const suffix = `~${copy}`;
  const changed: Row = { ...row, _id: `${row._id}${suffix}` };
  for (const field of fields) {
    const value: unknown = row[field];
    if (typeof value === 'string') changed[field] = `${value}${suffix}`;
  }
  // Spread over the months before, as an inbox that filled up by and by; a key ends in a fraction that tells rows apart.
  if (typeof row['queueKey'] === 'number') changed['queueKey'] = row['queueKey'] + copy * 3_600_000;
  if (row['riskAt'] instanceof Date) Object.assign(changed, answered);
  return changed;
}

/** Nobody waits in the copies: a queue has few who wait and very many who were helped. */
const answered = { riskAt: null, warnAt: null, nextWakeAt: null };

function rows(db: Db, name: string): Collection<Row> {
  return db.collection<Row>(name);
}
