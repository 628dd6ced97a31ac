import type { ClientSession, Db } from 'mongodb';
import type { ChannelDefinition, SenderAccount } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import { newId } from '#server/db/ids.ts';
import type { CredentialVault } from '#server/secrets/credential-vault.ts';
import {
  createAccountsStore,
  type AutoReplyVersionDoc,
  type ChannelAccountDoc,
  type EventCountDoc,
} from './accounts.store.ts';
import { revokedCode } from './trouble-text.ts';

export { platformDownCode } from './trouble-text.ts';
export type { AutoReplyVersionDoc, ChannelAccountDoc, EventCountDoc } from './accounts.store.ts';

/** What is needed to add an account; `credentials` is checked against the channel's schema. */
export type AddAccountInput = {
  brandId: string;
  channel: string;
  externalId: string;
  name: string;
  credentials: unknown;
};

/** The field because of which an account is not added. */
type AddAccountFault = 'channel' | 'externalId' | 'name' | 'accessToken' | 'fields';

/** What an auto-reply is to be; a new text makes a new version. */
export type SetAutoReplyInput = { enabled: boolean; publicEnabled: boolean; text: string; userId: string | null };

/** Channel accounts with their credentials, automatic replies and health. */
export type ChannelAccounts = {
  ensureIndexes(): Promise<void>;
  /** Adds an account or, when the brand has it already, connects it again with the new token; or names the field at fault. */
  add(input: AddAccountInput): Promise<ChannelAccountDoc | { fault: AddAccountFault }>;
  ofBrand(brandId: string): Promise<ChannelAccountDoc[]>;
  byId(brandId: string, id: string): Promise<ChannelAccountDoc | null>;
  /** The accounts of all brands; few, for the server's own upkeep only. */
  everywhere(): Promise<ChannelAccountDoc[]>;
  /** Accounts by `channel:externalId`, or by the id of what they belong to (the first by name); unknown addresses are left out. */
  byAddresses(addresses: readonly string[], session?: ClientSession): Promise<Map<string, ChannelAccountDoc>>;
  /** Decrypts for sending; the result is never logged or stored. */
  senderAccount(account: ChannelAccountDoc): SenderAccount<unknown>;
  /** Sets the automatic reply; null when the account is not the brand's. */
  setAutoReply(brandId: string, id: string, input: SetAutoReplyInput): Promise<ChannelAccountDoc | null>;
  /** The text sent now; null when switched off or never set. */
  activeAutoReply(account: ChannelAccountDoc): Promise<AutoReplyVersionDoc | null>;
  versionsOf(brandId: string, accountId: string): Promise<AutoReplyVersionDoc[]>;
  versionsById(brandId: string, ids: readonly string[]): Promise<AutoReplyVersionDoc[]>;
  /** Notes that events came in and how many of which kind were kept raw; no two groups at work at once have one `shard`. */
  noteEvents(
    account: ChannelAccountDoc,
    at: Date,
    unknownCounts: { readonly byKind: ReadonlyMap<string, number>; readonly shard: number },
    session: ClientSession,
  ): Promise<void>;
  unknownCounts(brandId: string, accountId: string): Promise<EventCountDoc[]>;
  /** Stops or resumes sending on an account. */
  setTrouble(account: ChannelAccountDoc, trouble: { code: string; detail: string } | null): Promise<void>;
  /** Notes that the owner withdrew our access at `at`; one from before the account was added here is an old story. */
  noteDisconnect(account: ChannelAccountDoc, at: Date, reason: string, session: ClientSession): Promise<void>;
};

/** How exactly an account tells when it last heard something. */
const touchEveryMs = 1_000;

/** Unique name of a platform account over all brands. */
export function addressOf(channel: string, externalId: string): string {
  return `${channel}:${externalId}`;
}

type Dependencies = {
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: CredentialVault;
  readonly channels: readonly ChannelDefinition[];
  /** Told when an account stops working (again) or works again (null). */
  onTrouble(account: ChannelAccountDoc, trouble: ChannelAccountDoc['trouble'], session?: ClientSession): Promise<void>;
};

/** Makes the channel-accounts module. */
export function createChannelAccounts(deps: Dependencies): ChannelAccounts {
  const store = createAccountsStore(deps.db);
  return {
    ensureIndexes: () => store.ensureIndexes(),
    add: (input) => addAccount(deps, store, input),
    ofBrand: (brandId) => store.ofBrand(brandId),
    byId: (brandId, id) => store.byId(brandId, id),
    everywhere: () => store.everywhere(),
    byAddresses: async (addresses, session) => {
      const found = new Map((await store.byAddresses(addresses, session)).map((account) => [account.address, account]));
      const rest = addresses.filter((address) => !found.has(address));
      if (rest.length === 0) return found;
      const members = await store.byGroupAddresses(rest, session);
      for (const member of members.sort((a, b) => b.name.localeCompare(a.name))) {
        if (typeof member.groupAddress === 'string') found.set(member.groupAddress, member);
      }
      return found;
    },
    senderAccount: (account) => ({
      externalId: account.externalId,
      credentials: deps.vault.decrypt(account.credentials, account._id),
    }),
    setAutoReply: (brandId, id, input) => setAutoReply(deps.clock, store, { brandId, id, input }),
    activeAutoReply: async (account) => {
      const { enabled, versionId } = account.autoReply;
      if (!enabled || versionId === null) return null;
      const [version] = await store.versionsById(account.brandId, [versionId]);
      return version ?? null;
    },
    versionsOf: (brandId, accountId) => store.versionsOf(brandId, accountId),
    versionsById: (brandId, ids) => store.versionsById(brandId, ids),
    noteEvents: async (account, at, counts, session) => {
      // Every group would change the same few accounts: outside of its transaction, so that groups do not wait for one another.
      const known = account.lastEventAt?.getTime() ?? 0;
      if (at.getTime() - known >= touchEveryMs) await store.touch(account._id, at);
      if (counts.byKind.size > 0) await store.addCounts(account.brandId, account._id, counts, session);
    },
    unknownCounts: (brandId, accountId) => store.countsOf(brandId, accountId),
    noteDisconnect: async (account, at, reason, session) => {
      if (at.getTime() < account.createdAt.getTime()) return;
      const trouble = { code: revokedCode, detail: reason, since: at };
      await store.setTrouble(account._id, trouble, session);
      await deps.onTrouble(account, trouble, session);
    },
    setTrouble: async (account, trouble) => {
      // A spell of trouble keeps its beginning, however many sends fail in it.
      const since = account.trouble?.since ?? deps.clock.now();
      const known = trouble && { ...trouble, since };
      await store.setTrouble(account._id, known);
      await deps.onTrouble(account, known);
    },
  };
}

type Store = ReturnType<typeof createAccountsStore>;

const longestName = 80;

async function addAccount(
  deps: Dependencies,
  store: Store,
  input: AddAccountInput,
): Promise<ChannelAccountDoc | { fault: AddAccountFault }> {
  const channel = deps.channels.find((candidate) => candidate.name === input.channel);
  if (!channel) return { fault: 'channel' };
  if (!/^[0-9A-Za-z._-]{1,64}$/u.test(input.externalId)) return { fault: 'externalId' };
  const name = input.name.trim();
  if (name === '' || name.length > longestName) return { fault: 'name' };
  const access = accessOf(channel, input.credentials);
  if ('fault' in access) return access;
  const { credentials, groupAddress } = access;
  const id = newId();
  const account: ChannelAccountDoc = {
    _id: id,
    brandId: input.brandId,
    channel: channel.name,
    externalId: input.externalId,
    address: addressOf(channel.name, input.externalId),
    groupAddress,
    name,
    credentials: deps.vault.encrypt(credentials, id),
    autoReply: { enabled: false, publicEnabled: false, versionId: null },
    trouble: null,
    lastEventAt: null,
    createdAt: deps.clock.now(),
  };
  if (await store.insert(account)) return account;
  const [known] = await store.byAddresses([account.address]);
  // Of another brand's account nobody may learn more than that the id is taken.
  if (known?.brandId !== input.brandId) return { fault: 'externalId' };
  return reconnect({ deps, store, channel }, known, { name, credentials });
}

type Access = { readonly credentials: unknown; readonly groupAddress: string | null };

function accessOf(channel: ChannelDefinition, given: unknown): Access | { fault: AddAccountFault } {
  const credentials = channel.credentialsSchema.safeParse(given);
  if (!credentials.success) {
    const isToken = credentials.error.issues.some(({ path }) => path[0] === 'accessToken');
    return { fault: isToken ? 'accessToken' : 'fields' };
  }
  const group = channel.groupIdOf?.(credentials.data) ?? null;
  const groupAddress = group === null ? null : addressOf(channel.name, group);
  return { credentials: credentials.data, groupAddress };
}

/** A token dies or is withdrawn; a new one is how an account comes back to life. */
async function reconnect(
  { deps, store, channel }: { deps: Dependencies; store: Store; channel: ChannelDefinition },
  known: ChannelAccountDoc,
  given: { readonly name: string; readonly credentials: unknown },
): Promise<ChannelAccountDoc | { fault: AddAccountFault }> {
  // The seal is bound to the account's own id.
  const before: unknown = deps.vault.decrypt(known.credentials, known._id);
  // What is not given anew (the business account, an app secret) stays.
  const access = accessOf(channel, Object.assign({}, before, given.credentials));
  if ('fault' in access) return access;
  const { groupAddress } = access;
  const credentials = deps.vault.encrypt(access.credentials, known._id);
  await store.reconnect(known.brandId, known._id, { name: given.name, groupAddress, credentials });
  await deps.onTrouble(known, null);
  return { ...known, name: given.name, groupAddress, credentials, trouble: null };
}

async function setAutoReply(
  clock: Clock,
  store: Store,
  request: { brandId: string; id: string; input: SetAutoReplyInput },
): Promise<ChannelAccountDoc | null> {
  const { brandId, id, input } = request;
  const account = await store.byId(brandId, id);
  if (!account) return null;
  const versions = await store.versionsOf(brandId, id);
  let versionId = versions.find((version) => version.text === input.text)?._id ?? null;
  if (versionId === null && input.text !== '') {
    versionId = newId();
    await store.insertVersion({
      _id: versionId,
      brandId,
      accountId: id,
      text: input.text,
      createdAt: clock.now(),
      createdBy: input.userId,
    });
  }
  const autoReply = { enabled: input.enabled, publicEnabled: input.publicEnabled, versionId };
  await store.setAutoReply(brandId, id, autoReply);
  return { ...account, autoReply };
}
