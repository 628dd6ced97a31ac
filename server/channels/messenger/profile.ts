import type { CustomerProfile, SenderAccount, SenderDependencies } from '#server/channels/channel.ts';
import { field, path, text } from '#server/channels/body/fields.ts';
import { ChannelError, type ChannelErrorKind } from '#server/channels/errors.ts';
import { readGraph } from '#server/channels/meta/graph-call.ts';
import { isInstagram, type MessengerCredentials } from './credentials.ts';
import { isMentionId } from './parse-mention.ts';

const longestName = 120;

/** Refusals that stand: 230 (the customer gave no consent, which is common) is one of them. */
const refusals = new Set<ChannelErrorKind>(['rejected', 'unauthorised', 'windowClosed']);

function nameOf(json: unknown): string | null {
  const parts = [
    field(json, 'first_name'),
    field(json, 'last_name'),
    path(json, 'from', 'name'),
    field(json, 'name'),
  ].map((part) => (text(part) ?? '').trim());
  const name = parts.filter((part) => part !== '').join(' ');
  return name === '' ? null : name.slice(0, longestName);
}

/**
 * The name of the customer with this page-scoped id, or of who wrote the mention with this id; see `profileOf` in channel.ts for
 * what is thrown.
 */
export async function messengerProfile(
  dependencies: SenderDependencies,
  customerExternalId: string,
  account: SenderAccount<MessengerCredentials>,
  signal: AbortSignal,
): Promise<CustomerProfile> {
  const ofPerson = isInstagram(account) ? ['name'] : ['first_name', 'last_name'];
  const fields = isMentionId(customerExternalId) ? ['from'] : ofPerson;
  const read = { path: [customerExternalId], fields, errors: [] };
  try {
    return { name: nameOf(await readGraph(dependencies, account, read, signal)) };
  } catch (error) {
    if (error instanceof ChannelError && refusals.has(error.kind)) return { name: null };
    throw error;
  }
}
