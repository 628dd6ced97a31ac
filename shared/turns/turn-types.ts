/** Who wrote a message; the words of design.md section 2. */
export type AuthorKind = 'customer' | 'agent' | 'autoReply' | 'bot' | 'outsideAgent' | 'outsideUnknown' | 'system';

/** A promise reading in the form turns need: the deadline and what it is about. Instants are UTC. */
export type TurnReading = {
  /** Place among the readings of its message; together with the message id it names the promise. */
  readonly index: number;
  readonly dueAt: Date;
  /** What was promised; an answer when absent. A call or another act is not kept by words. */
  readonly act?: 'reply' | 'call' | 'action';
  /** When the act was done, as an agent or a logged call says. Absent or null while it was not. */
  readonly doneAt?: Date | null;
};

/** What one message means for clocks and promises. */
export type TurnMessage = {
  readonly id: string;
  readonly direction: 'in' | 'out';
  /** As known from the body or corrected by an agent; `outsideUnknown` may still be judged automatic by its timing. */
  readonly authorKind: AuthorKind;
  /** True when an agent set the author kind: no guessing then. */
  readonly authorFixed: boolean;
  /** The platform's time. */
  readonly sentAt: Date;
  /** Order among messages of the same instant: the order of arrival. */
  readonly arrival: number;
  /** Customer messages: whether an answer is expected (false for a mere thank-you). */
  readonly needsReply: boolean;
  /** Customer messages: whether it only asks where the answer stays. */
  readonly chaser?: boolean;
  /** Outgoing: whether it says something beyond greeting, thanks and promise. */
  readonly substantive: boolean;
  /** Outgoing: whether the words read like an instant reply. */
  readonly automaticWording: boolean;
  /** Outgoing: equal texts have equal fingerprints. */
  readonly fingerprint: string;
  /** Outgoing: false while it is queued, failed or perhaps sent; such a message settles nothing. */
  readonly wentOut: boolean;
  readonly readings: readonly TurnReading[];
  /** When its author took it back: what it promised is withdrawn from then on, unless missed before. Absent or null when it stands. */
  readonly retractedAt?: Date | null;
};

/** An agent closed the turn without an answer and said why. */
export type TurnExcuse = { readonly at: Date; readonly reason: string };

/** The norm that holds for a turn, by the instant it starts. */
export type TurnNorm = { readonly usualMs: number; readonly maxMs: number };

/** A waiting turn as worked out from the messages. */
export type Turn = {
  /** The message that started it: one turn per starting message, so the id never changes. */
  readonly startMessageId: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly usualMs: number;
  readonly maxMs: number;
  state: 'running' | 'answered' | 'excused' | 'notNeeded';
  stoppedAt: Date | null;
  stopMessageId: string | null;
  stoppedBy: AuthorKind | null;
  reason: string | null;
};

/** A promise's fate as worked out from the messages. */
export type PromiseFate = {
  readonly messageId: string;
  readonly index: number;
  readonly madeAt: Date;
  readonly madeBy: AuthorKind;
  readonly dueAt: Date;
  readonly act: 'reply' | 'call' | 'action';
  /** The customer's messages that chased it, in order. */
  readonly chasedBy: string[];
  readonly onTopOfMissed: boolean;
  state: 'open' | 'kept' | 'missed' | 'superseded' | 'withdrawn';
  settledAt: Date | null;
  settledByMessageId: string | null;
};

/** Where the replay of a conversation stands at an instant: everything that what comes later still needs. */
export type TurnState = {
  readonly running: Turn | null;
  /** Promises that nothing settled yet, missed ones too. */
  readonly unsettled: readonly PromiseFate[];
  /** Fingerprints of texts known to be automatic. */
  readonly automaticFingerprints: readonly string[];
  readonly lastCustomerAt: Date | null;
};

/** What of a conversation is replayed. */
export type TurnMaterial = { readonly messages: readonly TurnMessage[]; readonly excuses: readonly TurnExcuse[] };

/** A judgement on who wrote an echo whose body does not tell. */
export type AuthorGuess = { readonly messageId: string; readonly authorKind: AuthorKind };

/** Everything that follows from a conversation's messages at one instant. */
export type TurnOutcome = {
  readonly turns: readonly Turn[];
  readonly promises: readonly PromiseFate[];
  readonly guesses: readonly AuthorGuess[];
};
