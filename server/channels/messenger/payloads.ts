import type { Attachment } from '#server/channels/channel.ts';
import { attachment } from '#server/channels/body/events.ts';
import { field, id, list, lookUp, number, path, text } from '#server/channels/body/fields.ts';

/** Messenger's attachment types in ours; types not named here become `other`. */
const attachmentTypes: Readonly<Record<string, Attachment['type']>> = {
  image: 'image',
  audio: 'audio',
  video: 'video',
  file: 'file',
  sticker: 'sticker',
  location: 'location',
  reel: 'video',
  ig_reel: 'video',
  post: 'link',
  ig_post: 'link',
  share: 'link',
  fallback: 'link',
  template: 'link',
};

type RawAttachment = { readonly read: Attachment; readonly stickerId: string | null };

function readAttachment(raw: unknown): RawAttachment {
  const payload = field(raw, 'payload');
  const stickerId = id(field(payload, 'sticker_id'));
  const named = lookUp(attachmentTypes, text(field(raw, 'type')) ?? '') ?? 'other';
  const read = attachment({
    type: named === 'image' && stickerId !== null ? 'sticker' : named,
    // `fallback` may hold its address in a bare string or beside the payload.
    url: text(field(payload, 'url')) ?? text(payload) ?? text(field(raw, 'url')),
    title: text(field(payload, 'title')) ?? text(field(raw, 'title')),
    latitude: number(path(payload, 'coordinates', 'lat')),
    longitude: number(path(payload, 'coordinates', 'long')),
  });
  return { read, stickerId };
}

/** Attachments of a message. Until 30 August 2026 one sticker came twice, as image and as sticker: only one is kept. */
export function readAttachments(message: unknown): Attachment[] {
  const all = (list(field(message, 'attachments')) ?? []).map(readAttachment);
  return all
    .filter(({ read, stickerId }, index) => {
      const first = all.findIndex((other) => stickerId !== null && other.stickerId === stickerId);
      const sameAddress = all.findIndex((other) => read.type === 'sticker' && other.read.url === read.url);
      return (first === -1 || first === index) && (read.url === null || sameAddress === -1 || sameAddress === index);
    })
    .map(({ read }) => read);
}

/** Prefix of the metadata on our own sends, so that other tools' metadata is never taken for an outbox id. */
export const metadataPrefix = 'wh:';

/** Our outbox id from an echo's metadata, or null when it is not ours. */
export function readClientTag(message: unknown): string | null {
  const metadata = text(field(message, 'metadata'));
  return metadata?.startsWith(metadataPrefix) === true ? text(metadata.slice(metadataPrefix.length)) : null;
}
