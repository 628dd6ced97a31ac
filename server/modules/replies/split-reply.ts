import type { ChannelDefinition, MediaRule, Visibility } from '#server/channels/channel.ts';
import type { MediaFileDoc } from '#server/modules/media/index.ts';

/** One message of a reply: each becomes exactly one call, so that what went out and what did not is never mixed. */
export type ReplyPart = { readonly text: string; readonly files: readonly MediaFileDoc[] };

/** Splits a reply into the messages a channel needs: words beside the files where it can, before them where it cannot. */
export function splitReply(
  channel: ChannelDefinition,
  visibility: Visibility,
  text: string,
  files: readonly MediaFileDoc[],
): ReplyPart[] {
  const words = text.trim() === '' ? '' : text;
  if (files.length === 0) return [{ text: words, files: [] }];
  const media = channel.capabilities.media[visibility];
  const groups = chunks(files, media?.maxPerMessage ?? 1);
  const [first = [], ...rest] = groups;
  const others = rest.map((group) => ({ text: '', files: group }));
  const length = channel.countLength(words, visibility);
  const fitsBeside = first.every((file) => {
    const longest = ruleFor(media?.rules ?? [], file)?.captionMaxLength ?? null;
    return longest !== null && length <= longest;
  });
  if (words === '' || fitsBeside) return [{ text: words, files: first }, ...others];
  return [{ text: words, files: [] }, { text: '', files: first }, ...others];
}

function ruleFor(rules: readonly MediaRule[], file: MediaFileDoc): MediaRule | undefined {
  return rules.find(({ kind, mimeTypes }) => kind === file.kind && mimeTypes.includes(file.mimeType));
}

/** Files that go together; what moves (video, gif) goes alone. */
function chunks(files: readonly MediaFileDoc[], most: number): MediaFileDoc[][] {
  const groups: MediaFileDoc[][] = [];
  for (const file of files) {
    const last = groups.at(-1);
    const alone = [file, ...(last ?? [])].some(({ kind, mimeType }) => kind !== 'image' || mimeType === 'image/gif');
    if (!last || alone || last.length >= most) groups.push([file]);
    else last.push(file);
  }
  return groups;
}
