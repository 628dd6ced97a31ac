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
    throw new ChannelError('rejected', 'visibility', `this channel sends no ${message.visibility} messages`);
  if (message.text.trim() === '') throw new ChannelError('rejected', 'empty', 'the text is empty');
  const length = limits.countLength(message.text, message.visibility);
  const longest = limits.capabilities.maxLength[message.visibility];
  if (length > longest) {
    throw new ChannelError('rejected', 'tooLong', `the text counts ${String(length)} of at most ${String(longest)}`);
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
