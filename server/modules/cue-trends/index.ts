import type { MessageDoc } from '#server/modules/conversations/index.ts';
import type { Reports } from '#server/modules/reports/index.ts';
import { addDays, instantOf } from '#shared/time/zoned-time.ts';
import { cueTrendOf, dayBefore, type CueTrend, type CueTrendFilter } from './cue-trend.ts';

/** Which messages are asked for: those with a sign, or `dissatisfaction` for all whose writer is not content. */
export type CueMessagesFilter = CueTrendFilter & { readonly code: string };

/** The newest messages with a sign. */
export type CueMessages = {
  readonly messages: readonly MessageDoc[];
  /** How many messages were looked at, and whether those were all of the period. */
  readonly looked: number;
  readonly complete: boolean;
};

/** What customers' messages show over time. */
export type CueTrends = {
  trend(brandId: string, filter: CueTrendFilter): Promise<CueTrend>;
  messages(brandId: string, filter: CueMessagesFilter): Promise<CueMessages>;
};

/** What the module is made of. */
export type CueTrendsDependencies = {
  readonly reports: Pick<Reports, 'cueDays'>;
  readonly messagesOf: (brandId: string, from: Date, until: Date, limit: number) => Promise<MessageDoc[]>;
  readonly zoneOf: (brandId: string) => Promise<string>;
};

/** So many messages of a period are looked through for a sign; no index holds the signs, because each would slow down every fold. */
const mostLooked = 3_000;
const mostShown = 100;

/** Makes the module; the figures come from the reports' daily roll-ups, the messages from the messages. */
export function createCueTrends({ reports, messagesOf, zoneOf }: CueTrendsDependencies): CueTrends {
  return {
    trend: async (brandId, filter) => cueTrendOf(filter, await reports.cueDays(brandId, dayBefore(filter), filter.to)),
    messages: async (brandId, { from, to, channel, code }) => {
      const zone = await zoneOf(brandId);
      const [since, until] = [instantOf(from, '00:00', zone), instantOf(addDays(to, 1), '00:00', zone)];
      const found = await messagesOf(brandId, since, until, mostLooked);
      const shows = (message: MessageDoc): boolean =>
        code === 'dissatisfaction' ? message.dissatisfied === true : message.cues.some((cue) => cue.code === code);
      const messages = found.filter(
        (message) => !message.deletedAt && (channel === null || message.channel === channel) && shows(message),
      );
      return {
        messages: messages.slice(0, mostShown),
        looked: found.length,
        complete: found.length < mostLooked && messages.length <= mostShown,
      };
    },
  };
}
