import { createHash } from 'node:crypto';
import type { Attachment, InboundEvent, MessageEvent, NoticeEvent, UnknownEvent } from '#server/channels/channel.ts';
import { id, text } from './fields.ts';

/** A stable short name of an item: the same item delivered twice has the same one. */
export function fingerprint(item: unknown): string {
  // JSON has no word for undefined, the value of a field that is not there.
  const source = item instanceof Uint8Array ? item : item === undefined ? 'undefined' : JSON.stringify(item);
  return createHash('sha256').update(source).digest('hex').slice(0, 32);
}

/** What `unknownEvent` needs; `key` defaults to the item's fingerprint. */
export type UnknownParts = {
  readonly accountExternalId: string | null;
  readonly name: string;
  readonly raw: unknown;
  readonly at?: Date | null;
  readonly key?: string;
};

/** An event kept as it came: nothing a platform sends is lost because we do not act on it. */
export function unknownEvent(parts: UnknownParts): UnknownEvent {
  return {
    kind: 'unknown',
    accountExternalId: parts.accountExternalId,
    name: parts.name.slice(0, 80),
    key: parts.key ?? `${parts.name.slice(0, 80)}:${fingerprint(parts.raw)}`,
    at: parts.at ?? null,
    raw: parts.raw,
  };
}

const longestNotice = 500;

/** What a notice needs: `words` are joined to its text, those that are no text are left out. */
export type NoticeParts = UnknownParts & { readonly words?: readonly unknown[] };

/** A fact that touches no clock, with what the body says about it in one line. */
export function noticeEvent(parts: NoticeParts): NoticeEvent {
  const { accountExternalId, name, key, at, raw } = unknownEvent(parts);
  const said = (parts.words ?? []).flatMap((word) => text(word) ?? id(word) ?? []);
  const line = said.join(': ').replace(/\s+/gu, ' ').trim();
  return { kind: 'notice', accountExternalId, name, key, at, raw, text: line.slice(0, longestNotice) };
}

/** Key of what happened: its kind, the platform's instant (null where the body has none) and whatever else tells two of them apart. */
export function happeningKey(kind: string, at: Date | null, ...parts: readonly (string | null)[]): string {
  return `${kind}:${fingerprint([at?.getTime() ?? null, ...parts])}`;
}

/** An item that could not be read. */
export function malformed(raw: unknown, accountExternalId: string | null): UnknownEvent {
  return unknownEvent({ accountExternalId, name: 'malformed', raw });
}

/** A body that is no JSON at all: one event, its text kept as far as it can be shown. */
export function malformedBody(body: Uint8Array): UnknownEvent {
  return {
    kind: 'unknown',
    accountExternalId: null,
    name: 'malformed',
    key: `malformed:${fingerprint(body)}`,
    at: null,
    raw: new TextDecoder('utf-8').decode(body),
  };
}

/**
 * Reads the items of a list one by one: an item that cannot be read becomes a `malformed` event and the others are read all the same.
 * `read` is expected not to throw; should it do so nevertheless, the item is kept as malformed too.
 */
export function readEach(
  items: unknown,
  accountExternalId: string | null,
  read: (item: unknown) => readonly InboundEvent[],
): InboundEvent[] {
  if (!Array.isArray(items)) return [malformed(items, accountExternalId)];
  return (items as readonly unknown[]).flatMap((item) => {
    try {
      return [...read(item)];
    } catch {
      return [malformed(item, accountExternalId)];
    }
  });
}

/** An attachment with every field empty but those given. */
export function attachment(parts: Partial<Attachment> & Pick<Attachment, 'type'>): Attachment {
  return {
    url: null,
    mediaId: null,
    mimeType: null,
    fileName: null,
    title: null,
    latitude: null,
    longitude: null,
    ...parts,
  };
}

/** The fields every message has; the rest takes the usual empty value. */
export type MessageParts = Partial<Omit<MessageEvent, 'kind'>> &
  Pick<
    MessageEvent,
    | 'accountExternalId'
    | 'externalId'
    | 'direction'
    | 'visibility'
    | 'customerExternalId'
    | 'threadExternalId'
    | 'sentAt'
  >;

/** A message event; content is worked out from text and attachments when not given. */
export function messageEvent(parts: MessageParts): MessageEvent {
  const words = parts.text ?? '';
  const attachments = parts.attachments ?? [];
  return {
    kind: 'message',
    customerName: null,
    customerHandle: null,
    payload: null,
    replyToExternalId: null,
    origin: null,
    customerAlsoExternalId: null,
    history: false,
    ...parts,
    text: words,
    attachments,
    content: parts.content ?? contentOf(words, attachments),
  };
}

function contentOf(words: string, attachments: readonly Attachment[]): MessageEvent['content'] {
  if (attachments.length > 0) return attachments.every((item) => item.type === 'location') ? 'location' : 'media';
  return words === '' ? 'unsupported' : 'text';
}
