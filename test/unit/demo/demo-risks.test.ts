import { describe, expect, it } from 'vitest';
import { demoStories } from '#server/demo/demo-stories.ts';
import type { StoryStep } from '#server/demo/story.ts';
import { readPromises } from '#shared/promises/promise-reader.ts';
import { defaultOpeningHours } from '#shared/time/opening-hours.ts';
import { instantOf } from '#shared/time/zoned-time.ts';
import { expectsReply, outgoingFacts } from '#shared/turns/message-facts.ts';
import { usualWarningAt } from '#shared/turns/warning-times.ts';

const zone = 'Europe/Amsterdam';
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const hours = ['00:10', '03:00', '08:00', '14:59', '23:30'];
const dates = ['2026-11-23', '2026-03-29', '2026-10-25', '2026-08-09', '2027-02-23', '2026-06-30'];
const moments = dates.flatMap((date) => hours.map((time) => instantOf(date, time, zone)));

const told = new Map(moments.map((now) => [now.getTime(), demoStories(now, 'small')]));

function storyNamed(now: Date, name: string): readonly StoryStep[] {
  const story = told.get(now.getTime())?.find((candidate) => candidate.name === name);
  if (!story) throw new Error(`no story ${name}`);
  return story.steps;
}

const promisesIn = (text: string, madeAt: Date): ReturnType<typeof readPromises> =>
  readPromises(text, { madeAt, hours: defaultOpeningHours, vagueMaxMs: dayMs });

function onlyPromise(steps: readonly StoryStep[]): { madeAt: Date; dueAt: Date } {
  const made = steps.flatMap((step) =>
    step.kind === 'agentReplies' ? promisesIn(step.text, step.at).map(({ dueAt }) => ({ madeAt: step.at, dueAt })) : [],
  );
  const [promise] = made;
  if (made.length !== 1 || !promise) throw new Error(`${String(made.length)} promises`);
  return promise;
}

describe('what waits in the demo, at any hour', () => {
  it.each(moments)('%s: a promise within its warning, due within the hour', (now) => {
    const { madeAt, dueAt } = onlyPromise(storyNamed(now, 'Bijna te laat'));
    expect(dueAt.getTime()).toBeGreaterThan(now.getTime() + 30 * minuteMs);
    expect(dueAt.getTime()).toBeLessThan(now.getTime() + 60 * minuteMs);
    expect(usualWarningAt({ fromAt: madeAt, dueAt }).getTime()).toBeLessThan(now.getTime());
  });

  it.each(moments)('%s: a promise missed two hours ago, with the customer asking again', (now) => {
    const steps = storyNamed(now, 'Twee uur te laat');
    const { dueAt } = onlyPromise(steps);
    expect(Math.round((now.getTime() - dueAt.getTime()) / minuteMs)).toBe(120);
    expect(steps.at(-1)?.kind).toBe('customerWrites');
    expect(steps.at(-1)?.at.getTime()).toBeGreaterThan(dueAt.getTime());
  });

  it.each(moments)('%s: something urgent, something grateful, something nobody has taken', (now) => {
    const [urgent] = storyNamed(now, 'Met spoed');
    expect(now.getTime() - (urgent?.at.getTime() ?? 0)).toBe(5 * minuteMs);
    const last = storyNamed(now, 'Bedankt!').at(-1);
    expect(last && 'text' in last && !expectsReply(last.text, false)).toBe(true);
    const mention = storyNamed(now, 'Nog van niemand');
    expect(mention.map(({ kind }) => kind)).toEqual(['customerWrites']);
    expect(mention[0]).toMatchObject({ channel: 'x', thread: 'fietsenstalling' });
  });

  it.each(moments)('%s: five working days were promised, the answer comes nine days later and late', (now) => {
    const steps = storyNamed(now, 'Binnen vijf werkdagen');
    const version = told
      .get(now.getTime())
      ?.flatMap((story) => story.steps)
      .find((step) => step.kind === 'setsAutoReply' && step.text.includes('vijf werkdagen'));
    const asked = steps[0];
    const answered = steps.find(({ kind }) => kind === 'agentReplies');
    if (version?.kind !== 'setsAutoReply' || !asked || !answered) throw new Error('the story is incomplete');
    expect(version.at.getTime()).toBeLessThan(asked.at.getTime());
    const [promise] = promisesIn(version.text, asked.at);
    expect(promise?.kind).toBe('explicit');
    expect(answered.at.getTime() - (promise?.dueAt.getTime() ?? 0)).toBeGreaterThan(dayMs / 2);
    expect(Math.round((answered.at.getTime() - asked.at.getTime()) / dayMs)).toBe(9);
  });

  it.each(moments)('%s: a promise for tomorrow before noon, kept', (now) => {
    const steps = storyNamed(now, 'Morgen voor 12:00');
    const { dueAt } = onlyPromise(steps);
    const answers = steps.filter(({ kind }) => kind === 'agentReplies');
    expect(answers).toHaveLength(2);
    expect(answers[1]?.at.getTime()).toBeLessThan(dueAt.getTime());
  });
});

describe('what the product will read in the stories', () => {
  const now = instantOf('2026-06-30', '14:59', zone);
  const steps = demoStories(now, 'full').flatMap((story) => story.steps);

  it('finds the chatbot three times and takes it for a machine', () => {
    const loop = storyNamed(now, 'In de lus van de chatbot').flatMap((step) =>
      step.kind === 'repliedElsewhere' ? [step] : [],
    );
    expect(loop).toHaveLength(3);
    for (const step of loop) {
      const readings = promisesIn(step.text, step.at);
      expect(readings.map(({ kind }) => kind)).toEqual(['vague']);
      expect(outgoingFacts(step.text, readings, false).automaticWording).toBe(true);
    }
  });

  it('finds automatic replies that change from vague to explicit', () => {
    const versions = steps.flatMap((step) => (step.kind === 'setsAutoReply' ? [step] : []));
    const kinds = (channel: string): string[] =>
      versions
        .filter((version) => version.channel === channel)
        .map((version) =>
          promisesIn(version.text, version.at)
            .map(({ kind }) => kind)
            .join(),
        );
    expect(kinds('whatsapp')).toEqual(['vague', 'explicit', 'explicit']);
    expect(kinds('messenger')).toEqual(['explicit', 'vague', 'explicit']);
  });

  it('finds no promise that nobody settles', () => {
    const open = new Map<string, string>();
    const inOrder = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const step of inOrder) {
      if (step.kind !== 'agentReplies' && step.kind !== 'repliedElsewhere') continue;
      const key = `${step.channel} ${step.thread ?? step.customer.id}`;
      const readings = promisesIn(step.text, step.at);
      if (readings.length > 0 && now.getTime() - step.at.getTime() > 3 * dayMs) open.set(key, step.text);
      else if (outgoingFacts(step.text, readings, false).substantive) open.delete(key);
    }
    expect([...open.values()]).toEqual([]);
  });

  it('takes every answer of an agent for a substantive one, but for the two that only promise', () => {
    const empty = steps.filter(
      (step) =>
        step.kind === 'agentReplies' && !outgoingFacts(step.text, promisesIn(step.text, step.at), false).substantive,
    );
    const texts = empty.map((step) => ('text' in step ? step.text : ''));
    expect(texts.filter((text) => !/Je hoort binnen \d+ uur van mij/u.test(text))).toEqual([]);
    expect(texts).toHaveLength(2);
  });
});
