import { demoStories } from '#server/demo/demo-stories.ts';
import { stepsInOrder } from '#server/demo/story.ts';
const now = new Date('2026-11-23T12:31:00Z');
const steps = stepsInOrder(demoStories(now, 'full'));
const by: Record<string, number> = {};
for (const s of steps) by[s.kind] = (by[s.kind] ?? 0) + 1;
console.log(steps.length, by, stepsInOrder(demoStories(now, 'small')).length);
const conv = new Map<string, string[]>();
for (const s of demoStories(now,'full').find(x=>x.name==='Gewoon verkeer')!.steps) {
  if (s.kind === 'setsAutoReply') continue;
  const k = s.channel + ' ' + (s.thread ?? s.customer.name);
  conv.set(k, [...(conv.get(k) ?? []), `  ${s.at.toISOString()} ${s.kind} ${'text' in s ? s.text : ''}`]);
}
let n=0; for (const [k, v] of conv) { if (n++ % 9 === 0) console.log(k + '\n' + v.join('\n')); }
