import { analyse } from '#shared/emotion/cues.ts';
import type { DraftContext } from '#shared/replies/draft-check.ts';
import { defaultOpeningHours } from '#shared/time/opening-hours.ts';

const dayMs = 86_400_000;

/** A draft context as the inbox would make it from one customer text; `over` replaces parts. */
export function contextFor(customer: string, over: Partial<DraftContext> = {}): DraftContext {
  const { language, cues, wish } = analyse(customer);
  return {
    language,
    now: new Date('2016-08-12T10:00:00Z'),
    hours: defaultOpeningHours,
    vagueMaxMs: dayMs,
    customerName: null,
    customerTexts: [customer],
    cues,
    wish,
    waitedMs: 0,
    late: false,
    promiseState: 'none',
    contactMoments: 0,
    maxLength: null,
    recentReplies: [],
    delayReason: null,
    ...over,
  };
}
