import type { InboundEvent, NoticeEvent } from '#server/channels/channel.ts';
import { malformed, messageEvent, noticeEvent, unknownEvent } from '#server/channels/body/events.ts';
import type { JsonRecord } from '#server/channels/body/fields.ts';
import { field, id, isRecord, path, text, unixTime } from '#server/channels/body/fields.ts';
import type { ChangeContext, Direction } from './change-context.ts';
import { contactFacts, directionOf } from './change-context.ts';
import { readSilentType, silentTypes } from './parse-silent-type.ts';
import { readContent, readType } from './payloads.ts';

/** The platform marks some echoes as made by a machine, as in `created_by_1p_bot`; its values are undocumented. */
function originOf(
  raw: unknown,
  context: string,
): { clientTag: null; appId: null; appName: string; author: 'bot' | 'unknown' } {
  const creation = text(field(raw, 'message_creation_type'));
  const isBot = creation !== null && /(^|_)(bot|ai)(_|$)/i.test(creation);
  return { clientTag: null, appId: null, appName: creation ?? context, author: isBot ? 'bot' : 'unknown' };
}

/** The advertisement that brought a customer, beside what they said. */
function readReferral(raw: unknown, context: ChangeContext, at: Date | null): NoticeEvent[] {
  const referral = field(raw, 'referral');
  if (referral === undefined) return [];
  const words = [field(referral, 'source_type'), field(referral, 'headline'), field(referral, 'source_url')];
  const key = `referral:${id(field(raw, 'id')) ?? ''}`;
  return [noticeEvent({ accountExternalId: context.numberId, name: 'referral', raw: referral, at, words, key })];
}

/** Arrays whose items are the customer's unless our own number sent them. */
const customerArrays: ReadonlySet<string> = new Set(['messages', 'history']);

/** Reads one item of `messages[]` (of an echo array, or of imported history); `arrayName` names the array it came in. */
export function parseMessage(raw: unknown, context: ChangeContext, arrayName: string): InboundEvent[] {
  if (!isRecord(raw)) return [malformed(raw, context.numberId)];
  const type = readType(raw);
  const at = unixTime(raw['timestamp']);
  const direction = directionOf(raw, context, !customerArrays.has(arrayName));
  const events = silentTypes.has(type)
    ? readSilentType(raw, type, { context, direction, at })
    : readTalk(raw, type, { context, direction, at, arrayName });
  if (events.length > 0) return events;
  return [unknownEvent({ accountExternalId: context.numberId, name: `${arrayName}.${type}`, raw, at })];
}

type Place = {
  readonly context: ChangeContext;
  readonly direction: Direction;
  readonly at: Date | null;
  readonly arrayName: string;
};

/** Reads a message; empty when it lacks its id or the customer's. */
function readTalk(raw: JsonRecord, type: string, { context, direction, at, arrayName }: Place): InboundEvent[] {
  const externalId = id(raw['id']);
  const { isOut, customerId } = direction;
  if (externalId === null || customerId === null) return [];
  const { customerAlsoExternalId, ...names } = contactFacts(customerId, direction.otherId, context);
  return [
    messageEvent({
      accountExternalId: context.numberId,
      externalId,
      direction: isOut ? 'out' : 'in',
      visibility: 'private',
      customerExternalId: customerId,
      ...(isOut ? {} : names),
      customerAlsoExternalId,
      threadExternalId: id(raw['group_id']) ?? customerId,
      sentAt: at ?? context.receivedAt,
      ...readContent(raw, type),
      replyToExternalId: id(path(raw, 'context', 'id')),
      origin: isOut ? originOf(raw, arrayName) : null,
      history: arrayName === 'history',
    }),
    ...readReferral(raw, context, at),
  ];
}
