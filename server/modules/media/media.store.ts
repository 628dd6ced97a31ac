import { Binary, type ClientSession, type Collection, type Db } from 'mongodb';
import type { MediaKind } from '#server/channels/channel.ts';

/** A file an agent attached. Its bytes are stored by their hash: the same file twice is kept once. */
export type MediaFileDoc = {
  _id: string;
  brandId: string;
  sha256: string;
  size: number;
  mimeType: string;
  kind: MediaKind;
  fileName: string;
  uploadedBy: string;
  createdAt: Date;
  /** The message it went out with; null while it hangs on a draft. */
  messageId: string | null;
};

/** A piece of a file's bytes; `_id` is brand, hash and number. */
type MediaPieceDoc = { _id: string; brandId: string; sha256: string; bytes: Binary };

/** Reads and writes files. */
export type MediaStore = {
  ensureIndexes(): Promise<void>;
  insert(file: MediaFileDoc, bytes: Buffer): Promise<void>;
  byIds(brandId: string, ids: readonly string[], session?: ClientSession): Promise<MediaFileDoc[]>;
  bytesOf(file: Pick<MediaFileDoc, 'brandId' | 'sha256' | 'size'>): Promise<Buffer>;
  attach(brandId: string, ids: readonly string[], messageId: string, session: ClientSession): Promise<void>;
  /** Files that still hang on no message and came before `before`. */
  orphans(before: Date, limit: number): Promise<MediaFileDoc[]>;
  /** Removes a file that hangs on no message, and its bytes when no other file has them. */
  removeOrphan(file: MediaFileDoc, session: ClientSession): Promise<void>;
};

/** Well below the 16 MB a document may have. */
const pieceBytes = 1024 * 1024;

const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;

const pieceId = (brandId: string, sha256: string, index: number): string => `${brandId}:${sha256}:${String(index)}`;

/** The only database code of files. */
export function createMediaStore(db: Db): MediaStore {
  const files: Collection<MediaFileDoc> = db.collection('mediaFiles');
  const pieces: Collection<MediaPieceDoc> = db.collection('mediaPieces');
  return {
    ensureIndexes: async () => {
      await files.createIndex({ brandId: 1, _id: 1 });
      await files.createIndex({ brandId: 1, sha256: 1 });
      await files.createIndex({ messageId: 1, createdAt: 1 });
      await pieces.createIndex({ brandId: 1, sha256: 1 });
    },
    // The file first: whoever tidies up the same bytes meanwhile sees that they are wanted.
    insert: async (file, bytes) => {
      await files.insertOne(file);
      for (let start = 0, index = 0; start < bytes.length; start += pieceBytes, index += 1) {
        const { brandId, sha256 } = file;
        const piece = new Binary(bytes.subarray(start, start + pieceBytes));
        try {
          await pieces.insertOne({ _id: pieceId(brandId, sha256, index), brandId, sha256, bytes: piece });
        } catch (error) {
          // Stored before under the same hash.
          if (!isDuplicate(error)) throw error;
        }
      }
    },
    byIds: async (brandId, ids, session) =>
      ids.length === 0 ? [] : files.find({ brandId, _id: { $in: [...ids] } }, { session }).toArray(),
    bytesOf: async ({ brandId, sha256, size }) => {
      const parts: Uint8Array[] = [];
      for (let index = 0; index * pieceBytes < size; index += 1) {
        const piece = await pieces.findOne({ _id: pieceId(brandId, sha256, index) });
        if (!piece) throw new Error(`piece ${String(index)} of a stored file is missing`);
        parts.push(piece.bytes.value());
      }
      return Buffer.concat(parts);
    },
    attach: async (brandId, ids, messageId, session) => {
      await files.updateMany({ brandId, _id: { $in: [...ids] } }, { $set: { messageId } }, { session });
    },
    orphans: async (before, limit) =>
      files
        .find({ messageId: null, createdAt: { $lt: before } })
        .limit(limit)
        .toArray(),
    removeOrphan: async ({ _id, brandId, sha256 }, session) => {
      const [file] = await files.find({ brandId, _id }, { session }).toArray();
      if (file?.messageId !== null) return;
      await files.deleteOne({ brandId, _id }, { session });
      const others = await files.find({ brandId, sha256 }, { session }).limit(1).toArray();
      if (others.length === 0) await pieces.deleteMany({ brandId, sha256 }, { session });
    },
  };
}
