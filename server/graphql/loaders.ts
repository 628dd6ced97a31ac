import DataLoader from 'dataloader';
import type { User } from '#server/modules/agents/index.ts';
import type { EscalationDoc } from '#server/modules/alerts/index.ts';
import type { AutoReplyVersionDoc, ChannelAccountDoc } from '#server/modules/channel-accounts/index.ts';
import type { ResponseClockDoc } from '#server/modules/clocks/index.ts';
import type { ContactDoc, ContactMomentDoc } from '#server/modules/contacts/index.ts';
import type { ConversationDoc, MessageDoc } from '#server/modules/conversations/index.ts';
import type { CueLabelDoc } from '#server/modules/cue-labels/index.ts';
import type { DeviationDoc } from '#server/modules/deviations/index.ts';
import type { Modules } from '#server/modules/modules.ts';
import type { NormTable } from '#server/modules/norms/index.ts';
import type { TemplateOutcomes } from '#server/modules/templates/index.ts';
import type { ReplyPromiseDoc } from '#server/modules/promises/index.ts';

/** Reads by key within one execution and one brand: each key once, many keys in one query. */
export type Loaders = {
  readonly users: DataLoader<string, User | null>;
  readonly accounts: DataLoader<string, ChannelAccountDoc | null>;
  readonly contacts: DataLoader<string, ContactDoc | null>;
  readonly conversations: DataLoader<string, ConversationDoc | null>;
  readonly promises: DataLoader<string, ReplyPromiseDoc | null>;
  readonly promisesOfConversation: DataLoader<string, ReplyPromiseDoc[]>;
  readonly clocksOfConversation: DataLoader<string, ResponseClockDoc[]>;
  readonly stepsOfAlert: DataLoader<string, EscalationDoc[]>;
  readonly messagesByExternalId: DataLoader<{ accountId: string; externalId: string }, MessageDoc | null, string>;
  readonly autoReplyVersions: DataLoader<string, AutoReplyVersionDoc | null>;
  readonly messagesOfContact: DataLoader<string, MessageDoc[]>;
  readonly momentsOfContact: DataLoader<string, ContactMomentDoc[]>;
  readonly deviations: DataLoader<string, DeviationDoc | null>;
  readonly messages: DataLoader<string, MessageDoc | null>;
  /** Labels in force by message. */
  readonly cueLabels: DataLoader<string, CueLabelDoc[]>;
  /** What came of the brand's templates; read once. */
  templateOutcomes(): Promise<Map<string, TemplateOutcomes>>;
  /** The brand's norms and hours; read once. */
  normTable(): Promise<NormTable>;
};

/** Makes the loaders of one execution. */
export function createLoaders(modules: Modules, brandId: string): Loaders {
  const { conversations, promises, clocks, accounts, contacts, agents, norms } = modules;
  let table: Promise<NormTable> | null = null;
  let outcomes: Promise<Map<string, TemplateOutcomes>> | null = null;
  return {
    users: new DataLoader(async (ids) => inOrder(ids, await agents.usersByIds(brandId, ids), (user) => user.id)),
    accounts: new DataLoader(async (ids) => inOrder(ids, await accounts.ofBrand(brandId), (account) => account._id)),
    contacts: new DataLoader(async (ids) => inOrder(ids, await contacts.byIds(brandId, ids), (doc) => doc._id)),
    conversations: new DataLoader(async (ids) =>
      inOrder(ids, await conversations.store.byIds(brandId, ids), (doc) => doc._id),
    ),
    promises: new DataLoader(async (ids) => inOrder(ids, await promises.byIds(brandId, ids), (doc) => doc._id)),
    promisesOfConversation: new DataLoader(async (ids) => {
      const found = await promises.ofConversations(brandId, ids);
      return ids.map((id) => found.filter((doc) => doc.conversationId === id));
    }),
    clocksOfConversation: new DataLoader(async (ids) => {
      const found = await clocks.ofConversations(brandId, ids);
      return ids.map((id) => found.filter((doc) => doc.conversationId === id));
    }),
    stepsOfAlert: new DataLoader(async (ids) => {
      const found = await modules.alerts.stepsOf(brandId, ids);
      return ids.map((id) => found.filter((doc) => doc.alertId === id));
    }),
    messagesByExternalId: new DataLoader(
      async (keys) => {
        const found = await conversations.messages.byExternalIds(brandId, keys);
        return inOrder(keys.map(externalKey), found, externalKey);
      },
      { cacheKeyFn: externalKey },
    ),
    autoReplyVersions: new DataLoader(async (ids) =>
      inOrder(ids, await accounts.versionsById(brandId, ids), (doc) => doc._id),
    ),
    messagesOfContact: new DataLoader(async (ids) =>
      Promise.all(ids.map((id) => conversations.messages.ofContact(brandId, id))),
    ),
    momentsOfContact: new DataLoader(async (ids) => Promise.all(ids.map((id) => contacts.momentsOf(brandId, id)))),
    deviations: new DataLoader(async (ids) =>
      inOrder(ids, await modules.deviations.ofMessages(brandId, ids), (doc) => doc._id),
    ),
    messages: new DataLoader(async (ids) =>
      inOrder(ids, await conversations.messages.byIds(brandId, ids), (doc) => doc._id),
    ),
    cueLabels: new DataLoader(async (ids) => {
      const found = await modules.cueLabels.ofMessages(brandId, ids);
      return ids.map((id) => found.filter((doc) => doc.messageId === id));
    }),
    templateOutcomes: () => (outcomes ??= modules.templates.outcomes(brandId)),
    normTable: () => (table ??= norms.tableOf(brandId)),
  };
}

function externalKey(message: { accountId: string; externalId: string }): string {
  return `${message.accountId} ${message.externalId}`;
}

function inOrder<T>(keys: readonly string[], found: readonly T[], keyOf: (item: T) => string): (T | null)[] {
  const byKey = new Map(found.map((item) => [keyOf(item), item]));
  return keys.map((key) => byKey.get(key) ?? null);
}
