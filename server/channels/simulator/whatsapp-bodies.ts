import type { Body } from './messenger-bodies.ts';

/** The business number a body is about: its id and the number itself as shown to people. */
type WhatsAppNumber = { readonly numberId: string; readonly displayNumber: string };

function seconds(at: Date): string {
  return String(Math.floor(at.getTime() / 1000));
}

function change(number: WhatsAppNumber, field: string, value: Body): Body {
  const metadata = { display_phone_number: number.displayNumber, phone_number_id: number.numberId };
  const changes = [{ field, value: { messaging_product: 'whatsapp', metadata, ...value } }];
  return { object: 'whatsapp_business_account', entry: [{ id: `waba-${number.numberId}`, changes }] };
}

/** A customer's message: `from` is the customer's number in digits. */
export type WhatsAppMessageParts = WhatsAppNumber & {
  readonly from: string;
  readonly name?: string | null;
  readonly id: string;
  readonly at: Date;
  readonly replyTo?: string | null;
};

/** A message of any type; `content` is the part that `type` names. */
export function whatsappMessage(parts: WhatsAppMessageParts, type: string, content: unknown): Body {
  const { from, name, id, at, replyTo } = parts;
  const context =
    replyTo === undefined || replyTo === null ? {} : { context: { from: parts.displayNumber, id: replyTo } };
  return change(parts, 'messages', {
    contacts: [{ profile: { name: name ?? from }, wa_id: from }],
    messages: [{ from, id, timestamp: seconds(at), type, [type]: content, ...context }],
  });
}

/** A text from a customer. */
export function whatsappText(parts: WhatsAppMessageParts & { readonly text: string }): Body {
  return whatsappMessage(parts, 'text', { body: parts.text });
}

/** A status of a message the number sent. */
export type WhatsAppStatusParts = WhatsAppNumber & {
  readonly id: string;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly to: string;
  readonly at: Date;
  readonly clientTag?: string;
  /** What the platform bills it as: `service` for free words, else the kind of template. */
  readonly category?: string;
  readonly error?: { readonly code: number; readonly detail: string };
};

/** One status; a failed one names its error. */
export function whatsappStatus(parts: WhatsAppStatusParts): Body {
  const { id, status, to, clientTag, category, error } = parts;
  const item = {
    id,
    status,
    timestamp: seconds(parts.at),
    recipient_id: to,
    ...(clientTag === undefined ? {} : { biz_opaque_callback_data: clientTag }),
    ...(category === undefined ? {} : { pricing: { pricing_model: 'PMP', billable: false, category } }),
    ...(error === undefined
      ? {}
      : { errors: [{ code: error.code, title: 'Refused', error_data: { details: error.detail } }] }),
  };
  return change(parts, 'messages', { statuses: [item] });
}

/** A message that went out by another tool: the Business app, another app on the number, or Meta's own bot. */
export type WhatsAppEchoParts = WhatsAppNumber & {
  readonly to: string;
  readonly id: string;
  readonly text: string;
  readonly at: Date;
  readonly field?: 'smb_message_echoes' | 'message_echoes';
  readonly creationType?: string;
};

/** An echo of a message somebody else sent on the number. */
export function whatsappEcho(parts: WhatsAppEchoParts): Body {
  const item = {
    from: parts.displayNumber.replace(/\D/g, ''),
    to: parts.to,
    id: parts.id,
    timestamp: seconds(parts.at),
    type: 'text',
    text: { body: parts.text },
    ...(parts.creationType === undefined ? {} : { message_creation_type: parts.creationType }),
  };
  return change(parts, parts.field ?? 'smb_message_echoes', { message_echoes: [item] });
}
