import { print } from 'graphql';
import { InboxChangedDocument } from '#client/features/inbox/inbox-documents.ts';
import { signedHeaders } from '#server/channels/simulator/bodies.ts';
import { demoSecrets } from '#server/demo/demo-accounts.ts';
import { openBed } from './bed.ts';
import type { Bench } from './bench.ts';
import { runChild } from './child-program.ts';
import { oneEach } from './deliveries.ts';
import type { LiveJob, LiveResult } from './live-load.ts';
import { percentile, shown } from './statistics.ts';

const agents = 200;
const perSecond = 50;
const warmUp = 50;

/** From a platform's post to the frame on the screens of everybody on one brand, through the whole server. */
export const screen: Bench = async ({ database, seconds, rounds }) => {
  const bed = await openBed(database, 'bench_screen', 'whole');
  try {
    const count = warmUp + Math.round(seconds * rounds * perSecond);
    const deliveries = oneEach(count, 2, () => bed.clock.now()).map(({ channel, body, marker }) => ({
      path: `/webhooks/${channel}`,
      headers: signedHeaders(channel, body, demoSecrets[channel]),
      body: new TextDecoder().decode(body),
      marker,
    }));
    const query = print(InboxChangedDocument);
    const job: LiveJob = { origin: bed.origin, cookies: bed.cookies, query, agents, perSecond, deliveries, warmUp };
    const { times, missing, refused } = await runChild<LiveResult>('live-load.ts', job);
    if (missing > 0 || refused > 0) throw new Error(`${missing} frames are missing, ${refused} posts were refused`);
    return {
      figures: [
        { name: 'screen_p50', kind: 'ms', value: percentile(times, 0.5) },
        { name: 'screen_p99', kind: 'ms', value: percentile(times, 0.99) },
      ],
      details: [
        `screen: ${count - warmUp} messages at ${perSecond} per s to ${agents} agents, ${times.length} frames, slowest ${shown(Math.max(...times.slice(0, 100_000)))} ms`,
      ],
    };
  } finally {
    await bed.close();
  }
};
