import type { IncomingMessage } from 'node:http';
import { parseLosslessJson } from '#server/channels/body/lossless-json.ts';

/** A file as it came in a form. */
export type UploadedFile = { readonly name: string; readonly mimeType: string; readonly size: number };

/** What a call brought: its JSON, or the fields and files of a form. */
export type RequestBody = {
  readonly json: unknown;
  readonly fields: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, UploadedFile>>;
};

/** Reads a request's body by its content type. */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) {
    return { json: parseLosslessJson(bytes).value, fields: {}, files: {} };
  }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  const fields: Record<string, string> = {};
  const files: Record<string, UploadedFile> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields[name] = value;
    else files[name] = { name: value.name, mimeType: value.type, size: value.size };
  }
  return { json: null, fields, files };
}
