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
  it('share the webhooks; when one is killed the others go on and nothing is lost or doubled', async () => {
    const farm = await openServerFarm();
    await farm.makeBrand();
    // One after the other: the first takes the lease of the deliveries, and it is the one that is killed.
    const holder = await farm.startServer();
    const others = [await farm.startServer(), await farm.startServer()];
    const { acknowledged, struck } = await pour({
      round: 'farm',
      origins: [holder, ...others].map(({ origin }) => origin),
      deliveries,
      strikeAfter: strikeAfter(),
      strike: () => killed(holder.server),
    });
    expect(struck).toBe(true);
    expect(acknowledged.length).toBeGreaterThan(deliveries - 32);
    await Promise.all(others.map(({ server }) => stopped(server)));
    await farm.expectStored(acknowledged);
  }, 240_000);
});
