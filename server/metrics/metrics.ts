import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { ChannelError } from '#server/channels/errors.ts';
import type { ChannelSender } from '#server/channels/channel.ts';
import type { SendObserver } from '#server/modules/replies/index.ts';
import type { IngestObserver } from '#server/modules/ingest/index.ts';

/** What the server counts and times of itself. Labels are channels, states and outcomes: never an id, a name or a text. */
export type Metrics = {
  /** Where gauges that are read at each scrape are added. */
  readonly registry: Registry;
  /** Wraps the taker of webhooks so that each answer is counted by channel and status. */
  countedWebhooks(take: WebhookTaker): WebhookTaker;
  /** Wraps a channel's sender so that each send is counted by outcome (`sent` or the kind of the `ChannelError`). */
  countedSender<Credentials>(channel: string, sender: ChannelSender<Credentials>): ChannelSender<Credentials>;
  /** Told of each durable write of deliveries and of each group that was folded. */
  readonly ingest: IngestObserver;
  /** Told of messages held back by a budget, a pause or the breaker, and of breakers that opened or closed. */
  readonly sending: SendObserver;
  changeStreamRestarted(): void;
  /** Ends the measuring; what is registered is gone. */
  close(): void;
};

/** Takes a request when it is a webhook; true when it was. */
export type WebhookTaker = (request: IncomingMessage, response: ServerResponse) => boolean;

const groupSizes = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const foldSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes the metrics of one server with a registry of its own. `channels`: names that may stand in labels. */
export function createMetrics(channels: readonly string[]): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const webhooks = new Counter({
    name: 'woordhouder_webhook_requests_total',
    help: 'Webhook requests by channel and HTTP status (0: the sender went away).',
    labelNames: ['channel', 'status'],
    registers,
  });
  const sends = new Counter({
    name: 'woordhouder_sends_total',
    help: 'Calls that send a message, by channel and outcome.',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const restarts = new Counter({
    name: 'woordhouder_change_stream_restarts_total',
    help: 'Times the change stream broke and was taken up again.',
    registers,
  });
  const known = new Set(channels);
  return {
    registry,
    countedWebhooks: (take) => (request, response) => {
      const taken = take(request, response);
      if (taken) {
        const name = channelOf(request.url ?? '');
        const channel = known.has(name) ? name : 'other';
        response.once('close', () => {
          webhooks.inc({ channel, status: response.writableFinished ? String(response.statusCode) : '0' });
        });
      }
      return taken;
    },
    countedSender: (channel, sender) => ({
      ...sender,
      send: async (message, account, signal) => {
        try {
          const receipt = await sender.send(message, account, signal);
          sends.inc({ channel, outcome: 'sent' });
          return receipt;
        } catch (error) {
          sends.inc({ channel, outcome: error instanceof ChannelError ? error.kind : 'unexpected' });
          throw error;
        }
      },
    }),
    ingest: ingestObserver(registry),
    sending: sendObserver(registry),
    changeStreamRestarted: () => {
      restarts.inc();
    },
    close: () => {
      registry.clear();
    },
  };
}

function sendObserver(registry: Registry): SendObserver {
  const registers = [registry];
  const held = new Counter({
    name: 'woordhouder_sends_held_total',
    help: 'Times a message was put off: over the budget, the platform asked for a pause, or its breaker is open.',
    labelNames: ['channel', 'by'],
    registers,
  });
  const breakers = new Counter({
    name: 'woordhouder_send_breaker_changes_total',
    help: 'Times the breaker of a channel account opened or closed.',
    labelNames: ['channel', 'state'],
    registers,
  });
  return {
    held: (channel, by, messages) => {
      held.inc({ channel, by }, messages);
    },
    breaker: (channel, state) => {
      breakers.inc({ channel, state });
    },
  };
}

function channelOf(url: string): string {
  return /^\/webhooks\/([^/?]*)/.exec(url)?.[1] ?? '';
}

function ingestObserver(registry: Registry): IngestObserver {
  const registers = [registry];
  const stored = new Counter({
    name: 'woordhouder_deliveries_stored_total',
    help: 'Webhook bodies stored durably.',
    registers,
  });
  const storeSizes = new Histogram({
    name: 'woordhouder_store_group_size',
    help: 'Webhook bodies per durable write.',
    buckets: groupSizes,
    registers,
  });
  const foldSizes = new Histogram({
    name: 'woordhouder_fold_group_size',
    help: 'Webhook bodies taken in per transaction.',
    buckets: groupSizes,
    registers,
  });
  const foldDuration = new Histogram({
    name: 'woordhouder_fold_duration_seconds',
    help: 'Time of one transaction that takes webhook bodies in.',
    buckets: foldSeconds,
    registers,
  });
  return {
    stored: (deliveries) => {
      stored.inc(deliveries);
      storeSizes.observe(deliveries);
    },
    folded: (deliveries, ms) => {
      foldSizes.observe(deliveries);
      foldDuration.observe(ms / 1000);
    },
  };
}
