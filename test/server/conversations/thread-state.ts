import { existing, type Desk } from './desk.ts';

const inOrder = <T extends { order: number }>(list: T[]): T[] => list.sort((a, b) => a.order - b.order);

type Named = Readonly<Record<string, unknown>> & { readonly _id: string; readonly visibility: string };

/**
 * What a customer's conversations came to, the private one first, without what differs by the customer's id or the time of arrival; the
 * customer's id may stand in the ids of messages.
 */
export async function threadStates(desk: Desk, customer: string) {
  const conversations = await desk.database.db
    .collection<Named>('conversations')
    .find({ customerExternalId: customer })
    .toArray();
  conversations.sort((a, b) => a.visibility.localeCompare(b.visibility));
  return Promise.all(conversations.map((conversation) => stateOf(desk, customer, conversation)));
}

/** The same of a customer with one conversation. */
export async function threadState(desk: Desk, customer: string) {
  const states = await threadStates(desk, customer);
  if (states.length !== 1) throw new Error(`${String(states.length)} conversations in place of one`);
  return existing(states[0]);
}

async function stateOf(desk: Desk, customer: string, { _id: id, ...rest }: Named) {
  const messages = await desk.messages(id);
  const names = new Map(messages.map(({ _id, externalId }) => [_id, externalId.replaceAll(customer, 'CUSTOMER')]));
  const clocks = await desk.world.modules.clocks.ofConversations(desk.world.brandId, [id]);
  const promises = await desk.world.modules.promises.ofConversations(desk.world.brandId, [id]);
  const { state, unread, riskAt, nextWakeAt, preview, lastMessageAt, lastAuthorKind, topCues } = rest;
  return {
    conversation: { state, unread, riskAt, nextWakeAt, preview, lastMessageAt, lastAuthorKind, topCues },
    messages: messages.map(({ _id, sentAt, text, authorKind, authorGuessed, delivery, cues, ...message }) => ({
      name: names.get(_id),
      sentAt,
      text,
      authorKind,
      authorGuessed,
      editedAt: message.editedAt,
      deletedAt: message.deletedAt,
      delivery: delivery?.state,
      cues: cues.map(({ code }) => code),
    })),
    clocks: inOrder(
      clocks.map((clock) => ({
        order: clock.startedAt.getTime(),
        state: clock.state,
        stoppedAt: clock.stoppedAt,
        stoppedBy: clock.stoppedBy,
        dueAt: clock.dueAt,
      })),
    ),
    promises: inOrder(
      promises.map((promise) => ({
        order: promise.madeAt.getTime(),
        by: names.get(promise.messageId),
        state: promise.state,
        dueAt: promise.dueAt,
        settledAt: promise.settledAt,
        onTopOfMissed: promise.onTopOfMissed,
        madeBy: promise.madeBy,
      })),
    ),
  };
}

/** How often each thing was counted in the reports of a local day ("2026-03-02"), and how many values each duration has. */
export async function countsOfDay(desk: Desk, day: string): Promise<Record<string, number>> {
  const everywhere = { accountId: null, channel: null, visibility: null, teamId: null, writer: null };
  const report = await desk.world.modules.reports.report(desk.world.brandId, { from: day, to: day, ...everywhere });
  const { counts, digests } = report.total().tally;
  return {
    ...Object.fromEntries(counts),
    ...Object.fromEntries([...digests].map(([name, { n }]) => [`n ${name}`, n])),
  };
}
