import type { MediaKind } from '#server/channels/channel.ts';

/** What a file turned out to be. */
export type Sniffed = { readonly mimeType: string; readonly kind: MediaKind };

type Sign = Sniffed & { readonly at: number; readonly bytes: string };

const sign = (mimeType: string, kind: MediaKind, bytes: string, at = 0): Sign => ({ mimeType, kind, bytes, at });

/** First bytes by which kinds are known, as Latin-1 text. What is not listed is not taken. */
const signs: readonly Sign[] = [
  sign('image/jpeg', 'image', '\xff\xd8\xff'),
  sign('image/png', 'image', '\x89PNG\r\n\x1a\n'),
  sign('image/gif', 'image', 'GIF87a'),
  sign('image/gif', 'image', 'GIF89a'),
  sign('application/pdf', 'file', '%PDF-'),
  sign('audio/ogg', 'audio', 'OggS'),
  sign('audio/mpeg', 'audio', 'ID3'),
  sign('audio/mpeg', 'audio', '\xff\xfb'),
  sign('audio/mpeg', 'audio', '\xff\xf3'),
  sign('audio/aac', 'audio', '\xff\xf1'),
  sign('audio/aac', 'audio', '\xff\xf9'),
  sign('audio/amr', 'audio', '#!AMR'),
  sign('audio/mp4', 'audio', 'ftypM4A', 4),
  sign('video/mp4', 'video', 'ftyp', 4),
];

const office: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};
const words: Readonly<Record<string, string>> = { txt: 'text/plain', csv: 'text/csv' };

/**
 * What a file is by its own bytes; its name only tells kinds apart that share them. Null for everything we do not take on:
 * SVG, HTML, programs and archives among them.
 */
export function sniffMedia(bytes: Buffer, fileName: string): Sniffed | null {
  const found = signs.find(({ at, bytes: wanted }) => bytes.toString('latin1', at, at + wanted.length) === wanted);
  if (found) return { mimeType: found.mimeType, kind: found.kind };
  const extension = /\.([a-z0-9]{1,5})$/iu.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const officeType = Object.hasOwn(office, extension) ? office[extension] : undefined;
  const isZip = bytes.toString('latin1', 0, 4) === 'PK\x03\x04';
  if (officeType !== undefined && isZip && bytes.includes('[Content_Types].xml')) {
    return { mimeType: officeType, kind: 'file' };
  }
  const wordsType = Object.hasOwn(words, extension) ? words[extension] : undefined;
  return wordsType !== undefined && isPlainText(bytes) ? { mimeType: wordsType, kind: 'file' } : null;
}

/** UTF-8 without zero bytes that does not begin like markup. */
function isPlainText(bytes: Buffer): boolean {
  if (bytes.length === 0 || bytes.includes(0)) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/^\s*</u.test(text);
  } catch {
    // Not UTF-8: nothing we could call a text.
    return false;
  }
}

const longestName = 120;

/** A file name that is safe to show and to hand on: no folders, no control or direction characters. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/^.*[\\/]/su, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}"*:<>?|]/gu, '')
    .trim();
  const dot = plain.lastIndexOf('.');
  const extension = dot > 0 && plain.length - dot <= 6 ? plain.slice(dot) : '';
  const stem = plain.slice(0, plain.length - extension.length).slice(0, longestName - extension.length);
  return stem === '' ? `bestand${extension}` : `${stem}${extension}`;
}
