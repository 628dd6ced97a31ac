import { describe, expect, it } from 'vitest';
import { killed, openServerFarm, pour, stopped } from '#test/support/server-farm.ts';

const deliveries = 300;
const strikeAfter = (): number => 40 + Math.floor(Math.random() * 160);

describe('a crash in the middle of a stream of webhooks', () => {
  it('loses and doubles nothing that was answered 200, whether the server dies or its database', async () => {
    const farm = await openServerFarm();
    await farm.makeBrand();

    const first = await farm.startServer();
    const untilServerDies = await pour({
      round: 'server',
      origins: [first.origin],
      deliveries,
      strikeAfter: strikeAfter(),
      strike: () => killed(first.server),
    });
    expect(untilServerDies.struck).toBe(true);

    const second = await farm.startServer();
    const untilDatabaseDies = await pour({
      round: 'database',
      origins: [second.origin],
      deliveries,
      strikeAfter: strikeAfter(),
      strike: () => farm.killDatabase(),
    });
    expect(untilDatabaseDies.struck).toBe(true);
    expect(untilDatabaseDies.acknowledged.length).toBeLessThan(deliveries);
    await killed(second.server);

    await farm.expectStored([...untilServerDies.acknowledged, ...untilDatabaseDies.acknowledged]);
  }, 240_000);
});

describe('three servers on one database', () => {
  it('share taking webhooks in; when one is killed the others go on and nothing is lost or doubled', async () => {
    const farm = await openServerFarm();
    await farm.makeBrand();
    const servers = await Promise.all([farm.startServer(), farm.startServer(), farm.startServer()]);
    const origins = servers.map(({ origin }) => origin);
    const [killedOne, ...others] = servers;
    const acknowledged: string[] = [];
    // They divide the parts within a lease's time: pour until each has had its share.
    for (let round = 0; (await foldedBy(origins)).some((count) => count === 0); round += 1) {
      const calm = { round: `share${String(round)}`, origins, deliveries: 100, strikeAfter: Infinity };
      acknowledged.push(...(await pour({ ...calm, strike: () => Promise.resolve() })).acknowledged);
    }
    const struck = await pour({
      round: 'farm',
      origins,
      deliveries,
      strikeAfter: strikeAfter(),
      strike: () => killed(killedOne.server),
    });
    expect(struck.struck).toBe(true);
    expect(struck.acknowledged.length).toBeGreaterThan(deliveries - 32);
    acknowledged.push(...struck.acknowledged);
    await Promise.all(others.map(({ server }) => stopped(server)));
    await farm.expectStored(acknowledged);
  }, 240_000);
});

/** How many groups each server has folded, by its own metrics. */
async function foldedBy(origins: readonly string[]): Promise<number[]> {
  return Promise.all(
    origins.map(async (origin) => {
      const text = await (await fetch(`${origin}/metrics`)).text();
      return Number(/^woordhouder_fold_group_size_count (\d+)/mu.exec(text)?.[1] ?? 0);
    }),
  );
}
