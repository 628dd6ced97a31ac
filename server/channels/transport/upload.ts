import type { OutgoingAttachment } from '#server/channels/channel.ts';
import { ChannelError } from '#server/channels/errors.ts';

/**
 * Runs an upload. Until the message itself is sent the customer sees nothing, so what is uncertain in a send is only
 * `unreachable` here: it may be tried again. A refusal of the call's parameters is one of the file.
 */
export async function uploading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    if (error.kind === 'uncertain') throw new ChannelError('unreachable', error.code, error.detail);
    if (error.meaning !== 'invalidMessage' && error.meaning !== 'refused') throw error;
    throw new ChannelError('rejected', error.code, error.detail, { meaning: 'mediaRejected' });
  }
}

/** The bytes of a file with its type, as a form takes them. */
export async function blobOf(attachment: OutgoingAttachment): Promise<Blob> {
  // A copy on a buffer of its own: the bytes may be a view on something larger.
  return new Blob([new Uint8Array(await attachment.read())], { type: attachment.mimeType });
}
