import type { LocalText } from '#shared/local-text.ts';
import type { AlertDoc, AlertKind } from './alerts.store.ts';

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
  channelTrouble: (detail) => ({
    nl: `Een kanaal werkt niet (${detail}).`,
    en: `A channel does not work (${detail}).`,
  }),
};

/** What a user is told about an alert. */
export function alertText(alert: Pick<AlertDoc, 'kind' | 'detail'>): LocalText {
  return texts[alert.kind](alert.detail);
}
