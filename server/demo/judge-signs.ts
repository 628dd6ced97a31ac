import type { MessageDoc } from '#server/modules/conversations/index.ts';
import { demoJudgements, type DemoJudgement } from './demo-judgements.data.ts';
import type { DemoWorld } from './demo-world.ts';

const lookedMs = 60 * 24 * 3_600_000;
const mostLooked = 2_000;

const judgeMutation = /* GraphQL */ `
  mutation StoryJudge($input: JudgeCueInput!) {
    judgeCue(input: $input) {
      __typename
    }
  }
`;

/** Lets agents judge signs in what customers wrote, so that the screens that rest on it have something to show. */
export async function judgeSigns({ modules, brandId, users, execute, clock }: DemoWorld): Promise<void> {
  const now = clock.now();
  const from = new Date(now.getTime() - lookedMs);
  const messages = await modules.conversations.messages.fromCustomers(brandId, from, now, mostLooked);
  for (const judgement of demoJudgements) {
    const message = messages.find(({ text }) => text.includes(judgement.phrase));
    const viewer = users.get(judgement.by);
    if (!message || !viewer) continue;
    for (const input of inputsOf(message, judgement)) await execute(viewer, judgeMutation, { input });
  }
}

/** What there is to say beside what the detector found: nothing about a sign that is rightly absent. */
function inputsOf(message: MessageDoc, { phrase, there, notThere }: DemoJudgement): Record<string, unknown>[] {
  const found = new Set<string>(message.cues.map(({ code }) => code));
  const start = message.text.indexOf(phrase);
  const span = { start, end: start + phrase.length };
  return [
    ...there.map((code) =>
      found.has(code)
        ? { messageId: message._id, code, verdict: 'confirmed' }
        : { messageId: message._id, code, verdict: 'missed', ...span },
    ),
    ...notThere
      .filter((code) => found.has(code))
      .map((code) => ({ messageId: message._id, code, verdict: 'rejected' })),
  ];
}
