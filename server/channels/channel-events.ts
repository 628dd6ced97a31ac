import type { SendMeaning } from './errors.ts';

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
  /** Groups messages to one conversation: the customer's id for private talks and on X, the root comment on a page. */
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
  /** A second id of the same customer that the platform names beside the first (WhatsApp: number and user id), else null. */
  readonly customerAlsoExternalId: string | null;
  /** Imported from before the account was connected: shown, but it starts, stops and promises nothing. */
  readonly history: boolean;
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
  readonly error: { readonly code: string; readonly detail: string; readonly meaning?: SendMeaning } | null;
  /** The answer this report proves, without its words, for when another tool sent it and no echo tells them. */
  readonly standIn?: MessageEvent;
};

type KeyedEvent = EventBase & {
  /** The same item delivered twice has the same key. */
  readonly key: string;
  /** The platform's time of what happened (UTC); the time of receipt where the body has none. */
  readonly at: Date;
};

/** The words of a message were changed; it stays the same message. */
export type EditEvent = KeyedEvent & {
  readonly kind: 'edit';
  readonly messageExternalId: string;
  readonly newText: string;
  /** How many edits came before, plus one, where the platform counts them. */
  readonly editNumber: number | null;
  /** X gives each version a post id of its own; null where an edit keeps the message's id. */
  readonly versionExternalId: string | null;
  /** The message as a customer's edit shows it, for when its first version was never ours to see (X: an edit may add our name). */
  readonly standIn: MessageEvent | null;
};

/** A message was taken back or removed. */
export type DeleteEvent = KeyedEvent & {
  readonly kind: 'delete';
  readonly messageExternalId: string;
  /** True when everything below it went too: the id is then that of the thread (a visitor's post). */
  readonly whole: boolean;
};

/** Somebody put an emoji on a message, changed it, or took it off (`emoji` null). One person has one reaction per message. */
export type ReactionEvent = KeyedEvent & {
  readonly kind: 'reaction';
  readonly messageExternalId: string;
  readonly emoji: string | null;
  readonly by: 'customer' | 'account';
  readonly reactorExternalId: string;
};

/** The account's owner withdrew our access. */
export type DisconnectEvent = KeyedEvent & {
  readonly kind: 'disconnect';
  /** The platform's name of the event. */
  readonly reason: string;
};

/** The platform says that two ids are one person: a number or user id changed. */
export type IdentityChangeEvent = KeyedEvent & {
  readonly kind: 'identityChange';
  readonly previous: string;
  readonly current: string;
};

/** A fact about account or thread that never touches a clock: policy, thread control, referrals, opt-ins, quality. */
export type NoticeEvent = {
  readonly kind: 'notice';
  /** Null when the body does not name an account. */
  readonly accountExternalId: string | null;
  readonly key: string;
  readonly at: Date | null;
  /** The platform's own name, short. */
  readonly name: string;
  /** What the body says, in one line of the platform's words; may be empty. */
  readonly text: string;
  readonly raw: unknown;
};

/** What changes a message after it was sent. */
export type AmendmentEvent = EditEvent | DeleteEvent | ReactionEvent;

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
export type InboundEvent =
  MessageEvent | StatusEvent | AmendmentEvent | DisconnectEvent | IdentityChangeEvent | NoticeEvent | UnknownEvent;
