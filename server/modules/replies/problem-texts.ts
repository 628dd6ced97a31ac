import type { SendMeaning } from '#server/channels/errors.ts';
import type { MessageDelivery } from '#server/modules/conversations/index.ts';
import type { LocalText } from '#shared/local-text.ts';
import { sendAdvice } from './send-advice.data.ts';

/** What is said of a problem whose code nobody knows more about, by what the outbox does with it. */
const byKind: Readonly<Record<string, SendMeaning>> = {
  rateLimited: 'rateLimited',
  unauthorised: 'permissionMissing',
  windowClosed: 'windowClosed',
  rejected: 'refused',
  unreachable: 'unreachable',
  uncertain: 'unavailable',
};

/** What an agent is told about a delivery's problem; the platform's code stands behind it for the administrator. */
export function problemText(problem: MessageDelivery['problem']): LocalText | null {
  if (!problem) return null;
  const meaning = problem.meaning ?? byKind[problem.kind] ?? 'refused';
  const text = sendAdvice[meaning];
  const code = problem.code === '' ? '' : ` (${problem.code})`;
  return { nl: `${text.nl}${code}`, en: `${text.en}${code}` };
}
