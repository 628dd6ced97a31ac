import type { MessageDoc } from '#server/modules/conversations/index.ts';
import type { TemplateUseDoc } from './templates.store.ts';

/** What came of the replies written from a template. `calmer` and `angrier` count the customers who wrote again. */
export type TemplateOutcomes = {
  readonly used: number;
  readonly calmer: number;
  readonly angrier: number;
  /** Customers who had to write again. */
  readonly wroteAgain: number;
};

const kind = new Set(['gratitude', 'joy']);

/** How heavy the signs of a customer's text are: 0 = content; thanks and joy weigh against the rest. */
function weightOf({ cues }: Pick<MessageDoc, 'cues'>): number {
  return cues.reduce((sum, { code, score }) => sum + (kind.has(code) ? -score : score), 0);
}

const sameMood = 0.3;

/** Compares the customer's last text before each use with the first one after it. */
export function outcomesOf(
  uses: readonly TemplateUseDoc[],
  messages: readonly MessageDoc[],
): Map<string, TemplateOutcomes> {
  const outcomes = new Map<string, TemplateOutcomes>();
  for (const use of uses) {
    const so = outcomes.get(use.templateId) ?? { used: 0, calmer: 0, angrier: 0, wroteAgain: 0 };
    const texts = messages
      .filter((message) => message.conversationId === use.conversationId && message.direction === 'in')
      .sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
    const before = texts.findLast(({ sentAt }) => sentAt.getTime() <= use.at.getTime());
    const after = texts.find(({ sentAt }) => sentAt.getTime() > use.at.getTime());
    const change = before && after ? weightOf(after) - weightOf(before) : 0;
    outcomes.set(use.templateId, {
      used: so.used + 1,
      calmer: so.calmer + (change < -sameMood ? 1 : 0),
      angrier: so.angrier + (change > sameMood ? 1 : 0),
      wroteAgain: so.wroteAgain + (after?.needsReply === true ? 1 : 0),
    });
  }
  return outcomes;
}
