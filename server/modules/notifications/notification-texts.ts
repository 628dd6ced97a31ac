import { alertText, type AlertDoc } from '#server/modules/alerts/index.ts';
import { localDateOf, localTimeOf } from '#shared/time/zoned-time.ts';
import type { DigestFigures } from './digest.ts';

/** What surrounds every mail. */
export type MailFrame = {
  readonly language: 'nl' | 'en';
  readonly brandName: string;
  readonly timeZone: string;
  /** Where links lead; null: no links. */
  readonly publicOrigin: string | null;
};

const words = {
  nl: {
    one: (brand: string, text: string) => `${brand}: ${text}`,
    many: (brand: string, count: number) => `${brand}: ${String(count)} meldingen vragen aandacht`,
    due: (moment: string) => `Uiterlijk ${moment}.`,
    digest: (brand: string) => `${brand}: dagoverzicht van beloften`,
    missed: (count: number) => `Beloften en normen gemist in de afgelopen 24 uur: ${String(count)}`,
    open: (count: number) => `Meldingen die nog om actie vragen: ${String(count)}`,
    waiting: (count: number) => `Klanten die nu op antwoord wachten: ${String(count)}`,
    late: (count: number) => `Waarvan te laat: ${String(count)}`,
    why: 'Je krijgt deze mail omdat een teamleider de meldingen zo heeft ingesteld. In de mail staat niets uit berichten van klanten.',
  },
  en: {
    one: (brand: string, text: string) => `${brand}: ${text}`,
    many: (brand: string, count: number) => `${brand}: ${String(count)} alerts need attention`,
    due: (moment: string) => `Due ${moment}.`,
    digest: (brand: string) => `${brand}: daily overview of promises`,
    missed: (count: number) => `Promises and norms missed in the last 24 hours: ${String(count)}`,
    open: (count: number) => `Alerts that still need action: ${String(count)}`,
    waiting: (count: number) => `Customers waiting for an answer now: ${String(count)}`,
    late: (count: number) => `Of those too late: ${String(count)}`,
    why: 'You get this mail because a team lead has set the alerts this way. It holds nothing of what customers wrote.',
  },
} as const;

/** Subject and text of a mail about one or more alerts; nothing that a customer wrote. */
export function alertMail(
  alerts: readonly AlertDoc[],
  frame: MailFrame,
): { readonly subject: string; readonly text: string } {
  const t = words[frame.language];
  const [first] = alerts;
  const isOne = alerts.length === 1 && first !== undefined;
  const subject = isOne
    ? t.one(frame.brandName, alertText(first)[frame.language])
    : t.many(frame.brandName, alerts.length);
  const parts = alerts.map((alert) => {
    const due = alert.dueAt === null ? [] : [t.due(momentOf(alert.dueAt, frame.timeZone))];
    const link = linkOf(alert, frame.publicOrigin);
    return [alertText(alert)[frame.language], ...due, ...(link === null ? [] : [link])].join('\n');
  });
  return { subject, text: [...parts, t.why].join('\n\n') };
}

/** Subject and text of the daily overview. */
export function digestMail(
  figures: DigestFigures,
  frame: MailFrame,
): { readonly subject: string; readonly text: string } {
  const t = words[frame.language];
  const lines = [t.missed(figures.missed), t.open(figures.open), t.waiting(figures.waiting), t.late(figures.late)];
  const link = frame.publicOrigin === null ? [] : [`${frame.publicOrigin}/inbox`];
  return { subject: t.digest(frame.brandName), text: [lines.join('\n'), ...link, t.why].join('\n\n') };
}

/** The body of an outbound webhook: ids and instants (ISO 8601, UTC), nothing that a customer wrote. */
export function alertPayload(alert: AlertDoc, publicOrigin: string | null): Readonly<Record<string, unknown>> {
  return {
    type: 'alert.raised',
    timestamp: alert.at.toISOString(),
    data: {
      id: alert._id,
      kind: alert.kind,
      at: alert.at.toISOString(),
      dueAt: alert.dueAt?.toISOString() ?? null,
      conversationId: alert.conversationId,
      accountId: alert.accountId,
      message: alertText(alert),
      url: linkOf(alert, publicOrigin),
    },
  };
}

function linkOf({ conversationId }: AlertDoc, publicOrigin: string | null): string | null {
  return publicOrigin === null || conversationId === null ? null : `${publicOrigin}/inbox/${conversationId}`;
}

function momentOf(at: Date, zone: string): string {
  return `${localDateOf(at, zone)} ${localTimeOf(at, zone).slice(0, 5)}`;
}
