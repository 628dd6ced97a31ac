import { describe, expect, it } from 'vitest';
import { createGroupCommit } from '#server/modules/ingest/group-commit.ts';

type Write = { readonly items: readonly number[]; finish(): void; fail(error: Error): void };

/** A store whose writes end when the test says so. */
function createSlowStore(options: { maxInFlight: number; maxGroup: number }) {
  const writes: Write[] = [];
  const commit = createGroupCommit<number>({
    ...options,
    write: (items) =>
      new Promise<void>((resolve, reject) => {
        writes.push({ items: [...items], finish: resolve, fail: reject });
      }),
  });
  const finish = async (index: number): Promise<void> => {
    writes[index]?.finish();
    await turn();
  };
  return { commit, writes, finish };
}

/** Lets everything that is ready to run do so. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function outcomeOf(promise: Promise<void>): Promise<'open' | 'durable' | 'failed'> {
  let state: 'open' | 'durable' | 'failed' = 'open';
  promise.then(
    () => (state = 'durable'),
    () => (state = 'failed'),
  );
  await turn();
  return state;
}

describe('a group commit', () => {
  it('writes at once when idle and groups what arrives meanwhile', async () => {
    const { commit, writes, finish } = createSlowStore({ maxInFlight: 1, maxGroup: 10 });
    const appended = [1, 2, 3, 4].map((item) => commit.append(item));
    expect(writes.map(({ items }) => items)).toEqual([[1]]);
    await finish(0);
    expect(writes.map(({ items }) => items)).toEqual([[1], [2, 3, 4]]);
    expect(await Promise.all(appended.map(outcomeOf))).toEqual(['durable', 'open', 'open', 'open']);
    await finish(1);
    await Promise.all(appended);
  });

  it('keeps to the number of writes under way and the size of a group', async () => {
    const { commit, writes, finish } = createSlowStore({ maxInFlight: 2, maxGroup: 3 });
    const appended = Array.from({ length: 9 }, (_, item) => commit.append(item));
    expect(writes.map(({ items }) => items)).toEqual([[0], [1]]);
    await finish(1);
    await finish(0);
    expect(writes.map(({ items }) => items)).toEqual([[0], [1], [2, 3, 4], [5, 6, 7]]);
    await finish(2);
    await finish(3);
    await finish(4);
    await Promise.all(appended);
    expect(writes.flatMap(({ items }) => items)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('tells only the group whose write failed, and goes on', async () => {
    const { commit, writes, finish } = createSlowStore({ maxInFlight: 1, maxGroup: 2 });
    const appended = [1, 2, 3, 4].map((item) => commit.append(item));
    const outcomes = Promise.allSettled(appended);
    await finish(0);
    writes[1]?.fail(new Error('disk full'));
    await turn();
    await finish(2);
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    const later = commit.append(5);
    await finish(3);
    await later;
  });

  it('takes in a refusal that is thrown at once', async () => {
    const commit = createGroupCommit<number>({
      maxInFlight: 1,
      maxGroup: 5,
      write: () => {
        throw new Error('closed');
      },
    });
    await expect(commit.append(1)).rejects.toThrow('closed');
    await expect(commit.append(2)).rejects.toThrow('closed');
    await commit.drained();
  });

  it('never forgets a waiter that arrives as a write ends', async () => {
    let ends = 0;
    const commit = createGroupCommit<number>({
      maxInFlight: 2,
      maxGroup: 4,
      write: async (items) => {
        // Ends after differently many turns, so that ends and arrivals meet in every order.
        for (let i = 0; i < items.length % 3; i += 1) await turn();
        ends += items.length;
      },
    });
    const chain = async (first: number): Promise<void> => {
      for (let i = 0; i < 50; i += 1) await commit.append(first + i);
    };
    await Promise.all(Array.from({ length: 20 }, (_, i) => chain(i * 1_000)));
    await commit.drained();
    expect(ends).toBe(1_000);
  });

  it('is drained only when the last write has ended', async () => {
    const { commit, finish } = createSlowStore({ maxInFlight: 2, maxGroup: 1 });
    const appended = [1, 2, 3].map((item) => commit.append(item));
    const drained = commit.drained();
    await finish(0);
    await finish(1);
    expect(await outcomeOf(drained)).toBe('open');
    await finish(2);
    await drained;
    await Promise.all(appended);
    await commit.drained();
  });
});
