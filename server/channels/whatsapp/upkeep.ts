import type { SenderAccount, SenderDependencies } from '#server/channels/channel.ts';
import type { ChannelUpkeep, SubscriptionState } from '#server/channels/channel-upkeep.ts';
import { makeSubscription, readSubscription, type SubscriptionPlace } from '#server/channels/meta/subscribed-apps.ts';
import type { WhatsAppCredentials } from './credentials.ts';

type Account = SenderAccount<WhatsAppCredentials>;

/** Fields are chosen at the level of the app; here only the app's name appears. */
const placeOf = ({ credentials }: Account): SubscriptionPlace | null =>
  credentials.businessAccountId === undefined ? null : { ownerId: credentials.businessAccountId, fields: [] };

/** Looks after the Business account's subscription. What was missed cannot be read afterwards: Meta delivers it again for days. */
export function createWhatsAppUpkeep(dependencies: SenderDependencies): ChannelUpkeep<WhatsAppCredentials> {
  const at = async (
    account: Account,
    act: (place: SubscriptionPlace) => Promise<SubscriptionState>,
  ): Promise<SubscriptionState | null> => {
    const place = placeOf(account);
    return place === null ? null : act(place);
  };
  return {
    checkSubscription: (account, signal) =>
      at(account, (place) => readSubscription(dependencies, account, place, signal)),
    subscribe: (account, signal) => at(account, (place) => makeSubscription(dependencies, account, place, signal)),
  };
}
