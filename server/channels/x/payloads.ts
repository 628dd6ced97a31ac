import type { Attachment } from '#server/channels/channel.ts';
import { attachment } from '#server/channels/body/events.ts';
import { field, id, isRecord, list, number, path, text } from '#server/channels/body/fields.ts';

/** An author or talk partner as far as a body names one. */
export type XPerson = { readonly name: string | null; readonly handle: string | null };

/** X escapes exactly these in post and message texts; one pass, so that `&amp;lt;` stays `&lt;`. */
const escapes: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Undoes X's HTML escaping and puts the real addresses in the place of its t.co links. */
export function readText(words: unknown, entities: unknown): string {
  const plain = (text(words) ?? '').replace(/&(?:amp|lt|gt);/g, (escape) => escapes[escape] ?? escape);
  return (list(field(entities, 'urls')) ?? []).reduce<string>((result, link) => {
    const short = text(field(link, 'url'));
    const long = text(field(link, 'expanded_url'));
    // Only X's own short links are replaced: an entity must not be able to rewrite other words.
    if (short === null || long === null || !/^https?:\/\/t\.co\/\w+$/.test(short)) return result;
    return result.split(short).join(long);
  }, plain);
}

function readVideoUrl(media: unknown): string | null {
  const variants = list(path(media, 'video_info', 'variants')) ?? list(field(media, 'variants')) ?? [];
  const best = variants.find((variant) => field(variant, 'content_type') === 'video/mp4') ?? variants[0];
  return text(field(best, 'url'));
}

/** One media object, in the old and the new form. */
export function readMedia(media: unknown): Attachment {
  const still = text(field(media, 'media_url_https')) ?? text(field(media, 'url'));
  const isVideo = field(media, 'type') === 'video' || field(media, 'type') === 'animated_gif';
  return attachment({
    type: isVideo ? 'video' : field(media, 'type') === 'photo' ? 'image' : 'other',
    url: isVideo ? (readVideoUrl(media) ?? still) : still,
    mediaId: id(field(media, 'id_str')) ?? id(field(media, 'media_key')) ?? id(field(media, 'id')),
    title: text(field(media, 'alt_text')) ?? text(field(media, 'ext_alt_text')),
  });
}

/** The attachment of a direct message: one media object or a shared place. */
export function readDmAttachments(messageData: unknown): Attachment[] {
  const raw = field(messageData, 'attachment');
  if (field(raw, 'type') === 'media') return [readMedia(field(raw, 'media'))];
  if (field(raw, 'type') !== 'location') return raw === undefined ? [] : [attachment({ type: 'other' })];
  const coordinates = list(path(raw, 'location', 'shared_coordinate', 'coordinates', 'coordinates'));
  return [
    attachment({
      type: 'location',
      title: text(path(raw, 'location', 'shared_place', 'place', 'full_name')),
      longitude: number(coordinates?.[0]),
      latitude: number(coordinates?.[1]),
    }),
  ];
}

/** The person with `personId` among a body's users: a list, a record by id, either of them wrapped as `{ data }`. */
export function findPerson(users: unknown, personId: string): XPerson {
  const inner = field(users, 'data') ?? users;
  const listed = list(inner)
    ?.map((user) => field(user, 'data') ?? user)
    .find((user) => (id(field(user, 'id_str')) ?? id(field(user, 'id'))) === personId);
  const named = listed ?? (isRecord(inner) && field(inner, 'id') === personId ? inner : field(inner, personId));
  // The X Activity API wraps each user of its map once more.
  return readPerson(field(named, 'data') ?? named);
}

/** Name and handle of a user object, in the old and the new form. */
export function readPerson(user: unknown): XPerson {
  return {
    name: text(field(user, 'name')),
    handle: text(field(user, 'screen_name')) ?? text(field(user, 'username')),
  };
}
