import type { MediaKind, OutgoingAttachment, OutgoingTemplate, TemplateParameter } from '#server/channels/channel.ts';
import { field, id } from '#server/channels/body/fields.ts';
import type { GraphCall } from '#server/channels/meta/graph-call.ts';
import { blobOf } from '#server/channels/transport/upload.ts';
import { whatsAppErrors } from './send-errors.data.ts';

/** The part of a message that says what it is: its type and what that type holds. */
export type MessageContent = Readonly<Record<string, unknown>> & { readonly type: string };

const typeOfKind: Record<MediaKind, string> = { image: 'image', audio: 'audio', video: 'video', file: 'document' };

/** A file that was uploaded before. Sound carries no words; a document keeps its name. */
export function mediaContent(file: OutgoingAttachment, mediaId: string, text: string): MessageContent {
  const type = typeOfKind[file.kind];
  const caption = text.trim() === '' || file.kind === 'audio' ? {} : { caption: text };
  const named = file.kind === 'file' ? { filename: file.fileName } : {};
  return { type, [type]: { id: mediaId, ...caption, ...named } };
}

/** The call that hands a file to the platform; it lives there for 30 days. */
export async function mediaUpload(file: OutgoingAttachment, numberId: string): Promise<GraphCall> {
  const form = new FormData();
  form.append('messaging_product', 'whatsapp');
  form.append('type', file.mimeType);
  form.append('file', await blobOf(file), file.fileName);
  return { path: [numberId, 'media'], body: form, errors: whatsAppErrors, readId: (json) => id(field(json, 'id')) };
}

function component(type: string, parameters: readonly TemplateParameter[]): unknown[] {
  if (parameters.length === 0) return [];
  const filled = parameters.map(({ name, text }) => ({
    type: 'text',
    ...(name === null ? {} : { parameter_name: name }),
    text,
  }));
  return [{ type, parameters: filled }];
}

/** A template with its variables filled in. */
export function templateContent({ name, language, header, body }: OutgoingTemplate): MessageContent {
  const components = [...component('header', header), ...component('body', body)];
  return {
    type: 'template',
    template: { name, language: { code: language }, ...(components.length === 0 ? {} : { components }) },
  };
}
