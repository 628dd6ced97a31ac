import { addDays, instantOf, localDateOf, localTimeOf } from '#shared/time/zoned-time.ts';
import { ordinaryCustomer, type OrdinaryLanguage } from './ordinary-customer.ts';
import type { OrdinaryExchange, OrdinaryMood } from './ordinary-exchange.ts';
import { answerAt, arrivalAt, whenAtWork } from './ordinary-rhythm.ts';
import { createWording, ordinaryTextsIn, type Wording } from './ordinary-wording.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';
import type { Story, StoryPlace, StoryStep } from './story.ts';
import { minutesBefore, storyZone } from './story-time.ts';

/** How much ordinary traffic: conversations spread over the local days up to and including today. */
export type TrafficSize = { readonly conversations: number; readonly days: number };

const seed = 20_160_813;
const hourMs = 3_600_000;
const lateAfterMs = 6 * hourMs;
const forgottenAfterDays = 3;

const moods: readonly OrdinaryMood[] = ['question', 'happy', 'worried', 'disappointed', 'angry', 'ironic'];
const moodWeights = [41, 11, 14, 14, 13, 7];
const agents = ['sanne@demo.nl', 'youssef@demo.nl', 'marit@demo.nl'] as const;
const agentWeights = [45, 40, 15];

const places: readonly Pick<Scene, 'channel' | 'isPublic'>[] = [
  { channel: 'whatsapp', isPublic: false },
  { channel: 'messenger', isPublic: false },
  { channel: 'x', isPublic: true },
  { channel: 'x', isPublic: false },
];
const placeWeights = [38, 32, 20, 10];

type Scene = {
  readonly random: SeededRandom;
  readonly now: Date;
  readonly channel: StoryPlace['channel'];
  readonly isPublic: boolean;
  readonly language: OrdinaryLanguage;
  readonly place: StoryPlace;
  readonly exchange: OrdinaryExchange;
  readonly wording: Wording;
  readonly agent: string;
};

/** Everyday conversations up to a minute before `now`, the same for the same `now`; what lies later has not happened yet. */
export function ordinaryTraffic(now: Date, size: TrafficSize): Story {
  const endsAt = minutesBefore(now, 1).getTime();
  const steps = Array.from({ length: size.conversations }, (_, index) => conversation(now, size.days, index))
    .flat()
    .filter((step) => step.at.getTime() < endsAt);
  return { name: 'Gewoon verkeer', steps };
}

function conversation(now: Date, days: number, index: number): StoryStep[] {
  const random = createSeededRandom(seed + index * 7_919);
  let openedAt = arrivalAt(random, now, days);
  while (openedAt.getTime() > minutesBefore(now, 12).getTime()) openedAt = arrivalAt(random, now, days);
  return tell(sceneOf(random, now, index), openedAt);
}

function sceneOf(random: SeededRandom, now: Date, index: number): Scene {
  const { channel, isPublic } = places[random.weighted(placeWeights)] ?? { channel: 'whatsapp', isPublic: false };
  const language: OrdinaryLanguage = random.chance(0.15) ? 'en' : 'nl';
  const customer = ordinaryCustomer(random, channel, language, index);
  return {
    random,
    now,
    channel,
    isPublic,
    language,
    place: isPublic ? { channel, customer, thread: `gewoon-${String(index)}` } : { channel, customer },
    exchange: exchangeFor(random, language, isPublic),
    wording: createWording({ random, language, customer, isPublic }),
    agent: agents[random.weighted(agentWeights)] ?? agents[0],
  };
}

function exchangeFor(random: SeededRandom, language: OrdinaryLanguage, isPublic: boolean): OrdinaryExchange {
  const fitting = ordinaryTextsIn(language).exchanges.filter(
    (exchange) => exchange.where === 'both' || (exchange.where === 'public') === isPublic,
  );
  const mood = moods[random.weighted(moodWeights)];
  const inMood = fitting.filter((exchange) => exchange.mood === mood);
  return random.pick(inMood.length > 0 ? inMood : fitting);
}

function tell(scene: Scene, openedAt: Date): StoryStep[] {
  const { random, place, wording, exchange, now, agent } = scene;
  const opening = wording.opening(random.pick(exchange.openings), openedAt);
  const steps: StoryStep[] = [{ ...place, kind: 'customerWrites', at: openedAt, text: opening }];
  const fate = random.next();
  const isRecent = now.getTime() - openedAt.getTime() < forgottenAfterDays * 24 * hourMs;
  if (fate < 0.12 && isRecent) return steps;
  if (fate > 0.97) {
    const at = answerAt(random, openedAt, scene.channel);
    const reason = random.pick(['Klant is intussen aan de balie geholpen.', 'Dubbel bericht, per mail al beantwoord.']);
    return [...steps, { ...place, kind: 'closes', by: agent, at, reason }];
  }
  const mayPromise = exchange.promised !== undefined && !scene.isPublic && scene.channel !== 'whatsapp';
  const told = mayPromise && random.chance(0.75) ? promisedAnswer(scene, openedAt) : plainAnswer(scene, openedAt);
  return [...steps, ...told];
}

function plainAnswer(scene: Scene, openedAt: Date): StoryStep[] {
  const { random, place, exchange, channel, agent } = scene;
  const at = answerAt(random, openedAt, channel);
  const waitedMs = at.getTime() - openedAt.getTime();
  const steps: StoryStep[] = [];
  if (waitedMs > 3 * hourMs && random.chance(0.3)) {
    const chasedAt = minutesBefore(openedAt, (-waitedMs / 60_000) * (0.35 + 0.45 * random.next()));
    const sleeps = localTimeOf(chasedAt, storyZone) < '07:00';
    if (!sleeps) steps.push({ ...place, kind: 'customerWrites', at: chasedAt, text: chaserOf(scene) });
  }
  if (random.chance(0.12)) steps.push({ ...place, kind: 'claims', by: agent, at: minutesBefore(at, 2) });
  const text = random.pick(exchange.answers);
  steps.push(answerStep(scene, { at, text, late: waitedMs > lateAfterMs }));
  return [...steps, ...afterwards(scene, at)];
}

function chaserOf({ random, language, isPublic }: Scene): string {
  const text = random.pick(ordinaryTextsIn(language).chasers);
  return isPublic ? `@DeKraaienhof ${text}` : text;
}

/** Mostly here, now and then from the platform's own inbox. */
function answerStep(scene: Scene, answer: { at: Date; text: string; late: boolean }): StoryStep {
  const { place, wording, agent, random } = scene;
  const text = wording.answer(answer.text, agent, answer.late);
  if (random.chance(0.07)) return { ...place, kind: 'repliedElsewhere', at: answer.at, text };
  return { ...place, kind: 'agentReplies', by: agent, at: answer.at, text };
}

/** A promise of tomorrow with a time, and the answer: three times out of four in time. */
function promisedAnswer(scene: Scene, openedAt: Date): StoryStep[] {
  const { random, place, exchange, wording, channel, agent } = scene;
  const promisedAt = answerAt(random, openedAt, channel);
  const late = promisedAt.getTime() - openedAt.getTime() > lateAfterMs;
  const promise = wording.answer(exchange.promised ?? '', agent, late);
  const dueDate = addDays(localDateOf(promisedAt, storyZone), 1);
  const kept = random.chance(0.75);
  const from = instantOf(dueDate, kept ? '10:10' : '16:20', storyZone);
  const seconds = random.between(0, (kept ? 90 : 300) * 60);
  const settledAt = whenAtWork(random, new Date(from.getTime() + seconds * 1_000));
  return [
    { ...place, kind: 'agentReplies', by: agent, at: promisedAt, text: promise },
    answerStep(scene, { at: settledAt, text: random.pick(exchange.answers), late: !kept }),
    ...afterwards(scene, settledAt),
  ];
}

/** What follows an answer: one more question, thanks, closing. */
function afterwards(scene: Scene, answeredAt: Date): StoryStep[] {
  const { random, place, exchange, wording, channel, language, agent } = scene;
  const steps: StoryStep[] = [];
  let lastAt = answeredAt;
  if (exchange.more && random.chance(0.4)) {
    const [question, text] = exchange.more;
    const askedAt = minutesBefore(lastAt, -random.between(3, 40));
    lastAt = answerAt(random, askedAt, channel);
    steps.push({ ...place, kind: 'customerWrites', at: askedAt, text: wording.fill(question) });
    steps.push(answerStep(scene, { at: lastAt, text, late: lastAt.getTime() - askedAt.getTime() > lateAfterMs }));
  }
  if (random.chance(0.38)) {
    lastAt = minutesBefore(lastAt, -random.between(1, 50));
    steps.push({ ...place, kind: 'customerWrites', at: lastAt, text: random.pick(ordinaryTextsIn(language).thanks) });
  }
  if (random.chance(0.2)) steps.push({ ...place, kind: 'closes', by: agent, at: minutesBefore(lastAt, -5) });
  return steps;
}
