import { describe, expect, it } from 'vitest';
import { demoUsers } from '#server/demo/demo-accounts.ts';
import { demoStories } from '#server/demo/demo-stories.ts';
import { stepsInOrder, type StoryPlace, type StoryStep } from '#server/demo/story.ts';
import { countXWeighted, xPostLimit } from '#shared/text-length.ts';
import { instantOf, localTimeOf } from '#shared/time/zoned-time.ts';

const zone = 'Europe/Amsterdam';
const hourMs = 3_600_000;
const moments = {
  'at eight in the morning': instantOf('2026-11-24', '08:00', zone),
  'half an hour before midnight': instantOf('2026-06-17', '23:30', zone),
  'on a Sunday afternoon': instantOf('2026-07-12', '15:07', zone),
  'just after midnight': instantOf('2026-02-02', '00:05', zone),
  'on the day clocks go forward': instantOf('2026-03-29', '04:30', zone),
  'on the day clocks go back': instantOf('2026-10-25', '02:30', zone),
  'with an odd second': new Date('2026-09-09T09:41:37.412Z'),
  'after Christmas in the past weeks': instantOf('2027-02-23', '10:00', zone),
};
const sizes = ['full', 'small'] as const;
const windowMs: Readonly<Record<string, number | null>> = {
  whatsapp: 24 * hourMs,
  messenger: 7 * 24 * hourMs,
  x: null,
};

type Said = Extract<StoryStep, StoryPlace>;

/** Whether a step happens in a conversation; settings happen in none. */
const isSaid = (step: StoryStep): step is Said => step.kind !== 'setsAutoReply' && step.kind !== 'changesCueWord';

const keyOf = ({ channel, customer, thread }: StoryPlace): string =>
  thread === undefined ? `${channel} ${customer.id}` : `${channel} thread ${thread}`;

function conversationsOf(steps: readonly StoryStep[]): Map<string, Said[]> {
  const conversations = new Map<string, Said[]>();
  for (const step of steps) {
    if (!isSaid(step)) continue;
    conversations.set(keyOf(step), [...(conversations.get(keyOf(step)) ?? []), step]);
  }
  return conversations;
}

describe.each(Object.entries(moments))('demo stories told %s', (_name, now) => {
  it.each(sizes)('are the same for the same moment (%s)', (size) => {
    expect(demoStories(now, size)).toEqual(demoStories(now, size));
  });

  it.each(sizes)('lie before the last minute, each story in order, on whole seconds (%s)', (size) => {
    const stories = demoStories(now, size);
    const steps = stepsInOrder(stories);
    for (const step of steps) {
      expect(step.at.getTime()).toBeLessThan(now.getTime() - 60_000);
      expect(step.at.getTime() % 1_000).toBe(0);
    }
    for (const story of stories.filter(({ name }) => name !== 'Gewoon verkeer' && name !== 'Het festival')) {
      expect(stepsInOrder([story])).toEqual(story.steps);
    }
  });

  it.each(sizes)('let a customer write first and an answer reach the customer in time (%s)', (size) => {
    for (const [key, steps] of conversationsOf(stepsInOrder(demoStories(now, size)))) {
      expect(steps[0]?.kind, key).toBe('customerWrites');
      let lastCustomerAt = new Date(0);
      for (const step of steps) {
        if (step.kind === 'customerWrites') lastCustomerAt = step.at;
        const limit = step.kind === 'agentReplies' && step.thread === undefined ? windowMs[step.channel] : null;
        const waitedMs = step.at.getTime() - lastCustomerAt.getTime();
        expect(waitedMs, `${key}: ${step.at.toISOString()}`).toBeLessThan(limit ?? Number.POSITIVE_INFINITY);
      }
    }
  });

  it.each(sizes)('claim a conversation once and close it only when answered or with a reason (%s)', (size) => {
    for (const [key, steps] of conversationsOf(stepsInOrder(demoStories(now, size)))) {
      expect(steps.filter(({ kind }) => kind === 'claims').length, key).toBeLessThanOrEqual(1);
      for (const step of steps) {
        if (step.kind !== 'closes' || step.reason !== undefined) continue;
        const before = steps.filter(({ kind, at }) => kind !== 'closes' && kind !== 'claims' && at < step.at);
        expect(
          before.some(({ kind }) => kind === 'agentReplies' || kind === 'repliedElsewhere'),
          key,
        ).toBe(true);
      }
    }
  });

  it.each(sizes)('send texts that fit their place, with every slot filled (%s)', (size) => {
    for (const steps of conversationsOf(stepsInOrder(demoStories(now, size))).values()) {
      for (const step of steps) {
        if (!('text' in step)) continue;
        expect(step.text).not.toMatch(/[{}]| {2}|^\s|\s$/u);
        expect(step.text.length).toBeGreaterThan(0);
        if (step.channel === 'x' && step.thread !== undefined) {
          expect(countXWeighted(step.text), step.text).toBeLessThanOrEqual(xPostLimit);
        }
        expect(step.text.length).toBeLessThanOrEqual(1_000);
      }
    }
  });

  it.each(sizes)('give replies ids of their own and known people (%s)', (size) => {
    const emails = new Set<string>(demoUsers.map((user) => user.email));
    const ids = new Set<string>();
    for (const step of stepsInOrder(demoStories(now, size))) {
      if ('by' in step) expect(emails.has(step.by)).toBe(true);
      if (step.kind !== 'agentReplies') continue;
      const id = `${String(step.at.getTime())}-${step.customer.id}`;
      expect(ids.has(id)).toBe(false);
      ids.add(id);
    }
  });

  it('hold a customer in one conversation each, apart from the complaint that moves to private', () => {
    const namesById = new Map<string, Set<string>>();
    for (const step of stepsInOrder(demoStories(now, 'full'))) {
      if (!isSaid(step)) continue;
      const key = `${step.channel} ${step.customer.id}`;
      namesById.set(key, (namesById.get(key) ?? new Set<string>()).add(step.customer.name));
    }
    for (const [key, names] of namesById) expect(names.size, key).toBe(1);
  });
});

describe('demo stories, size and variety', () => {
  const now = moments['on a Sunday afternoon'];
  const steps = stepsInOrder(demoStories(now, 'full'));
  const written = steps.flatMap((step) => (step.kind === 'customerWrites' ? [step] : []));

  it('keeps to the steps that seeding can afford', () => {
    for (const moment of Object.values(moments)) {
      const full = stepsInOrder(demoStories(moment, 'full'));
      const small = stepsInOrder(demoStories(moment, 'small'));
      expect(full.length).toBeGreaterThan(600);
      expect(full.length).toBeLessThanOrEqual(900);
      expect(small.length).toBeLessThan(160);
      expect(conversationsOf(full).size).toBeGreaterThan(210);
      expect(conversationsOf(small).size).toBeLessThan(30);
    }
  });

  it('uses all channels, public and private, Dutch and English', () => {
    const openings = [...conversationsOf(steps).values()].flatMap(([first]) => (first ? [first] : []));
    const share = (fits: (step: Said) => boolean): number => openings.filter(fits).length / openings.length;
    expect(share((step) => step.channel === 'whatsapp')).toBeGreaterThan(0.28);
    expect(share((step) => step.channel === 'messenger')).toBeGreaterThan(0.2);
    expect(share((step) => step.thread !== undefined)).toBeGreaterThan(0.12);
    expect(share((step) => step.thread !== undefined)).toBeLessThan(0.28);
    const english = share((step) => 'text' in step && /\b(the|you|your|our|is there)\b/iu.test(step.text));
    expect(english).toBeGreaterThan(0.07);
    expect(english).toBeLessThan(0.25);
  });

  it('follows the rhythm of the day', () => {
    const between = (from: string, to: string): number =>
      written.filter(({ at }) => localTimeOf(at, zone) >= from && localTimeOf(at, zone) < to).length;
    expect(between('10:00', '12:00')).toBeGreaterThan(between('12:00', '14:00'));
    expect(between('19:00', '21:00')).toBeGreaterThan(between('17:00', '19:00'));
    expect(between('00:00', '06:00')).toBeLessThan(written.length * 0.04);
  });

  it('seldom says the same twice', () => {
    const texts = written.map(({ text }) => text).filter((text) => text.length > 60);
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.85);
  });

  it('keeps the festival story', () => {
    expect(demoStories(now, 'small').map(({ name }) => name)).toContain('Het festival');
  });
});
