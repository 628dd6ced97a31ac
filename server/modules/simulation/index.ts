import { createHash } from 'node:crypto';
import type { Clock } from '#server/clock.ts';
import { addressOf, type ChannelAccountDoc, type ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Contacts } from '#server/modules/contacts/index.ts';
import type { Conversations } from '#server/modules/conversations/index.ts';
import type { LocalText } from '#shared/local-text.ts';

/** A customer's message as the played platforms take it. */
export type PlayedMessage = {
  readonly channel: string;
  readonly accountExternalId: string;
  readonly customer: { readonly id: string; readonly name: string; readonly handle: string };
  readonly text: string;
  readonly at: Date;
  readonly public: boolean;
};

/** Plays a customer's message as a signed webhook and returns the HTTP status it got. */
export type PlayMessage = (message: PlayedMessage) => Promise<number>;

/** A story worth a look, by the customer it is about. */
export type StoryLead = {
  readonly title: LocalText;
  readonly channel: string;
  readonly accountExternalId: string;
  readonly customerExternalId: string;
};

/** The demo's "simulate an incoming message". */
export type Simulation = {
  /** The same name is the same customer. Returns the webhook's HTTP status. */
  customerWrites(account: ChannelAccountDoc, input: { name: string; text: string; public: boolean }): Promise<number>;
  /** The stories that were played, with their latest conversation. */
  stories(brandId: string): Promise<{ title: LocalText; conversationId: string }[]>;
};

/** What the simulation is made of. */
export type SimulationDependencies = {
  readonly play: PlayMessage;
  readonly leads: readonly StoryLead[];
  readonly clock: Clock;
  readonly accounts: ChannelAccounts;
  readonly contacts: Contacts;
  readonly conversations: Conversations;
};

/** Makes the simulation module. */
export function createSimulation(deps: SimulationDependencies): Simulation {
  return {
    stories: async (brandId) => {
      const found = await Promise.all(deps.leads.map((lead) => conversationOf(deps, brandId, lead)));
      return found.flatMap((conversationId, index) => {
        const lead = deps.leads[index];
        return lead && conversationId !== null ? [{ title: lead.title, conversationId }] : [];
      });
    },
    customerWrites: (account, input) =>
      deps.play({
        channel: account.channel,
        accountExternalId: account.externalId,
        customer: inventedCustomer(input.name),
        text: input.text,
        at: deps.clock.now(),
        public: input.public,
      }),
  };
}

async function conversationOf(deps: SimulationDependencies, brandId: string, lead: StoryLead): Promise<string | null> {
  const address = addressOf(lead.channel, lead.accountExternalId);
  const account = (await deps.accounts.byAddresses([address])).get(address);
  if (account?.brandId !== brandId) return null;
  const contactId = await deps.contacts.contactOf(brandId, account._id, lead.customerExternalId);
  if (contactId === null) return null;
  const messages = await deps.conversations.messages.ofContact(brandId, contactId);
  const latest = messages.sort((a, b) => b.sentAt.getTime() - a.sentAt.getTime())[0];
  return latest?.conversationId ?? null;
}

/** A platform id (11 digits, as a phone number has) and a handle that follow from a name. */
export function inventedCustomer(name: string): { id: string; name: string; handle: string } {
  const digits = BigInt(`0x${createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 15)}`).toString();
  const handle = name
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9]+/gu, '_')
    .slice(0, 15);
  return { id: `316${digits.padStart(8, '0').slice(-8)}`, name, handle };
}
