import type { IncomingMessage } from 'node:http';

/** The body is larger than the limit; nothing of it was kept. */
export class BodyTooLargeError extends Error {
  constructor(limit: number) {
    super(`body over ${String(limit)} bytes`);
    this.name = 'BodyTooLargeError';
  }
}

/** Reads the raw bytes of a request. Rejects with `BodyTooLargeError` over `limit` bytes, or when the sender went away. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) {
        request.removeAllListeners('data');
        request.resume();
        reject(new BodyTooLargeError(limit));
        return;
      }
      chunks.push(chunk);
    });
    request.on('end', () => {
      const [only = Buffer.alloc(0)] = chunks;
      resolve(chunks.length > 1 ? Buffer.concat(chunks) : only);
    });
    request.on('error', reject);
    request.on('aborted', () => {
      reject(new Error('the sender went away'));
    });
  });
}
