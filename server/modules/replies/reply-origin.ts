import type { ClientSession } from 'mongodb';
import type { ReplyDependencies, ReplyRequest } from './send-reply.ts';

const longestTemplateId = 80;

/** How a reply came about: `id` of its first message, the errors left in, and what was asked for. */
export type ReplyOrigin = {
  readonly id: string;
  readonly now: Date;
  readonly request: ReplyRequest;
  readonly overridden: readonly string[];
};

/** Keeps, beside a reply, why errors stayed in and which template it was written from. */
export async function keepOrigin(
  { deviations, replyTemplates }: Pick<ReplyDependencies, 'deviations' | 'replyTemplates'>,
  { id, now: at, request, overridden }: ReplyOrigin,
  session: ClientSession,
): Promise<void> {
  const { brandId, conversationId, user, templateId } = request;
  const reason = request.overrideReason?.trim() ?? '';
  if (overridden.length > 0) {
    const who = { userId: user.id, userName: user.name };
    await deviations.insert({ _id: id, brandId, conversationId, ...who, at, codes: overridden, reason }, session);
  }
  // The id comes from outside and may be anything.
  if (templateId === null || templateId === '' || templateId.length > longestTemplateId) return;
  await replyTemplates.countUse({ _id: id, brandId, templateId, conversationId, at }, session);
}
