import { print } from 'graphql';
import { InboxChangedDocument } from '#client/features/inbox/inbox-documents.ts';
import { signedHeaders } from '#server/channels/simulator/bodies.ts';
import { demoSecrets } from '#server/demo/demo-accounts.ts';
import { openBed, type Bed } from './bed.ts';
import type { Bench } from './bench.ts';
import { runChild } from './child-program.ts';
import { oneEach } from './deliveries.ts';
import type { LiveJob, LiveResult } from './live-load.ts';
import { percentile } from './statistics.ts';

const agents = 200;
const perSecond = 50;
const warmUp = 50;

/**
 * From a platform's post to the frame on the screens of everybody on one brand, through the whole server: all of one role, who share
 * their frames, and (`mixed`) of all four roles, for each of which a frame is made.
 */
export const screen: Bench = async ({ database, seconds, rounds }) => {
  const bed = await openBed(database, 'bench_screen', 'whole');
  try {
    const count = warmUp + Math.round((seconds * rounds * perSecond) / 2);
    // Does not count: a server just started is slow, and what piles up then would be measured for long.
    await watch(bed, { count: 4 * perSecond, prefix: 4, cookies: bed.cookies });
    const alike = await watch(bed, { count, prefix: 2, cookies: bed.cookies.slice(0, 1) });
    const mixed = await watch(bed, { count, prefix: 3, cookies: bed.cookies });
    return {
      figures: [
        { name: 'screen_p50', kind: 'ms', value: percentile(alike, 0.5) },
        { name: 'screen_p99', kind: 'ms', value: percentile(alike, 0.99) },
        { name: 'screen_mixed_p50', kind: 'ms', value: percentile(mixed, 0.5) },
        { name: 'screen_mixed_p99', kind: 'ms', value: percentile(mixed, 0.99) },
      ],
      details: [`screen: twice ${count - warmUp} messages at ${perSecond} per s to ${agents} sockets`],
    };
  } finally {
    await bed.close();
  }
};

async function watch(
  bed: Bed,
  { count, prefix, cookies }: { count: number; prefix: number; cookies: readonly string[] },
): Promise<number[]> {
  const deliveries = oneEach(count, prefix, () => bed.clock.now()).map(({ channel, body, marker }) => ({
    path: `/webhooks/${channel}`,
    headers: signedHeaders(channel, body, demoSecrets[channel]),
    body: new TextDecoder().decode(body),
    marker,
  }));
  const query = print(InboxChangedDocument);
  const job: LiveJob = { origin: bed.origin, cookies, query, agents, perSecond, deliveries, warmUp };
  const { times, missing, refused } = await runChild<LiveResult>('live-load.ts', job);
  if (missing > 0 || refused > 0) throw new Error(`${missing} frames are missing, ${refused} posts were refused`);
  return times;
}
