import { describe, expect, it } from 'vitest';
import { createSeedState } from '#server/demo/seed-state.ts';
import { openTestDatabase } from '#test/support/database.ts';

describe('the note on the demo stories', () => {
  it('lets them be played once', async () => {
    const { db } = await openTestDatabase();
    const state = createSeedState(db);
    expect(await state.decide()).toBe('play');
    await state.begin();
    await db.collection('brands').insertOne({ name: 'demo' });
    await state.finish();
    expect(await state.decide()).toBe('played');
    expect(await db.collection('brands').countDocuments()).toBe(1);
  });

  it('removes a demo that was cut off and begins anew', async () => {
    const { db } = await openTestDatabase();
    const state = createSeedState(db);
    await state.begin();
    await db.collection('brands').insertOne({ name: 'half a demo' });
    expect(await state.decide()).toBe('play');
    expect(await db.collection('brands').countDocuments()).toBe(0);
  });

  it('never touches data that is no demo', async () => {
    const { db } = await openTestDatabase();
    await db.collection('brands').insertOne({ name: 'a real one' });
    expect(await createSeedState(db).decide()).toBe('foreign');
    expect(await db.collection('brands').countDocuments()).toBe(1);
  });
});
