import type { ReviewCase } from '#server/modules/quality-reviews/index.ts';
import { addDays, localDateOf } from '#shared/time/zoned-time.ts';
import { demoBrand } from './demo-accounts.ts';
import type { DemoWorld } from './demo-world.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';

const lead = 'marit@demo.nl';
const team = { name: 'Webcare', members: ['sanne@demo.nl', 'youssef@demo.nl'] } as const;
/** Weeks looked back, and replies per person and week. */
const weeks = 8;
const perWriter = 4;
/** The latest days are left to whoever looks at the demo. */
const skipped = 2;

const teamMutation = /* GraphQL */ `
  mutation StoryTeam($input: SaveTeamInput!) {
    saveTeam(input: $input) {
      __typename
    }
  }
`;
const reviewMutation = /* GraphQL */ `
  mutation StoryReview($input: ReviewReplyInput!) {
    reviewReply(input: $input) {
      __typename
    }
  }
`;

/** Lets the lead make a team and score samples of earlier weeks, so that the course of scores has something to show. */
export async function reviewReplies({ modules, brandId, users, execute, clock }: DemoWorld): Promise<void> {
  const viewer = users.get(lead);
  if (!viewer) throw new Error(`the demo has no user ${lead}`);
  const memberIds = team.members.flatMap((email) => users.get(email)?.userId ?? []);
  await execute(viewer, teamMutation, { input: { name: team.name, memberIds, accountIds: [] } });
  const random = createSeededRandom(20_260_302);
  const today = localDateOf(clock.now(), demoBrand.timeZone);
  for (let week = weeks; week >= 1; week--) {
    const period = {
      from: addDays(today, 1 - 7 * week - skipped),
      to: addDays(today, 7 - 7 * week - skipped),
      teamId: null,
    };
    const sample = await modules.qualityReviews.sample(viewer, { ...period, perWriter, round: 1 });
    for (const { messageId } of sample?.drawn ?? []) {
      const found = await modules.qualityReviews.caseOf(brandId, messageId);
      if (!found) continue;
      const input = { messageId, scores: scoresOf(found, random), note: noteOf(found) };
      await execute(viewer, reviewMutation, { input });
    }
  }
}

/** Scores as somebody would give who sees what the check sees, give or take one. */
function scoresOf(found: ReviewCase, random: SeededRandom): { part: string; score: number | null }[] {
  const codes = new Set<string>(found.findings.map(({ code }) => code));
  const has = (...wanted: readonly string[]): boolean => wanted.some((code) => codes.has(code));
  const late = (found.normLateMs ?? 0) > 0 || (found.promiseLateMs ?? 0) > 0;
  const around = (score: number): number => Math.min(5, Math.max(1, score + random.between(-1, 1)));
  const needsComfort = found.customerMessages.some(({ dissatisfied }) => dissatisfied === true);
  return [
    { part: 'timeliness', score: found.tookMs === null ? null : around(late ? 2 : 4) },
    {
      part: 'empathy',
      score: needsComfort ? around(has('no_empathy', 'late_no_apology', 'superficial') ? 2 : 4) : null,
    },
    { part: 'content', score: around(has('wish_ignored', 'superficial') ? 3 : 4) },
    { part: 'tone', score: around(has('defensive', 'org_centred', 'jargon', 'mixed_address') ? 2 : 4) },
    { part: 'expectation', score: around(has('vague_promise', 'no_next_step') ? 3 : 4) },
  ];
}

function noteOf({ findings, normLateMs }: ReviewCase): string {
  if (findings.some(({ level }) => level === 'error'))
    return 'Begin een volgende keer bij wat de klant voelt; de uitleg mag daarna.';
  return (normLateMs ?? 0) > 0 ? 'Inhoudelijk goed. Zeg er de volgende keer bij waarom het langer duurde.' : '';
}
