import { beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

it('is empty, takes transactions and change streams', async () => {
  const { client, db } = database;
  expect(await db.listCollections().toArray()).toEqual([]);
  await db.createCollection('things');
  const stream = db.watch();
  const seen = stream.next();
  await client.withSession((session) =>
    session.withTransaction(async () => {
      await db.collection('things').insertOne({ name: 'a' }, { session });
      await db.collection('things').insertOne({ name: 'b' }, { session });
    }),
  );
  expect(await db.collection('things').countDocuments()).toBe(2);
  expect(await seen).toMatchObject({ operationType: 'insert' });
  await stream.close();
});
