import type { SenderAccount, SenderDependencies } from '#server/channels/channel.ts';
import type { ChannelUpkeep, MissedPage, MissedRequest, MissedStream } from '#server/channels/channel-upkeep.ts';
import { field, id, isoTime, list, path, text } from '#server/channels/body/fields.ts';
import { getGraph } from '#server/channels/meta/graph-call.ts';
import { makeSubscription, readSubscription } from '#server/channels/meta/subscribed-apps.ts';
import { isInstagram, pageOf, type MessengerCredentials } from './credentials.ts';

/** Everything the parser reads (channels.md section 2). */
const subscribedFields = [
  'messages',
  'message_echoes',
  'message_edits',
  'message_deliveries',
  'message_reads',
  'message_reactions',
  'messaging_postbacks',
  'messaging_referrals',
  'messaging_handovers',
  'standby',
  'messaging_policy_enforcement',
  'feed',
  'mention',
] as const;

const conversations = 'conversations';
/** The Conversations API takes two calls a second per page; half of that leaves room for others. */
export const messengerStreams: readonly MissedStream[] = [{ name: conversations, pauseMs: 1_000 }];

const perPage = 20;
const messagesPerConversation = 50;
const messageFields = 'id,created_time,from,to,message,attachments{mime_type,image_data,video_data,file_url}';

function attachmentOf(raw: unknown): unknown {
  const image = text(path(raw, 'image_data', 'url'));
  const video = text(path(raw, 'video_data', 'url'));
  const url = image ?? video ?? text(field(raw, 'file_url'));
  return { type: image !== null ? 'image' : video !== null ? 'video' : 'file', payload: { url } };
}

/** A message of the Conversations API in the form a webhook has; null for one without id, time or sender. */
function itemOf(raw: unknown, ownId: string): { readonly at: Date; readonly item: unknown } | null {
  const mid = id(field(raw, 'id'));
  const at = isoTime(field(raw, 'created_time'));
  const from = id(path(raw, 'from', 'id'));
  const to = id(field(list(path(raw, 'to', 'data'))?.[0], 'id'));
  if (mid === null || at === null || from === null || to === null) return null;
  const words = text(field(raw, 'message'));
  const attachments = (list(path(raw, 'attachments', 'data')) ?? []).map(attachmentOf);
  const message = {
    mid,
    ...(words === null ? {} : { text: words }),
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(from === ownId ? { is_echo: true } : {}),
  };
  return { at, item: { sender: { id: from }, recipient: { id: to }, timestamp: at.getTime(), message } };
}

/** The page's talks, the one with the latest message first, until one was quiet since before `since`. */
async function readConversations(
  dependencies: SenderDependencies,
  { since, cursor }: MissedRequest,
  account: SenderAccount<MessengerCredentials>,
  signal: AbortSignal,
): Promise<MissedPage> {
  const ownId = account.externalId;
  const query = {
    platform: isInstagram(account) ? 'instagram' : 'messenger',
    limit: String(perPage),
    fields: `updated_time,messages.limit(${String(messagesPerConversation)}){${messageFields}}`,
    ...(cursor === null ? {} : { after: cursor }),
  };
  const json = await getGraph(dependencies, account, { path: [pageOf(account), conversations], query }, signal);
  const talks = list(field(json, 'data')) ?? [];
  const found = talks
    .flatMap((talk) => list(path(talk, 'messages', 'data')) ?? [])
    .flatMap((raw) => itemOf(raw, ownId) ?? [])
    .filter(({ at }) => at.getTime() >= since.getTime())
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const oldest = isoTime(field(talks.at(-1), 'updated_time'));
  const isEnd = oldest === null || oldest.getTime() < since.getTime();
  const next =
    isEnd || path(json, 'paging', 'next') === undefined ? null : text(path(json, 'paging', 'cursors', 'after'));
  const entry = { id: ownId, time: dependencies.clock.now().getTime(), messaging: found.map(({ item }) => item) };
  return { bodies: found.length === 0 ? [] : [{ object: 'page', entry: [entry] }], items: found.length, next };
}

/** Looks after a page's subscription and reads its talks afterwards. Comments cannot be read that way. */
export function createMessengerUpkeep(dependencies: SenderDependencies): ChannelUpkeep<MessengerCredentials> {
  const placeOf = (account: SenderAccount<MessengerCredentials>) => ({
    ownerId: pageOf(account),
    fields: subscribedFields,
  });
  return {
    checkSubscription: (account, signal) => readSubscription(dependencies, account, placeOf(account), signal),
    subscribe: (account, signal) => makeSubscription(dependencies, account, placeOf(account), signal),
    readMissed: (request, account, signal) => readConversations(dependencies, request, account, signal),
  };
}
