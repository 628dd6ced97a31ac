import type { MediaKind, MediaLimits, MediaRule } from '#server/channels/channel.ts';
import type { LocalText } from '#shared/local-text.ts';

/** Largest file we take ourselves, in bytes; a channel may take less. */
export const largestUpload = 25 * 1024 * 1024;

const kindNames: Record<MediaKind, LocalText> = {
  image: { nl: 'afbeeldingen', en: 'images' },
  audio: { nl: 'geluid', en: 'audio' },
  video: { nl: 'video', en: 'video' },
  file: { nl: 'documenten', en: 'documents' },
};

/** What a rule allows here: the channel's limit or ours, whichever is lower. */
export function maxBytesOf(rule: MediaRule): number {
  return Math.min(rule.maxBytes, largestUpload);
}

/** The limit in words: a size in megabytes, told the Dutch way and the English way. */
function sizeInWords(bytes: number): LocalText {
  const megabytes = Math.floor((bytes / (1024 * 1024)) * 10) / 10;
  return { nl: `${String(megabytes).replace('.', ',')} MB`, en: `${String(megabytes)} MB` };
}

/** What may be attached, in one sentence; null when nothing may. */
export function limitsInWords(limits: MediaLimits | null): LocalText | null {
  if (limits === null) return null;
  const largest = new Map<MediaKind, number>();
  for (const rule of limits.rules) largest.set(rule.kind, Math.max(maxBytesOf(rule), largest.get(rule.kind) ?? 0));
  const parts = [...largest].map(([kind, bytes]) => ({ name: kindNames[kind], size: sizeInWords(bytes) }));
  return {
    nl: parts.map(({ name, size }) => `${name.nl} tot ${size.nl}`).join(', '),
    en: parts.map(({ name, size }) => `${name.en} up to ${size.en}`).join(', '),
  };
}

/** Why a file does not fit a channel, in words; null when it fits. */
export function misfitOf(
  file: { readonly kind: MediaKind; readonly mimeType: string; readonly size: number; readonly fileName: string },
  limits: MediaLimits | null,
  channelLabel: string,
): LocalText | null {
  const ofKind = (limits?.rules ?? []).filter(({ kind }) => kind === file.kind);
  const rule = ofKind.find(({ mimeTypes }) => mimeTypes.includes(file.mimeType));
  if (rule === undefined) {
    const allowed = limitsInWords(limits);
    const { fileName } = file;
    return {
      nl: `${channelLabel} neemt ${fileName} niet aan. ${allowed ? `Wel: ${allowed.nl}.` : 'Hier kan niets worden meegestuurd.'}`,
      en: `${channelLabel} does not take ${fileName}. ${allowed ? `It does take ${allowed.en}.` : 'Nothing can be attached here.'}`,
    };
  }
  const longest = maxBytesOf(rule);
  if (file.size <= longest) return null;
  const [has, may] = [sizeInWords(file.size), sizeInWords(longest)];
  return {
    nl: `${file.fileName} is te groot: ${has.nl}, hooguit ${may.nl} voor ${channelLabel}.`,
    en: `${file.fileName} is too large: ${has.en}, at most ${may.en} for ${channelLabel}.`,
  };
}
