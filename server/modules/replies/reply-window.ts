import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { ConversationDoc } from '#server/modules/conversations/index.ts';
import type { LocalText } from '#shared/local-text.ts';

/** Until when and how long a reply may be, at one instant. Lengths are in the channel's own counting. */
export type ReplyWindow = {
  readonly open: boolean;
  readonly closesAt: Date | null;
  readonly reason: LocalText | null;
  readonly maxLength: number;
};

/** Works out whether a reply by a person may go out now; the platforms' windows are in docs/channels.md. */
export function replyWindowOf(
  channel: ChannelDefinition | null,
  conversation: Pick<ConversationDoc, 'visibility' | 'lastCustomerAt'>,
  now: Date,
): ReplyWindow {
  if (!channel) return closed(0, { nl: 'Dit kanaal is niet ingesteld.', en: 'This channel is not set up.' });
  const { capabilities } = channel;
  const { visibility, lastCustomerAt } = conversation;
  const maxLength = capabilities.maxLength[visibility];
  if (visibility === 'public' ? !capabilities.sendsPublic : !capabilities.sendsPrivate) {
    return closed(maxLength, { nl: 'Hier kan niet worden geantwoord.', en: 'Replies are not possible here.' });
  }
  const windowMs = visibility === 'private' ? (capabilities.humanWindowMs ?? capabilities.windowMs) : null;
  if (windowMs === null) return { open: true, closesAt: null, reason: null, maxLength };
  if (lastCustomerAt === null) {
    return closed(maxLength, {
      nl: 'De klant heeft nog niets gestuurd; het kanaal staat dan geen bericht toe.',
      en: 'The customer has not written yet; the channel allows no message then.',
    });
  }
  const closesAt = new Date(lastCustomerAt.getTime() + windowMs);
  const length = windowInWords(windowMs);
  if (closesAt.getTime() <= now.getTime()) {
    const reason = {
      nl: `Het antwoordvenster van ${channel.label} (${length.nl} na het laatste bericht van de klant) is gesloten.`,
      en: `The reply window of ${channel.label} (${length.en} after the customer's last message) has closed.`,
    };
    return { open: false, closesAt, reason, maxLength };
  }
  return { open: true, closesAt, reason: humanOnly(channel, lastCustomerAt, now), maxLength };
}

/** 24 hours stay hours, as the platforms say it; longer windows are told in days. */
function windowInWords(windowMs: number): LocalText {
  const hours = Math.round(windowMs / 3_600_000);
  if (hours <= 24) return { nl: `${String(hours)} uur`, en: `${String(hours)} hours` };
  const days = String(Math.round(hours / 24));
  return { nl: `${days} dagen`, en: `${days} days` };
}

function closed(maxLength: number, reason: LocalText): ReplyWindow {
  return { open: false, closesAt: null, reason, maxLength };
}

function humanOnly(channel: ChannelDefinition, lastCustomerAt: Date, now: Date): LocalText | null {
  const { windowMs, humanWindowMs } = channel.capabilities;
  if (windowMs === null || humanWindowMs === null) return null;
  if (now.getTime() - lastCustomerAt.getTime() <= windowMs) return null;
  return {
    nl: 'Het gewone venster is voorbij: alleen een persoonlijk antwoord van een medewerker mag nog.',
    en: 'The normal window has passed: only a personal reply by an agent is still allowed.',
  };
}
