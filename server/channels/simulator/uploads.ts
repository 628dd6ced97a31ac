import { field, id, number, path, text } from '#server/channels/body/fields.ts';
import type { SimulatedAccount } from './accounts.ts';
import { json, type SimulatedAnswer } from './answers.ts';
import type { RequestBody, UploadedFile } from './request-body.ts';

/** A file a platform took, by the id it gave. */
export type SimulatedUpload = UploadedFile & {
  readonly accountExternalId: string;
  readonly mediaId: string;
  /** Messenger's attachment type, WhatsApp's `type` or X's media category. */
  readonly category: string;
  /** True once it can be used in a message. */
  ready: boolean;
};

/** The files of the played platforms. */
export type Uploads = {
  readonly all: readonly SimulatedUpload[];
  /** Takes an upload call; null when the call is no upload, or one of the wrong shape. */
  take(segments: readonly string[], body: RequestBody, account: SimulatedAccount): SimulatedAnswer | null;
  /** X's question whether a file is ready. */
  status(mediaId: string, account: SimulatedAccount): SimulatedAnswer | null;
  /** Whether an account may use the file in a message. */
  isReady(mediaId: string, account: SimulatedAccount): boolean;
};

/** An empty store of files. */
export function createUploads(): Uploads {
  const all: SimulatedUpload[] = [];
  const add = (account: SimulatedAccount, category: string, file: UploadedFile, ready: boolean): SimulatedUpload => {
    const mediaId = `${account.channel === 'x' ? '17' : 'media'}${String(all.length + 1).padStart(17, '0')}`;
    const upload = { ...file, category, mediaId, ready, accountExternalId: account.externalId };
    all.push(upload);
    return upload;
  };
  const find = (mediaId: string | undefined, account: SimulatedAccount): SimulatedUpload | undefined =>
    all.find((each) => each.mediaId === mediaId && each.accountExternalId === account.externalId);
  const takeForX = (step: readonly string[], body: RequestBody, account: SimulatedAccount): SimulatedAnswer | null => {
    if (step[0] === 'initialize') {
      const [mimeType, category] = [text(field(body.json, 'media_type')), text(field(body.json, 'media_category'))];
      const size = number(field(body.json, 'total_bytes'));
      if (mimeType === null || category === null || size === null) return null;
      const { mediaId } = add(account, category, { name: '', mimeType, size: 0 }, false);
      expected.set(mediaId, size);
      return json(200, { data: { id: mediaId, media_key: `3_${mediaId}` } });
    }
    const upload = find(step[0], account);
    if (upload === undefined) return null;
    if (step[1] === 'append') {
      const piece = body.files['media'];
      if (piece === undefined || body.fields['segment_index'] === undefined) return null;
      Object.assign(upload, { size: upload.size + piece.size, name: piece.name });
      return json(200, { data: { expires_at: 0 } });
    }
    if (step[1] !== 'finalize' || upload.size !== expected.get(upload.mediaId)) return null;
    const isVideo = upload.category.endsWith('_video');
    upload.ready = !isVideo;
    const info = isVideo ? { processing_info: { state: 'pending', check_after_secs: 0 } } : {};
    return json(200, { data: { id: upload.mediaId, ...info } });
  };
  const expected = new Map<string, number>();
  return {
    all,
    take: (segments, body, account) => {
      if (account.channel === 'x') {
        const isUpload = segments[0] === '2' && segments[1] === 'media' && segments[2] === 'upload';
        return isUpload ? takeForX(segments.slice(3), body, account) : null;
      }
      return takeForGraph(segments, body, account, add);
    },
    status: (mediaId, account) => {
      const upload = find(mediaId, account);
      if (upload === undefined) return null;
      upload.ready = true;
      return json(200, { data: { id: mediaId, processing_info: { state: 'succeeded', progress_percent: 100 } } });
    },
    isReady: (mediaId, account) => find(mediaId, account)?.ready === true,
  };
}

type Add = (account: SimulatedAccount, category: string, file: UploadedFile, ready: boolean) => SimulatedUpload;

function takeForGraph(
  segments: readonly string[],
  body: RequestBody,
  account: SimulatedAccount,
  add: Add,
): SimulatedAnswer | null {
  if (segments[1] !== (account.pageId ?? account.externalId)) return null;
  if (account.channel === 'whatsapp') {
    const file = body.files['file'];
    const type = body.fields['type'];
    const shaped = segments[2] === 'media' && body.fields['messaging_product'] === 'whatsapp';
    if (!shaped || file === undefined || type !== file.mimeType) return null;
    return json(200, { id: add(account, type, file, true).mediaId });
  }
  return takeForPage(segments, body, account, add);
}

function takeForPage(
  segments: readonly string[],
  body: RequestBody,
  account: SimulatedAccount,
  add: Add,
): SimulatedAnswer | null {
  const file = body.files['filedata'];
  if (segments[2] !== 'message_attachments' || file === undefined) return null;
  if (body.fields['platform'] !== (account.pageId === undefined ? undefined : 'instagram')) return null;
  const attachment: unknown = path(JSON.parse(body.fields['message'] ?? 'null'), 'attachment');
  const type = text(field(attachment, 'type'));
  if (type === null || path(attachment, 'payload', 'is_reusable') !== true) return null;
  return json(200, { attachment_id: id(add(account, type, file, true).mediaId) });
}
