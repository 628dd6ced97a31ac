import type { Attachment, ContentKind } from '#server/channels/channel.ts';
import { attachment } from '#server/channels/body/events.ts';
import { field, id, list, lookUp, number, path, text } from '#server/channels/body/fields.ts';

/** What a customer's or an outside sender's message says, whatever its type. */
export type WhatsAppContent = {
  readonly content: ContentKind;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly payload: string | null;
};

const mediaTypes: Readonly<Record<string, Attachment['type']>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  document: 'file',
  sticker: 'sticker',
};

const unsupported: WhatsAppContent = { content: 'unsupported', text: '', attachments: [], payload: null };

function plain(content: ContentKind, words: unknown, payload: unknown = null): WhatsAppContent {
  return { content, text: text(words) ?? '', attachments: [], payload: text(payload) };
}

function readMedia(type: Attachment['type'], media: unknown): WhatsAppContent {
  const item = attachment({
    type,
    url: text(field(media, 'url')) ?? text(field(media, 'link')),
    mediaId: id(field(media, 'id')),
    mimeType: text(field(media, 'mime_type')),
    fileName: text(field(media, 'filename')),
  });
  return { content: 'media', text: text(field(media, 'caption')) ?? '', attachments: [item], payload: null };
}

function readLocation(location: unknown): WhatsAppContent {
  const title = [field(location, 'name'), field(location, 'address')].map(text).filter((part) => part !== null);
  const item = attachment({
    type: 'location',
    url: text(field(location, 'url')),
    title: title.length === 0 ? null : title.join(', '),
    latitude: number(field(location, 'latitude')),
    longitude: number(field(location, 'longitude')),
  });
  return { content: 'location', text: '', attachments: [item], payload: null };
}

function readContacts(contacts: unknown): WhatsAppContent {
  const attachments = (list(contacts) ?? []).map((contact) => {
    const phone = (list(field(contact, 'phones')) ?? [])
      .map((each) => text(field(each, 'phone')))
      .find((each) => each !== null);
    const name = text(path(contact, 'name', 'formatted_name')) ?? text(path(contact, 'name', 'first_name'));
    return attachment({ type: 'contact', title: [name, phone].filter((part) => typeof part === 'string').join(', ') });
  });
  return { content: 'contacts', text: '', attachments, payload: null };
}

function readInteractive(interactive: unknown): WhatsAppContent {
  const reply = field(interactive, 'button_reply') ?? field(interactive, 'list_reply');
  if (reply !== undefined) return plain('postback', field(reply, 'title'), field(reply, 'id'));
  const form = field(interactive, 'nfm_reply');
  return form === undefined ? unsupported : plain('postback', field(form, 'body'), field(form, 'response_json'));
}

/** Reads the part of a message that its `type` names; types we do not know are `unsupported`: still a contact of the customer. */
export function readContent(message: unknown, type: string): WhatsAppContent {
  const part = field(message, type);
  const media = lookUp(mediaTypes, type);
  if (part === undefined) return unsupported;
  if (media !== undefined) return readMedia(media, part);
  switch (type) {
    case 'text':
      return text(field(part, 'body')) === null ? unsupported : plain('text', field(part, 'body'));
    case 'location':
      return readLocation(part);
    case 'contacts':
      return readContacts(part);
    case 'button':
      return plain('postback', field(part, 'text'), field(part, 'payload'));
    case 'interactive':
      return readInteractive(part);
    case 'order':
      return plain('order', field(part, 'text'), field(part, 'catalog_id'));
    default:
      return unsupported;
  }
}

/** The type of a message; an interactive permission answer has a type of its own, because it says nothing. */
export function readType(message: unknown): string {
  const type = text(field(message, 'type')) ?? 'unknown';
  return type === 'interactive' && path(message, 'interactive', 'call_permission_reply') !== undefined
    ? 'call_permission_reply'
    : type;
}
