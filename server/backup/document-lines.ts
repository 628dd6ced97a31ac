import { createHash } from 'node:crypto';
import { BSON, type ClientSession, type Db, type Document } from 'mongodb';

/** A consistent view of the database: what `readConsistently` hands to its work. */
export type View = { readonly session: ClientSession; readonly snapshot: boolean };

/** Counts and hashes the lines that pass. */
export type LineTally = { documents: number; bytes: number; sha256(): string; add(line: Buffer): void };

/** Makes an empty tally. */
export function createTally(): LineTally {
  const hash = createHash('sha256');
  return {
    documents: 0,
    bytes: 0,
    add(line) {
      this.documents += 1;
      this.bytes += line.length;
      hash.update(line);
    },
    sha256: () => hash.digest('hex'),
  };
}

/**
 * Reads a collection in the order of its ids, one line of canonical EJSON per document, so that the same documents always
 * give the same bytes and every type survives (an integer stored as a double stays one).
 */
export async function* linesOf(db: Db, collection: string, view: View | null): AsyncGenerator<Buffer> {
  const cursor = db
    .collection(collection)
    .find(
      {},
      {
        promoteValues: false,
        promoteLongs: false,
        promoteBuffers: false,
        bsonRegExp: true,
        ...(view === null ? {} : { session: view.session }),
        // The client's own read concern would win over the session's.
        ...(view?.snapshot === true ? { readConcern: { level: 'snapshot' as const } } : {}),
      },
    )
    .sort({ _id: 1 });
  for await (const document of cursor) yield Buffer.from(`${BSON.EJSON.stringify(document, { relaxed: false })}\n`);
}

/** Reads the documents of NDJSON bytes. Lines end at LF only: node:readline also cuts at U+2028, which texts may hold. */
export async function* documentsOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<{ document: Document; size: number }> {
  let rest: Buffer[] = [];
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      const line = Buffer.concat([...rest, chunk.subarray(start, end)]);
      rest = [];
      start = end + 1;
      yield { document: BSON.EJSON.parse(line.toString('utf8'), { relaxed: false }) as Document, size: line.length };
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
}
