import type { ChannelDefinition, OutgoingTemplate, Visibility } from '#server/channels/channel.ts';
import { answeredPostOf, type ConversationDoc } from '#server/modules/conversations/index.ts';
import { misfitOf, type MediaFileDoc } from '#server/modules/media/index.ts';
import type { ReplyDependencies, ReplyOutcome, ReplyRequest } from './send-reply.ts';
import { privateReplyOf } from './private-reply.ts';
import { replyWindowOf } from './reply-window.ts';
import { filledTemplate } from './template-text.ts';

/** A reply that the channel allows, with what it consists of. */
export type AllowedReply = {
  readonly channel: ChannelDefinition;
  readonly visibility: Visibility;
  /** What the customer reads: the agent's words, or the template with its values. */
  readonly text: string;
  readonly files: readonly MediaFileDoc[];
  readonly template: OutgoingTemplate | null;
  /** The public item that is answered in public, or in private. */
  readonly replyToExternalId: string | null;
  readonly privateReplyTo: string | null;
};

const notAllowed = (nl: string, en: string): ReplyOutcome => ({ kind: 'notAllowed', message: { nl, en } });

/** Holds a reply against what the channel allows now: place, window, template, length and files. */
export async function allowedReply(
  deps: ReplyDependencies,
  conversation: ConversationDoc,
  request: ReplyRequest,
): Promise<AllowedReply | ReplyOutcome> {
  const channel = deps.channels.find(({ name }) => name === conversation.channel);
  if (!channel) return notAllowed('Dit kanaal is niet ingesteld.', 'This channel is not set up.');
  if (request.template !== null) return templateReply(deps, { channel, conversation, request });
  const place = request.privately
    ? await privatePlace(deps, channel, conversation)
    : await ownPlace(deps, channel, conversation);
  if ('kind' in place) return place;
  const over = channel.countLength(request.text, place.visibility) - place.maxLength;
  if (over > 0) {
    return notAllowed(
      `Het antwoord is ${String(over)} tekens te lang voor ${channel.label}.`,
      `The reply is ${String(over)} characters too long for ${channel.label}.`,
    );
  }
  const files = await filesOf(deps, request, channel, place.visibility);
  if ('kind' in files) return files;
  if (place.privateReplyTo !== null && channel.capabilities.privateReply?.oncePerPost === true) {
    const messages = files.length + (request.text.trim() === '' ? 0 : 1);
    if (messages > 1) {
      return notAllowed(
        'Een privé antwoord op een openbaar bericht is één bericht: een tekst of één bestand.',
        'A private answer to a public post is one message: a text or one file.',
      );
    }
  }
  return { channel, text: request.text, files, template: null, ...place };
}

type Place = Pick<AllowedReply, 'visibility' | 'replyToExternalId' | 'privateReplyTo'> & { readonly maxLength: number };

async function ownPlace(
  deps: ReplyDependencies,
  channel: ChannelDefinition,
  conversation: ConversationDoc,
): Promise<Place | ReplyOutcome> {
  const window = replyWindowOf(channel, conversation, deps.clock.now());
  if (!window.open) return { kind: 'notAllowed', message: window.reason ?? { nl: '', en: '' } };
  return {
    visibility: conversation.visibility,
    replyToExternalId: await answeredPostOf(deps.conversations.messages, conversation),
    privateReplyTo: null,
    maxLength: window.maxLength,
  };
}

async function privatePlace(
  deps: ReplyDependencies,
  channel: ChannelDefinition,
  conversation: ConversationDoc,
): Promise<Place | ReplyOutcome> {
  const option = await privateReplyOf(deps.conversations, channel, conversation, deps.clock.now());
  if (!option?.post) return notAllowed('Privé antwoorden kan hier niet.', 'A private answer is not possible here.');
  if (!option.open) return { kind: 'notAllowed', message: option.reason ?? { nl: '', en: '' } };
  const { maxLength, post } = option;
  return { visibility: 'private', replyToExternalId: null, privateReplyTo: post.externalId, maxLength };
}

type TemplateBasis = { channel: ChannelDefinition; conversation: ConversationDoc; request: ReplyRequest };

async function templateReply(
  deps: ReplyDependencies,
  { channel, conversation, request }: TemplateBasis,
): Promise<AllowedReply | ReplyOutcome> {
  const account = await deps.accounts.byId(conversation.brandId, conversation.accountId);
  if (!channel.capabilities.templates || conversation.visibility !== 'private' || !account || !request.template) {
    return notAllowed('Sjablonen kunnen hier niet worden verstuurd.', 'Templates cannot be sent here.');
  }
  const { name, language, values } = request.template;
  const template = await deps.templates.find(account, name, language);
  if (!template || template.obstacle !== null) {
    return notAllowed(
      'Dit sjabloon bestaat niet (meer) of is niet goedgekeurd. Haal de lijst opnieuw op.',
      'This template does not exist (any more) or is not approved. Fetch the list again.',
    );
  }
  const filled = filledTemplate(template, values);
  if ('fault' in filled) return { kind: 'invalid', field: 'template', message: filled.fault };
  const { outgoing, text } = filled;
  const place = { visibility: 'private', replyToExternalId: null, privateReplyTo: null } as const;
  return { channel, ...place, text, files: [], template: outgoing };
}

const mostFiles = 10;

async function filesOf(
  deps: ReplyDependencies,
  request: ReplyRequest,
  channel: ChannelDefinition,
  visibility: Visibility,
): Promise<readonly MediaFileDoc[] | ReplyOutcome> {
  const ids = [...new Set(request.mediaIds)];
  if (ids.length > mostFiles) {
    return notAllowed(
      `Hooguit ${String(mostFiles)} bestanden per antwoord.`,
      `At most ${String(mostFiles)} files a reply.`,
    );
  }
  const found = await deps.media.byIds(request.brandId, ids);
  const files = ids.flatMap((id) => found.find((file) => file._id === id && file.messageId === null) ?? []);
  if (files.length < ids.length) {
    return notAllowed(
      'Een bijlage bestaat niet meer. Voeg het bestand opnieuw toe.',
      'An attachment no longer exists. Add the file again.',
    );
  }
  for (const file of files) {
    const misfit = misfitOf(file, channel.capabilities.media[visibility], channel.label);
    if (misfit) return { kind: 'notAllowed', message: misfit };
  }
  return files;
}
