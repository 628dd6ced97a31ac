import type { SenderAccount, SenderDependencies } from '#server/channels/channel.ts';
import type { ChannelUpkeep, MissedStream, SubscriptionState } from '#server/channels/channel-upkeep.ts';
import { path } from '#server/channels/body/fields.ts';
import { ChannelError } from '#server/channels/errors.ts';
import { getJson } from '#server/channels/transport/get-json.ts';
import { postJson, type PostAnswer } from '#server/channels/transport/post-json.ts';
import { activityRequest, activityState, takenTypes, type ActivityTarget } from './activity-subscriptions.ts';
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

const activityPath: readonly string[] = ['activity', 'subscriptions'];

function classicPath({ webhookId }: ActivityTarget): readonly string[] {
  return ['account_activity', 'webhooks', webhookId, 'subscriptions', 'all'];
}

function classicState(json: unknown): SubscriptionState {
  return path(json, 'data', 'subscribed') === true
    ? { state: 'subscribed', missing: [] }
    : { state: 'lost', missing: ['account_activity'] };
}

function targetOf({ externalId, credentials: { webhookId } }: Account): ActivityTarget | null {
  return webhookId === undefined ? null : { userId: externalId, webhookId };
}

/** Event types taken by the X Activity API; none where the app has no access to it. */
async function activityTaken(
  dependencies: SenderDependencies,
  account: Account,
  target: ActivityTarget,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    return takenTypes(await read(dependencies, account, { path: activityPath, query: {} }, signal), target);
  } catch (error) {
    // Not its API, then: the other one tells whether the token is the trouble.
    if (error instanceof ChannelError && (error.kind === 'rejected' || error.kind === 'unauthorised')) return [];
    throw error;
  }
}

/** An account is subscribed by the newer X Activity API or, where it has nothing there, by the Account Activity API. */
async function checkSubscription(
  dependencies: SenderDependencies,
  account: Account,
  signal: AbortSignal,
): Promise<SubscriptionState | null> {
  const target = targetOf(account);
  if (target === null) return null;
  const taken = await activityTaken(dependencies, account, target, signal);
  if (taken.length > 0) return activityState(taken);
  return classicState(await read(dependencies, account, { path: classicPath(target), query: {} }, signal));
}

/** Subscribes again by the API that has the account's subscription; by the Account Activity API where none has. */
async function subscribe(
  dependencies: SenderDependencies,
  account: Account,
  signal: AbortSignal,
): Promise<SubscriptionState | null> {
  const target = targetOf(account);
  if (target === null) return null;
  const post = async (to: readonly string[], body: object): Promise<unknown> => {
    const url = urlOf(dependencies, { path: to, query: {} });
    const request = { url, token: account.credentials.accessToken, body, signal };
    return jsonOf(await postJson(dependencies.fetch, request), dependencies);
  };
  const taken = await activityTaken(dependencies, account, target, signal);
  if (taken.length === 0) return classicState(await post(classicPath(target), {}));
  for (const type of activityState(taken).missing) await post(activityPath, activityRequest(type, target));
  return activityState(await activityTaken(dependencies, account, target, signal));
}

/** X wants whole seconds. */
const wholeSeconds = (at: Date): string => at.toISOString().replace(/\.\d+Z$/u, 'Z');

/** Looks after an account's subscription and reads mentions, own posts and messages afterwards. */
export function createXUpkeep(dependencies: SenderDependencies): ChannelUpkeep<XCredentials> {
  return {
    checkSubscription: (account, signal) => checkSubscription(dependencies, account, signal),
    subscribe: (account, signal) => subscribe(dependencies, account, signal),
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
