import type { z } from 'zod';
import type { Clock } from '#server/clock.ts';
import type { LocalText } from '#shared/local-text.ts';
import type { AccountField } from './account-field.ts';
import type { InboundEvent, Visibility } from './channel-events.ts';
import type { ChannelUpkeep, MissedStream } from './channel-upkeep.ts';
import type { SendErrorRule } from './errors.ts';

export type { AccountField } from './account-field.ts';
export { isAccountNotice } from './account-notices.ts';
export type { ChannelUpkeep, MissedStream, SubscriptionState } from './channel-upkeep.ts';

export type {
  AmendmentEvent,
  Attachment,
  ContentKind,
  DeleteEvent,
  DeliveryStatus,
  DisconnectEvent,
  EditEvent,
  IdentityChangeEvent,
  InboundEvent,
  MessageEvent,
  NoticeEvent,
  ReactionEvent,
  StatusEvent,
  UnknownEvent,
  Visibility,
} from './channel-events.ts';

/** Secrets of the operator's app on a platform; several app secrets may be valid at once while one is being changed. */
export type ChannelSecrets = {
  readonly appSecrets: readonly string[];
  /** Meta's handshake word; unused on X. */
  readonly verifyToken: string;
};

/** A webhook request as it came in; header names are lower-case, one that came several times is a list and fits nothing. */
export type WebhookRequest = {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
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
  /** What may be attached, by visibility; null = nothing. */
  readonly media: Readonly<Record<Visibility, MediaLimits | null>>;
  /** How often an account may send before the platform refuses, by visibility; null = no known limit. */
  readonly budgets: Readonly<Record<Visibility, SendBudget | null>>;
  /** Whether a public post may be answered in private, and until how long after the post, in ms (null = always). */
  readonly privateReply: { readonly withinMs: number | null; readonly oncePerPost: boolean } | null;
  /** Whether messages approved beforehand may go out when the window is closed. */
  readonly templates: boolean;
};

/** So many calls in so long, in ms; unused ones are saved up to `count`. */
export type SendBudget = { readonly count: number; readonly perMs: number };

/** What kind of file is attached. */
export type MediaKind = 'image' | 'audio' | 'video' | 'file';

/** Files of one kind that a channel takes; sizes in bytes. */
export type MediaRule = {
  readonly kind: MediaKind;
  readonly mimeTypes: readonly string[];
  readonly maxBytes: number;
  /** Longest text that goes along in the same message, in the channel's counting; null = the text is a message of its own. */
  readonly captionMaxLength: number | null;
};

/** What may be attached to one message. */
export type MediaLimits = { readonly rules: readonly MediaRule[]; readonly maxPerMessage: number };

/** A file to send. */
export type OutgoingAttachment = {
  readonly kind: MediaKind;
  readonly mimeType: string;
  readonly fileName: string;
  readonly size: number;
  read(): Promise<Uint8Array>;
};

/** A value of a template's variable; `name` is null where variables are numbered. */
export type TemplateParameter = { readonly name: string | null; readonly text: string };

/** A message approved beforehand, filled in. */
export type OutgoingTemplate = {
  readonly name: string;
  readonly language: string;
  readonly header: readonly TemplateParameter[];
  readonly body: readonly TemplateParameter[];
};

/** A message that the platform approved (or not) for sending outside of the window. */
export type ChannelTemplate = {
  readonly name: string;
  /** The platform's language code: `nl`, `en_US`. */
  readonly language: string;
  readonly category: string;
  /** The platform's word: APPROVED, PENDING, REJECTED, PAUSED, DISABLED. */
  readonly status: string;
  /** Texts with their variables in double braces. */
  readonly header: string | null;
  readonly body: string;
  readonly footer: string | null;
  /** True when variables have names, false when they are numbered. */
  readonly named: boolean;
  readonly headerVariables: readonly string[];
  readonly bodyVariables: readonly string[];
  /** Why it cannot be sent from here; null when it can. */
  readonly obstacle: 'notApproved' | 'mediaHeader' | 'buttonVariable' | null;
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
  readonly attachments: readonly OutgoingAttachment[];
  /** A message approved beforehand instead of the text, which then only says what the customer reads. */
  readonly template: OutgoingTemplate | null;
  /** The public post or comment that this private message answers; null for all others. */
  readonly privateReplyTo: string | null;
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
  /** Lists the messages approved beforehand; absent on channels without. Throws `ChannelError`, never `uncertain`. */
  templatesOf?(account: SenderAccount<Credentials>, signal: AbortSignal): Promise<ChannelTemplate[]>;
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
  /** What the platform's error codes mean; the own table goes before what is shared by several channels. */
  readonly sendErrors: readonly SendErrorRule[];
  /** Shape of an account's stored credentials (tokens); validated when an account is added. */
  readonly credentialsSchema: z.ZodType<Credentials>;
  /** What an account needs beside its id, name and access token; none is required. */
  readonly accountFields: readonly AccountField[];
  /** What the account's id is on the platform, for whoever fills it in. */
  readonly accountIdLabel: LocalText;
  /** What can be read afterwards: how often it is read in any case (null: only when something seems missing), which lists, and what that leaves out. */
  readonly missed: {
    readonly everyMs: number | null;
    readonly streams: readonly MissedStream[];
    readonly note: LocalText;
  };
  /** The id under which the platform tells facts of several accounts at once (a WhatsApp Business account), when credentials name it. */
  groupIdOf?(credentials: Credentials): string | null;
  /** Answers the platform's GET; 400/403 when it is not a valid one. Never signs arbitrary text. */
  handshake(request: WebhookRequest, secrets: ChannelSecrets): HandshakeAnswer;
  /** True when the signature over the raw bytes fits one of the secrets; constant time. */
  verify(request: WebhookRequest, secrets: ChannelSecrets): boolean;
  /** The header a sender of webhooks must add: used by the simulator, tests and the command line. */
  sign(body: Uint8Array, appSecret: string): Readonly<Record<string, string>>;
  /** Pure; never throws: what cannot be read becomes `unknown` events. `receivedAt` is used only where the body has no time. */
  parse(body: Uint8Array, receivedAt: Date): InboundEvent[];
  /** Names the private talk that a body is about, when it is about one alone; null otherwise. Cheap: it is asked before the 200. */
  talkOf?(body: Uint8Array): string | null;
  /** Length of a text in the channel's own counting. */
  countLength(text: string, visibility: Visibility): number;
  createSender(dependencies: SenderDependencies): ChannelSender<Credentials>;
  /** Looks after subscriptions and reads what was missed; made like a sender. */
  createUpkeep(dependencies: SenderDependencies): ChannelUpkeep<Credentials>;
};
