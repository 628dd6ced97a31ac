import type { GraphQLContext } from '#server/graphql/context.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';
import type { ConversationDoc } from '#server/modules/conversations/index.ts';
import type { ReplyPromiseDoc } from '#server/modules/promises/index.ts';

const dayMs = 24 * 3_600_000;
const mostOpen = 200;
const mostMissed = 100;
const missedDays = 90;
const mostKept = 50;

type BoardPromise = { readonly promise: ReplyPromiseDoc; readonly conversation: ConversationDoc };

/** What a brand has promised and not kept yet, and what it kept today. */
export async function promiseBoard(
  context: GraphQLContext,
): Promise<{ open: BoardPromise[]; missed: BoardPromise[]; kept: BoardPromise[] }> {
  const { brandId } = viewerOf(context);
  const { modules, now } = context;
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  const [open, missed, kept] = await Promise.all([
    modules.promises.openAfter(brandId, now, mostOpen),
    modules.promises.missedUnanswered(brandId, ago(missedDays * dayMs), mostMissed),
    modules.promises.keptSince(brandId, ago(dayMs), mostKept),
  ]);
  const placed = async (promises: readonly ReplyPromiseDoc[]): Promise<BoardPromise[]> => {
    const found = await context.loaders.conversations.loadMany(promises.map(({ conversationId }) => conversationId));
    return promises.flatMap((promise, index) => {
      const conversation = found[index];
      if (conversation instanceof Error) throw conversation;
      return conversation ? [{ promise, conversation }] : [];
    });
  };
  const [openPlaced, missedPlaced, keptPlaced] = await Promise.all([placed(open), placed(missed), placed(kept)]);
  return { open: openPlaced, missed: missedPlaced, kept: keptPlaced };
}
