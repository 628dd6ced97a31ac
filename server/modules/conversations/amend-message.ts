import type { AmendmentEvent, DeleteEvent, EditEvent, ReactionEvent } from '#server/channels/channel.ts';
import type { NormTable } from '#server/modules/norms/index.ts';
import type { StoredReading } from '#server/modules/promises/index.ts';
import { incomingSigns, outgoingReading, type PromiseReadings } from './message-docs.ts';
import type { MessageDoc, MessageReaction } from './messages.store.ts';

/** An amendment as it is applied and kept: nothing of its account or body. */
export type Amendment =
  | Pick<EditEvent, 'kind' | 'at' | 'newText' | 'editNumber'>
  | Pick<DeleteEvent, 'kind' | 'at' | 'whole'>
  | Pick<ReactionEvent, 'kind' | 'at' | 'emoji' | 'by' | 'reactorExternalId'>;

/** What of an event changes a message. */
export function amendmentOf(event: AmendmentEvent): Amendment {
  const { kind, at } = event;
  if (kind === 'edit') return { kind, at, newText: event.newText, editNumber: event.editNumber };
  if (kind === 'delete') return { kind, at, whole: event.whole };
  return { kind, at, emoji: event.emoji, by: event.by, reactorExternalId: event.reactorExternalId };
}

/** How promises are read from edited words. */
export type AmendBasis = { readonly table: NormTable; readonly read: PromiseReadings };

/**
 * What an amendment changes in a message; null when it says nothing new. Applying the same amendments in any order, any number
 * of times, ends in the same message. Facts that clocks use (time, whether a reply is expected, whether it was one) never change.
 */
export function amended(message: MessageDoc, amendment: Amendment, basis: AmendBasis): Partial<MessageDoc> | null {
  if (amendment.kind === 'edit') return edited(message, amendment, basis);
  return amendment.kind === 'delete' ? deleted(message, amendment.at) : reacted(message, amendment);
}

/** What several amendments together change in a message; null when nothing. */
export function amendedBy(
  message: MessageDoc,
  amendments: readonly Amendment[],
  basis: AmendBasis,
): Partial<MessageDoc> | null {
  let set: Partial<MessageDoc> = {};
  for (const amendment of amendments) set = { ...set, ...amended({ ...message, ...set }, amendment, basis) };
  return Object.keys(set).length === 0 ? null : set;
}

type Edit = Extract<Amendment, { kind: 'edit' }>;

/** Whether an edit comes after the one the message shows; of two at once the greater text wins, whichever arrived first. */
function isNewer(message: MessageDoc, { at, editNumber, newText }: Edit): boolean {
  if (!message.editedAt) return true;
  const known = message.editNumber ?? null;
  if (known !== null && editNumber !== null && known !== editNumber) return editNumber > known;
  const apart = at.getTime() - message.editedAt.getTime();
  return apart === 0 ? !message.deletedAt && newText > message.text : apart > 0;
}

function edited(message: MessageDoc, edit: Edit, basis: AmendBasis): Partial<MessageDoc> | null {
  if (!isNewer(message, edit)) return null;
  const place = {
    accountId: message.accountId,
    channel: message.channel,
    visibility: message.visibility,
    sentAt: edit.at,
    hasAttachment: message.attachments.length > 0,
  };
  const now = message.direction === 'out' ? outgoingReading(edit.newText, place, basis.table, basis.read).readings : [];
  const set = {
    editedAt: edit.at,
    editNumber: edit.editNumber,
    editReadings: addedReadings(message.readings, now),
  };
  if (message.deletedAt) return { ...set, editReadings: set.editReadings.map(withoutPlace) };
  return {
    ...set,
    firstText: message.firstText ?? message.text,
    text: edit.newText,
    readings: message.readings.map((reading) => placedIn(reading, now)),
    ...(message.direction === 'in' ? incomingSigns(edit.newText, basis.table.cueBook) : {}),
  };
}

/** What was promised first stays promised; the same words again are the same promise, other words a promise of their own. */
function addedReadings(first: readonly StoredReading[], now: readonly StoredReading[]): StoredReading[] {
  const next = Math.max(-1, ...first.map(({ index }) => index)) + 1;
  return now
    .filter((reading) => !first.some((earlier) => sameWords(earlier, reading)))
    .map((reading, place) => ({ ...reading, index: next + place }));
}

function sameWords(a: StoredReading, b: StoredReading): boolean {
  return a.wording.toLowerCase() === b.wording.toLowerCase();
}

function placedIn(reading: StoredReading, now: readonly StoredReading[]): StoredReading {
  const still = now.find((candidate) => sameWords(candidate, reading));
  return still ? { ...reading, start: still.start, end: still.end } : withoutPlace(reading);
}

/** A promise whose words no longer stand in the message: it marks nothing there. */
function withoutPlace(reading: StoredReading): StoredReading {
  return { ...reading, start: 0, end: 0 };
}

function deleted(message: MessageDoc, at: Date): Partial<MessageDoc> | null {
  // Each version of a post may be reported on its own: the first report counts.
  if (message.deletedAt) return at.getTime() < message.deletedAt.getTime() ? { deletedAt: at } : null;
  return {
    deletedAt: at,
    text: '',
    firstText: '',
    attachments: [],
    cues: [],
    wish: null,
    language: null,
    ...(message.direction === 'in' ? { dissatisfied: false } : {}),
    readings: message.readings.map(withoutPlace),
    ...(message.editReadings ? { editReadings: message.editReadings.map(withoutPlace) } : {}),
  };
}

function reacted(message: MessageDoc, amendment: Extract<Amendment, { kind: 'reaction' }>): Partial<MessageDoc> | null {
  const { by, reactorExternalId, emoji, at } = amendment;
  const reaction: MessageReaction = { by, reactorExternalId, emoji, at };
  const all = message.reactions ?? [];
  const known = all.find((each) => each.by === by && each.reactorExternalId === reactorExternalId);
  if (known && !replaces(reaction, known)) return null;
  const others = all.filter((each) => each !== known);
  const reactions = [...others, reaction].sort((a, b) => placeOf(a).localeCompare(placeOf(b)));
  return { reactions };
}

/** Later wins; of two in the same instant the removal, else the greater emoji, so that the order of arrival never matters. */
function replaces(next: MessageReaction, known: MessageReaction): boolean {
  const apart = next.at.getTime() - known.at.getTime();
  if (apart !== 0) return apart > 0;
  if (next.emoji === known.emoji || known.emoji === null) return false;
  return next.emoji === null || next.emoji > known.emoji;
}

const placeOf = ({ by, reactorExternalId }: MessageReaction): string => `${by} ${reactorExternalId}`;
