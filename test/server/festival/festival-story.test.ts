import { beforeAll, describe, expect, it } from 'vitest';
import { festivalStory } from '#server/demo/festival-story.ts';
import { passTimeUntil, replayStories } from '#server/demo/replay-stories.ts';
import { stepsInOrder } from '#server/demo/story.ts';
import { createTestApp, type TestApp } from '#test/support/test-app.ts';
import { festivalQuery, type FestivalAnswer, type FestivalView } from './festival-query.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

// Amsterdam lies two hours ahead of UTC in July and August 2016.
const asked = '2016-07-21T08:12:00.000Z';
const firstInstantReply = '2016-07-21T08:12:04.000Z';
const firstDue = '2016-07-22T08:12:04.000Z';
const secondInstantReply = '2016-08-12T07:40:03.000Z';
const refused = '2016-08-12T11:25:00.000Z';

async function look(test: TestApp): Promise<{ conversation: FestivalView; alerts: FestivalAnswer['alerts']['nodes'] }> {
  const viewer = test.world.users.get('marit@demo.nl');
  if (!viewer) throw new Error('no lead');
  const answer = (await test.world.execute(viewer, festivalQuery, {})) as FestivalAnswer;
  const [conversation] = answer.conversations.nodes;
  if (!conversation) throw new Error('the festival conversation is missing');
  return { conversation, alerts: answer.alerts.nodes };
}

describe('the festival case, to the minute', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp(new Date('2016-07-01T08:00:00Z'));
    await replayStories(test.world, stepsInOrder([festivalStory]).slice(0, 2));
  });

  it('reads "z.s.m." as a vague promise with the house meaning of that day', async () => {
    const { conversation } = await look(test);
    expect(conversation.promises).toHaveLength(1);
    const [promise] = conversation.promises;
    expect(promise).toMatchObject({ kind: 'vague', act: 'reply', madeBy: 'autoReply', state: 'open' });
    expect(promise?.wording.text).toBe('z.s.m.');
    expect(promise?.madeAt).toBe(firstInstantReply);
    expect(promise?.dueAt).toBe(firstDue);
    expect(conversation.clock).toMatchObject({ state: 'running' });
    expect(conversation.riskAt).toBe('2016-07-22T08:12:00.000Z');
    expect(conversation.messages.nodes.map((message) => message.authorGuessed)).toEqual([false, true]);
  });

  it('warns before the promise runs out, and only then', async () => {
    await passTimeUntil(test.world, new Date('2016-07-22T04:12:03.000Z'));
    expect((await look(test)).alerts).toEqual([]);
    await passTimeUntil(test.world, new Date('2016-07-22T04:12:05.000Z'));
    const { alerts, conversation } = await look(test);
    expect(alerts.map(({ kind, at }) => [kind, at])).toEqual([['promiseDueSoon', '2016-07-22T04:12:04.000Z']]);
    expect(conversation.risk).toBe('dueSoon');
  });

  it('records the miss at its deadline, whenever it is swept', async () => {
    await passTimeUntil(test.world, new Date('2016-07-25T10:00:00.000Z'));
    const { alerts, conversation } = await look(test);
    expect(conversation.risk).toBe('missed');
    expect(conversation.promises[0]?.state).toBe('missed');
    expect(conversation.promises[0]?.lateByMs).toBe(Date.parse('2016-07-25T10:00:00.000Z') - Date.parse(firstDue));
    expect(alerts.find(({ kind }) => kind === 'promiseMissed')).toMatchObject({
      at: firstDue,
      settled: false,
    });
    expect(alerts.find(({ kind }) => kind === 'promiseDueSoon')?.settled).toBe(true);
  });
});

describe('the festival case, once it is over', () => {
  let test: TestApp;
  let view: Awaited<ReturnType<typeof look>>;

  beforeAll(async () => {
    test = await createTestApp(new Date('2016-07-01T08:00:00Z'));
    await replayStories(test.world, stepsInOrder([festivalStory]));
    await passTimeUntil(test.world, new Date('2016-08-14T08:00:00.000Z'));
    view = await look(test);
  });

  it('keeps the first miss with its lateness in days, and the second promise on top of it', () => {
    const [second, first] = view.conversation.promises;
    expect(first).toMatchObject({ state: 'missed', onTopOfMissed: false });
    expect(first?.settledAt).toBe(refused);
    expect(first?.lateByMs).toBe(Date.parse(refused) - Date.parse(firstDue));
    expect(Math.floor((first?.lateByMs ?? 0) / day)).toBe(21);
    expect(second).toMatchObject({ state: 'kept', onTopOfMissed: true, madeBy: 'autoReply', lateByMs: null });
    expect(second?.madeAt).toBe(secondInstantReply);
    expect(second?.dueAt).toBe('2016-08-13T07:40:03.000Z');
  });

  it('raises an alert for the same instant reply on top of a missed promise', () => {
    const alert = view.alerts.find(({ kind }) => kind === 'repeatedAutoReply');
    expect(alert?.at).toBe(secondInstantReply);
    expect(view.alerts.every(({ settled }) => settled)).toBe(true);
  });

  it('shows both clocks of both waiting turns; no instant reply stops one', () => {
    const [second, first] = view.conversation.clocks;
    expect(first?.startedAt).toBe(asked);
    expect(first?.stoppedAt).toBe(refused);
    expect(first).toMatchObject({ state: 'answered', stoppedBy: 'outsideUnknown', missed: true });
    expect(first?.calendarMs).toBe(22 * day + 3 * hour + 13 * minute);
    // 21 July from 10:12 (6 h 48), fifteen working days of 8 hours, 12 August until 13:25 (4 h 25).
    expect(first?.openHoursMs).toBe(6 * hour + 48 * minute + 15 * 8 * hour + 4 * hour + 25 * minute);
    expect(second).toMatchObject({ state: 'answered', missed: false });
    expect(second?.calendarMs).toBe(18 * hour + 13 * minute);
  });

  it('counts six contact moments before the first real answer', () => {
    expect(view.conversation.contact.journey.momentsBeforeAnswer).toBe(6);
    expect(view.conversation.contact.journey.firstContactAt).toBe('2016-07-06T12:30:00.000Z');
    expect(view.conversation.contact.journey.answeredAt).toBe(refused);
    expect(view.conversation.contact.journey.firstTimeFix).toBe(false);
    const numbered = view.conversation.contact.timeline.filter(({ momentNumber }) => momentNumber !== null);
    expect(numbered.map(({ momentNumber, moment }) => [momentNumber, moment?.kind ?? 'message'])).toEqual([
      [1, 'call'],
      [2, 'email'],
      [3, 'email'],
      [4, 'message'],
      [5, 'call'],
      [6, 'message'],
      [7, 'message'],
    ]);
  });

  it('marks disappointment, waiting, repeated contact, feeling unimportant and the wish on the very words', () => {
    const customers = view.conversation.messages.nodes.filter(({ authorKind }) => authorKind === 'customer');
    const [request, complaint] = customers;
    expect(request?.wish?.text).toContain('iets bijzonders voor de bruid');
    const marked = new Map(complaint?.cues.map(({ code, spans }) => [code, spans.map(({ text }) => text)]));
    expect(marked.get('disappointment')).toContain('teleurgesteld');
    expect(marked.get('waiting')?.join(' ')).toContain('nooit antwoord');
    expect(marked.get('repeat_contact')?.join(' ')).toContain('gebeld, gemaild');
    expect(marked.get('unimportant')?.join(' ')).toContain('niet belangrijk');
  });
});

describe('the festival case, at the moment an agent could still save it', () => {
  let test: TestApp;
  let conversation: FestivalView;

  beforeAll(async () => {
    test = await createTestApp(new Date('2016-07-01T08:00:00Z'));
    const before = stepsInOrder([festivalStory]).filter((step) => step.at.getTime() < Date.parse(refused));
    await replayStories(test.world, before);
    await passTimeUntil(test.world, new Date('2016-08-12T10:00:00.000Z'));
    ({ conversation } = await look(test));
  });

  it('knows how late we are, how often she came back and what she wishes', () => {
    expect(conversation.draftBasis).toMatchObject({ late: true, promiseState: 'missed', contactMoments: 6 });
    expect(conversation.draftBasis.wish).toContain('iets bijzonders voor de bruid');
    expect(conversation.topCues.map(({ code }) => code)).toContain('disappointment');
  });

  it('offers three replies for a missed promise', () => {
    expect(conversation.suggestedReplies).toHaveLength(3);
    expect(conversation.suggestedReplies.every(({ templateId }) => templateId.startsWith('missed.'))).toBe(true);
  });
});
