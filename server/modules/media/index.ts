import { createHash } from 'node:crypto';
import type { ClientSession, Db } from 'mongodb';
import type { ChannelDefinition, MediaLimits } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import { newId } from '#server/db/ids.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { Conversations } from '#server/modules/conversations/index.ts';
import type { LocalText } from '#shared/local-text.ts';
import { misfitOf } from './media-limits.ts';
import { createMediaStore, type MediaFileDoc } from './media.store.ts';
import { safeFileName, sniffMedia } from './sniff-media.ts';

export type { MediaFileDoc } from './media.store.ts';
export { largestUpload, limitsInWords, maxBytesOf, misfitOf } from './media-limits.ts';

/** A file as an agent hands it in for a reply in a conversation; `privately`: for a private answer to a public post. */
export type Upload = {
  readonly brandId: string;
  readonly userId: string;
  readonly conversationId: string;
  readonly privately: boolean;
  readonly fileName: string;
  readonly bytes: Buffer;
};

/** The stored file, or why it is not taken. */
export type UploadOutcome =
  | { readonly kind: 'stored'; readonly file: MediaFileDoc }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'refused'; readonly message: LocalText };

/** Files that agents send. */
export type Media = {
  ensureIndexes(): Promise<void>;
  /** Looks at the bytes, holds them against the channel's limits and stores them. */
  upload(upload: Upload): Promise<UploadOutcome>;
  /** Files of a brand; those of others are not found. */
  byIds(brandId: string, ids: readonly string[], session?: ClientSession): Promise<MediaFileDoc[]>;
  bytesOf(file: MediaFileDoc): Promise<Buffer>;
  /** Says with which message files go out: from then on they stay. */
  attach(brandId: string, ids: readonly string[], messageId: string, session: ClientSession): Promise<void>;
  /** Removes files that nobody sent within a day; returns how many. */
  removeOrphans(): Promise<number>;
};

/** What the media module is made of. */
export type MediaDependencies = {
  readonly db: Db;
  readonly clock: Clock;
  readonly transact: Transactor;
  readonly channels: readonly ChannelDefinition[];
  readonly conversations: Conversations;
};

const keepDraftsMs = 24 * 3_600_000;
const removedAtOnce = 100;

/** Makes the media module. */
export function createMedia(deps: MediaDependencies): Media {
  const store = createMediaStore(deps.db);
  return {
    ensureIndexes: () => store.ensureIndexes(),
    upload: async (upload) => {
      const target = await targetOf(deps, upload);
      if (target === null) return { kind: 'notFound' };
      const fileName = safeFileName(upload.fileName);
      const sniffed = sniffMedia(upload.bytes, fileName);
      if (sniffed === null) return { kind: 'refused', message: unknownKind(fileName) };
      const described = { ...sniffed, fileName, size: upload.bytes.length };
      const misfit = misfitOf(described, target.limits, target.label);
      if (misfit) return { kind: 'refused', message: misfit };
      const file: MediaFileDoc = {
        _id: newId(),
        brandId: upload.brandId,
        sha256: createHash('sha256').update(upload.bytes).digest('hex'),
        ...described,
        uploadedBy: upload.userId,
        createdAt: deps.clock.now(),
        messageId: null,
      };
      await store.insert(file, upload.bytes);
      return { kind: 'stored', file };
    },
    byIds: (brandId, ids, session) => store.byIds(brandId, ids, session),
    bytesOf: (file) => store.bytesOf(file),
    attach: (brandId, ids, messageId, session) => store.attach(brandId, ids, messageId, session),
    removeOrphans: async () => {
      const orphans = await store.orphans(new Date(deps.clock.now().getTime() - keepDraftsMs), removedAtOnce);
      for (const file of orphans) await deps.transact((session) => store.removeOrphan(file, session));
      return orphans.length;
    },
  };
}

async function targetOf(
  deps: MediaDependencies,
  upload: Upload,
): Promise<{ limits: MediaLimits | null; label: string } | null> {
  const [conversation] = await deps.conversations.store.byIds(upload.brandId, [upload.conversationId]);
  const channel = deps.channels.find(({ name }) => name === conversation?.channel);
  if (!conversation || !channel) return null;
  const visibility = upload.privately ? 'private' : conversation.visibility;
  return { limits: channel.capabilities.media[visibility], label: channel.label };
}

function unknownKind(fileName: string): LocalText {
  return {
    nl: `${fileName} is geen soort bestand dat we versturen. Wel: foto's, geluid, mp4-video, pdf, Word, Excel, PowerPoint en platte tekst.`,
    en: `${fileName} is not a kind of file we send. Photos, audio, mp4 video, pdf, Word, Excel, PowerPoint and plain text are.`,
  };
}
