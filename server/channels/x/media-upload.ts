import { setTimeout as pause } from 'node:timers/promises';
import type { OutgoingAttachment, OutgoingMessage } from '#server/channels/channel.ts';
import { ChannelError } from '#server/channels/errors.ts';
import { id, number, path, text } from '#server/channels/body/fields.ts';
import { blobOf } from '#server/channels/transport/upload.ts';

/** Calls below the version of X's API; both throw ChannelError. */
export type XCalls = {
  post(parts: readonly string[], body: unknown): Promise<unknown>;
  get(parts: readonly string[], query: Readonly<Record<string, string>>): Promise<unknown>;
};

const chunkBytes = 4 * 1024 * 1024;
const longestWaitMs = 5_000;

/** X keeps media for posts and for direct messages apart, and moving pictures from still ones. */
function categoryOf(file: OutgoingAttachment, visibility: OutgoingMessage['visibility']): string {
  const place = visibility === 'public' ? 'tweet' : 'dm';
  if (file.kind === 'video') return `${place}_video`;
  return file.mimeType === 'image/gif' ? `${place}_gif` : `${place}_image`;
}

function rejected(detail: string): ChannelError {
  return new ChannelError('rejected', 'media', detail.slice(0, 500), { meaning: 'mediaRejected' });
}

/** Waits until the platform has worked the file up; pictures need no waiting and say nothing of it. */
async function untilReady(calls: XCalls, mediaId: string, finalised: unknown, signal: AbortSignal): Promise<void> {
  let info = path(finalised, 'data', 'processing_info');
  for (;;) {
    const state = text(path(info, 'state'));
    if (state === null || state === 'succeeded') return;
    if (state === 'failed') throw rejected(text(path(info, 'error', 'message')) ?? 'the file could not be worked up');
    const seconds = number(path(info, 'check_after_secs')) ?? 1;
    await pause(Math.min(longestWaitMs, seconds * 1000), undefined, { signal }).catch(() => {
      throw new ChannelError('unreachable', 'timeout', 'the file was not ready before the time limit');
    });
    const status = await calls.get(['media', 'upload'], { command: 'STATUS', media_id: mediaId });
    info = path(status, 'data', 'processing_info');
  }
}

/** Uploads one file in pieces and returns its media id. The post or message that uses it comes after. */
export async function uploadToX(
  calls: XCalls,
  file: OutgoingAttachment,
  visibility: OutgoingMessage['visibility'],
  signal: AbortSignal,
): Promise<string> {
  const begun = await calls.post(['media', 'upload', 'initialize'], {
    media_type: file.mimeType,
    total_bytes: file.size,
    media_category: categoryOf(file, visibility),
  });
  const mediaId = id(path(begun, 'data', 'id'));
  if (mediaId === null) throw new ChannelError('unreachable', 'unreadable', 'the answer names no media id');
  const whole = await blobOf(file);
  for (let start = 0, segment = 0; start < whole.size; start += chunkBytes, segment += 1) {
    const form = new FormData();
    form.append('segment_index', String(segment));
    form.append('media', whole.slice(start, start + chunkBytes, file.mimeType), file.fileName);
    await calls.post(['media', 'upload', mediaId, 'append'], form);
  }
  const finalised = await calls.post(['media', 'upload', mediaId, 'finalize'], {});
  await untilReady(calls, mediaId, finalised, signal);
  return mediaId;
}
