import type { z } from 'zod';
import type { Clock } from '#server/clock.ts';

/** Whether others can read the thread: posts and comments are public, messages and DMs private. */
export type Visibility = 'private' | 'public';

/** The platforms' delivery states of an outgoing message; a later state never steps back (rank: sent, delivered, read, failed). */
export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'failed';

/** What a message is made of; everything but `unsupported` may carry text beside it. */
export type ContentKind = 'text' | 'media' | 'postback' | 'location' | 'contacts' | 'order' | 'unsupported';

/** One attachment as the platform names it. `url` is the platform's own address and may lapse; `mediaId` must be exchanged for one. */
export type Attachment = {
  readonly type: 'image' | 'audio' | 'video' | 'file' | 'sticker' | 'location' | 'contact' | 'link' | 'other';
  readonly url: string | null;
  readonly mediaId: string | null;
  readonly mimeType: string | null;
  readonly fileName: string | null;
  readonly title: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

/** What an echo of an outgoing message tells about its sender (see docs/channels.md, "Who wrote an echo"). */
export type OutgoingOrigin = {
  /** Our own tag on the send call (outbox id), when the platform gives it back. */
  readonly clientTag: string | null;
  /** The sending app's id on the platform, as a string. */
  readonly appId: string | null;
  /** The sending app's name, when the body names it. */
  readonly appName: string | null;
  /** `bot`: the platform says a machine wrote it; `unknown`: a person or an instant reply, the body does not tell. */
  readonly author: 'bot' | 'unknown';
};

type EventBase = {
  /** The account's id on the platform (page id, phone_number_id, X user id), always a string. */
  readonly accountExternalId: string;
};

/** A message in (from a customer) or out (an echo: sent by us, by the platform or by another tool). */
export type MessageEvent = EventBase & {
  readonly kind: 'message';
  /** Unique on the account; the same message delivered twice has the same id. */
  readonly externalId: string;
  readonly direction: 'in' | 'out';
  readonly visibility: Visibility;
  /**
   * The customer's id on the account: never the account itself. Empty on an outgoing public message whose body does not name the
   * customer (a page's own comment): find the conversation by `threadExternalId`.
   */
  readonly customerExternalId: string;
  readonly customerName: string | null;
  readonly customerHandle: string | null;
  /** Groups messages to one conversation: the customer's id for private talks, the root post or comment for public ones. */
  readonly threadExternalId: string;
  /** The platform's time of the message (UTC). */
  readonly sentAt: Date;
  readonly content: ContentKind;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** Machine-readable part of a button, quick reply or postback. */
  readonly payload: string | null;
  readonly replyToExternalId: string | null;
  /** Present on outgoing messages only. */
  readonly origin: OutgoingOrigin | null;
};

/** A delivery or read report on outgoing messages: by message id, or everything up to a watermark for one customer. */
export type StatusEvent = EventBase & {
  readonly kind: 'status';
  readonly status: DeliveryStatus;
  readonly at: Date;
  readonly messageExternalId: string | null;
  /** Everything sent to `customerExternalId` up to this instant has the status (Messenger). */
  readonly watermarkAt: Date | null;
  readonly customerExternalId: string | null;
  readonly clientTag: string | null;
  readonly error: { readonly code: string; readonly detail: string } | null;
};

/** Anything else: kept raw and counted, never dropped. */
export type UnknownEvent = {
  readonly kind: 'unknown';
  /** Null when the body does not even name an account. */
  readonly accountExternalId: string | null;
  /** The platform's own name of the event, short: `message_edit`, `messages.reaction`, `favorite_events`, `malformed`. */
  readonly name: string;
  /** The same item delivered twice has the same key (a platform id, or a hash of the item). */
  readonly key: string;
  readonly at: Date | null;
  /** The item as it came. */
  readonly raw: unknown;
};

/** What an adapter makes of one webhook body. */
export type InboundEvent = MessageEvent | StatusEvent | UnknownEvent;

/** Secrets of the operator's app on a platform; several app secrets may be valid at once while one is being changed. */
export type ChannelSecrets = {
  readonly appSecrets: readonly string[];
  /** Meta's handshake word; unused on X. */
  readonly verifyToken: string;
};

/** A webhook request as it came in; header names are lower-case. */
export type WebhookRequest = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  /** The raw bytes, before any parsing. */
  readonly body: Uint8Array;
};

/** The answer to a platform's handshake GET. */
export type HandshakeAnswer = { readonly status: number; readonly contentType: string; readonly body: string };

/** Limits of a channel, shown to the agent before typing and enforced before sending. */
export type ChannelCapabilities = {
  /** Longest text by visibility, in the channel's own counting (see `countLength`). */
  readonly maxLength: Readonly<Record<Visibility, number>>;
  /** How long after the customer's last private message a normal reply may go out, in ms; null = no window. */
  readonly windowMs: number | null;
  /** A longer window for replies by people only (Messenger's HUMAN_AGENT tag), in ms. */
  readonly humanWindowMs: number | null;
  readonly sendsPublic: boolean;
  readonly sendsPrivate: boolean;
};

/** A channel account as a sender needs it: decrypted credentials, never logged. */
export type SenderAccount<Credentials> = { readonly externalId: string; readonly credentials: Credentials };

/** One outgoing message, ready to be sent. */
export type OutgoingMessage = {
  /** Our outbox id; given to the platform where it takes one, so that the echo can be matched. */
  readonly clientTag: string;
  readonly visibility: Visibility;
  readonly customerExternalId: string;
  readonly threadExternalId: string;
  /** The customer message that is answered (needed for public replies, a quote elsewhere). */
  readonly replyToExternalId: string | null;
  readonly text: string;
  /** True when a person wrote it: only then may Messenger's HUMAN_AGENT tag be used. */
  readonly byPerson: boolean;
  /** When the customer last wrote (UTC), for the window. */
  readonly lastCustomerAt: Date | null;
};

/** The platform took the message. */
export type SendReceipt = { readonly externalId: string };

/** What a platform tells of a customer; `name` is null when it does not tell. */
export type CustomerProfile = { readonly name: string | null };

/** Speaks to one platform. Throws `ChannelError` (channels/errors.ts) and nothing else for the platform's answers. */
export type ChannelSender<Credentials> = {
  send(message: OutgoingMessage, account: SenderAccount<Credentials>, signal: AbortSignal): Promise<SendReceipt>;
  /**
   * Asks for a customer's name; absent on channels whose webhooks carry it. A refusal (no consent, unknown person, dead token)
   * is a name of null; only `rateLimited`, `unreachable` and `uncertain` are thrown, for those may end otherwise later.
   */
  profileOf?(
    customerExternalId: string,
    account: SenderAccount<Credentials>,
    signal: AbortSignal,
  ): Promise<CustomerProfile>;
};

/** Settings of a channel that are the same for all accounts: where the platform lives. */
export type ChannelEndpoint = { readonly baseUrl: string; readonly apiVersion: string };

/** What a sender may use from outside. */
export type SenderDependencies = {
  readonly endpoint: ChannelEndpoint;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
};

/** Everything the rest of the server knows of a channel; one folder and one line in registry.ts make a new one. */
export type ChannelDefinition<Credentials = unknown> = {
  readonly name: string;
  readonly label: string;
  readonly capabilities: ChannelCapabilities;
  readonly defaultEndpoint: ChannelEndpoint;
  /** Shape of an account's stored credentials (tokens); validated when an account is added. */
  readonly credentialsSchema: z.ZodType<Credentials>;
  /** Answers the platform's GET; 400/403 when it is not a valid one. Never signs arbitrary text. */
  handshake(request: WebhookRequest, secrets: ChannelSecrets): HandshakeAnswer;
  /** True when the signature over the raw bytes fits one of the secrets; constant time. */
  verify(request: WebhookRequest, secrets: ChannelSecrets): boolean;
  /** The header a sender of webhooks must add: used by the simulator, tests and the command line. */
  sign(body: Uint8Array, appSecret: string): Readonly<Record<string, string>>;
  /** Pure; never throws: what cannot be read becomes `unknown` events. `receivedAt` is used only where the body has no time. */
  parse(body: Uint8Array, receivedAt: Date): InboundEvent[];
  /** Length of a text in the channel's own counting. */
  countLength(text: string, visibility: Visibility): number;
  createSender(dependencies: SenderDependencies): ChannelSender<Credentials>;
};
