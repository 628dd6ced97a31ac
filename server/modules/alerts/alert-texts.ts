import type { LocalText } from '#shared/local-text.ts';
import type { AlertDoc, AlertKind } from './alerts.store.ts';

/** What is worrying about an account that can still send, by the code of the concern. */
const concerns: Readonly<Record<string, LocalText>> = {
  silence: {
    nl: 'er komt langer niets binnen dan gewoonlijk op dit uur',
    en: 'nothing has come in for longer than is usual at this hour',
  },
  subscription: {
    nl: 'het platform stuurt ons niet meer alles; neem het abonnement opnieuw bij Instellingen, Kanalen',
    en: 'the platform no longer sends us everything; subscribe again under Settings, Channels',
  },
};

const texts: Record<AlertKind, (detail: string) => LocalText> = {
  promiseDueSoon: (detail) => ({
    nl: `De belofte “${detail}” verloopt bijna.`,
    en: `The promise “${detail}” is about to run out.`,
  }),
  promiseMissed: (detail) => ({
    nl: `De belofte “${detail}” is niet nagekomen.`,
    en: `The promise “${detail}” was not kept.`,
  }),
  normDueSoon: () => ({
    nl: 'De klant wacht bijna te lang op een antwoord.',
    en: 'The customer is about to wait too long for an answer.',
  }),
  normMissed: () => ({
    nl: 'De klant wacht langer dan de norm toestaat.',
    en: 'The customer has been waiting longer than the norm allows.',
  }),
  repeatedAutoReply: (detail) => ({
    nl: `Het automatische antwoord beloofde opnieuw “${detail}”, terwijl een eerdere belofte al gemist was.`,
    en: `The automatic reply promised “${detail}” again while an earlier promise was already missed.`,
  }),
  channelTrouble: (detail) => {
    const [, account = detail, code = ''] = /^(.*): (\S+)$/u.exec(detail) ?? [];
    const told = concerns[code];
    return told
      ? { nl: `${account}: ${told.nl}.`, en: `${account}: ${told.en}.` }
      : { nl: `Een kanaal werkt niet (${detail}).`, en: `A channel does not work (${detail}).` };
  },
};

/** What a user is told about an alert. */
export function alertText(alert: Pick<AlertDoc, 'kind' | 'detail'>): LocalText {
  return texts[alert.kind](alert.detail);
}
