import type { GraphQLContext } from '#server/graphql/context.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';
import type { LocalText } from '#shared/local-text.ts';

type Wanted = { readonly accountId: string; readonly text: string; readonly publicEnabled: boolean };

/**
 * Why a text would be refused when it is sent, told when it is set: too long for the channel, in private or, where it answers
 * posts as well, in public. Null when it fits or the account is not known.
 */
export async function autoReplyMisfit(context: GraphQLContext, wanted: Wanted): Promise<LocalText | null> {
  const account = await context.modules.accounts.byId(viewerOf(context).brandId, wanted.accountId);
  const channel = context.modules.channels.find(({ name }) => name === account?.channel);
  if (!channel) return null;
  const { maxLength, sendsPrivate, sendsPublic } = channel.capabilities;
  const over = (visibility: 'private' | 'public'): number =>
    channel.countLength(wanted.text, visibility) - maxLength[visibility];
  if (sendsPrivate && over('private') > 0) {
    const count = String(over('private'));
    return {
      nl: `De tekst is ${count} tekens te lang voor ${channel.label}.`,
      en: `The text is ${count} characters too long for ${channel.label}.`,
    };
  }
  if (!sendsPublic || !wanted.publicEnabled || over('public') <= 0) return null;
  const [count, most] = [String(over('public')), String(maxLength.public)];
  return {
    nl: `Onder openbare berichten op ${channel.label} passen ${most} tekens; deze tekst is ${count} tekens te lang. Maak hem korter of zet openbaar antwoorden uit.`,
    en: `Public replies on ${channel.label} hold ${most} characters; this text is ${count} characters too long. Shorten it or switch public replies off.`,
  };
}
