import type { SenderAccount, SenderDependencies } from '#server/channels/channel.ts';
import type { ChannelUpkeep, MissedStream, SubscriptionState } from '#server/channels/channel-upkeep.ts';
import { path } from '#server/channels/body/fields.ts';
import { ChannelError } from '#server/channels/errors.ts';
import { getJson } from '#server/channels/transport/get-json.ts';
import { postJson, type PostAnswer } from '#server/channels/transport/post-json.ts';
import { missedDms, missedPosts } from './missed-pages.ts';
import type { XCredentials } from './send.ts';
import { xError } from './x-error.ts';

const windowMs = 15 * 60_000;

/** Mentions and own posts: 300 reads in 15 minutes; messages: 15. One read less than allowed leaves room for a retry. */
export const xStreams: readonly MissedStream[] = [
  { name: 'mentions', pauseMs: Math.ceil(windowMs / 299) },
  { name: 'posts', pauseMs: Math.ceil(windowMs / 299) },
  { name: 'dms', pauseMs: Math.ceil(windowMs / 14) },
];

const postFields: Readonly<Record<string, string>> = {
  max_results: '100',
  expansions: 'author_id,attachments.media_keys,referenced_tweets.id',
  'tweet.fields':
    'author_id,conversation_id,created_at,edit_history_tweet_ids,entities,in_reply_to_user_id,note_tweet,referenced_tweets',
  'user.fields': 'name,username',
  'media.fields': 'type,url,variants,alt_text',
};

const dmFields: Readonly<Record<string, string>> = {
  max_results: '100',
  event_types: 'MessageCreate',
  expansions: 'sender_id,participant_ids,attachments.media_keys',
  'dm_event.fields': 'id,text,event_type,created_at,dm_conversation_id,sender_id,participant_ids,attachments',
  'user.fields': 'name,username',
  'media.fields': 'type,url,variants',
};

type Account = SenderAccount<XCredentials>;
type Call = { readonly path: readonly string[]; readonly query: Readonly<Record<string, string>> };

function urlOf({ endpoint }: SenderDependencies, call: Call): URL {
  const { baseUrl, apiVersion } = endpoint;
  const url = new URL([baseUrl.replace(/\/+$/, ''), apiVersion, ...call.path.map(encodeURIComponent)].join('/'));
  for (const [name, value] of Object.entries(call.query)) url.searchParams.set(name, value);
  return url;
}

function jsonOf(answer: PostAnswer, dependencies: SenderDependencies): unknown {
  if (answer.status >= 200 && answer.status <= 299) return answer.json;
  throw xError(answer, dependencies.clock.now());
}

async function read(
  dependencies: SenderDependencies,
  account: Account,
  call: Call,
  signal: AbortSignal,
): Promise<unknown> {
  const request = { url: urlOf(dependencies, call), token: account.credentials.accessToken, signal };
  return jsonOf(await getJson(dependencies.fetch, request), dependencies);
}

function subscriptionPath({ credentials }: Account): readonly string[] | null {
  const { webhookId } = credentials;
  return webhookId === undefined ? null : ['account_activity', 'webhooks', webhookId, 'subscriptions', 'all'];
}

function stateOf(json: unknown): SubscriptionState {
  return path(json, 'data', 'subscribed') === true
    ? { state: 'subscribed', missing: [] }
    : { state: 'lost', missing: ['account_activity'] };
}

/** X wants whole seconds. */
const wholeSeconds = (at: Date): string => at.toISOString().replace(/\.\d+Z$/u, 'Z');

/** Looks after an account's Account Activity subscription and reads mentions, own posts and messages afterwards. */
export function createXUpkeep(dependencies: SenderDependencies): ChannelUpkeep<XCredentials> {
  return {
    checkSubscription: async (account, signal) => {
      const call = subscriptionPath(account);
      return call === null ? null : stateOf(await read(dependencies, account, { path: call, query: {} }, signal));
    },
    subscribe: async (account, signal) => {
      const call = subscriptionPath(account);
      if (call === null) return null;
      const url = urlOf(dependencies, { path: call, query: {} });
      const request = { url, token: account.credentials.accessToken, body: {}, signal };
      return stateOf(jsonOf(await postJson(dependencies.fetch, request), dependencies));
    },
    readMissed: async ({ stream, since, cursor }, account, signal) => {
      const page: Record<string, string> = cursor === null ? {} : { pagination_token: cursor };
      const me = account.externalId;
      if (stream === 'dms') {
        const query = { ...dmFields, ...page };
        return missedDms(await read(dependencies, account, { path: ['dm_events'], query }, signal), me, since);
      }
      const kind = { mentions: 'mentions', posts: 'tweets' }[stream];
      if (kind === undefined) throw new ChannelError('rejected', 'stream', `X has no list of ${stream}`);
      const query = { ...postFields, start_time: wholeSeconds(since), ...page };
      const json = await read(dependencies, account, { path: ['users', me, kind], query }, signal);
      return missedPosts(json, me, stream === 'posts' ? 'post.create' : 'post.mention.create');
    },
  };
}
