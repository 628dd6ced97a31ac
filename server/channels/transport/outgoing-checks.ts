import type { ChannelCapabilities, OutgoingMessage } from '#server/channels/channel.ts';
import { ChannelError } from '#server/channels/errors.ts';

/** The parts of a definition that an outgoing message is held against. */
export type OutgoingLimits = {
  readonly capabilities: ChannelCapabilities;
  countLength(text: string, visibility: OutgoingMessage['visibility']): number;
};

/** Throws `rejected` for an empty or over-long text and for a visibility the channel cannot send. No call is made for these. */
export function assertSendable(message: OutgoingMessage, limits: OutgoingLimits): void {
  const allowed = message.visibility === 'public' ? limits.capabilities.sendsPublic : limits.capabilities.sendsPrivate;
  if (!allowed)
    throw new ChannelError('rejected', 'visibility', `this channel sends no ${message.visibility} messages`, {
      meaning: 'invalidMessage',
    });
  const hasMore = message.attachments.length > 0 || message.template !== null;
  if (message.text.trim() === '' && !hasMore) {
    throw new ChannelError('rejected', 'empty', 'the text is empty', { meaning: 'invalidMessage' });
  }
  assertMedia(message, limits);
  if (message.template !== null) return;
  const length = limits.countLength(message.text, message.visibility);
  const longest = limits.capabilities.maxLength[message.visibility];
  if (length > longest) {
    const detail = `the text counts ${String(length)} of at most ${String(longest)}`;
    throw new ChannelError('rejected', 'tooLong', detail, { meaning: 'tooLong' });
  }
}

function assertMedia({ attachments, visibility }: OutgoingMessage, { capabilities }: OutgoingLimits): void {
  if (attachments.length === 0) return;
  const media = capabilities.media[visibility];
  const fits = attachments.every(({ kind, mimeType, size }) =>
    media?.rules.some((rule) => rule.kind === kind && rule.mimeTypes.includes(mimeType) && size <= rule.maxBytes),
  );
  if (media === null || !fits || attachments.length > media.maxPerMessage) {
    throw new ChannelError('rejected', 'media', 'the channel takes no such file', { meaning: 'mediaRejected' });
  }
}

/** How long ago the customer last wrote, in ms; null when never known. */
export function sinceCustomerMs(message: OutgoingMessage, now: Date): number | null {
  return message.lastCustomerAt === null ? null : now.getTime() - message.lastCustomerAt.getTime();
}

/** The error of a reply after the platform's window. */
export function windowClosed(detail: string): ChannelError {
  return new ChannelError('windowClosed', 'window', detail);
}
