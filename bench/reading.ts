import { analyse } from '#shared/emotion/cues.ts';
import { readPromises } from '#shared/promises/promise-reader.ts';
import { checkDraft } from '#shared/replies/draft-check.ts';
import { contextOfInput } from '#shared/replies/check-input.ts';
import { defaultOpeningHours } from '#shared/time/opening-hours.ts';

import type { Bench } from './bench.ts';
import { median, spread } from './statistics.ts';
import { customerTexts, replyTexts } from './texts.data.ts';

const texts = 20_000;
const firstMoment = Date.UTC(2026, 10, 24, 9);
const vagueMaxMs = 86_400_000;

/** A text of the list, never the same twice, so that nothing can be remembered whole. */
function textAt(list: readonly string[], index: number): string {
  return `${list[index % list.length] ?? ''} (${String(index)})`;
}

/** Calls a second on one core, in the rounds that count: the first warms up. */
function rates(rounds: number, read: (index: number) => void): number[] {
  return Array.from({ length: rounds + 1 }, (_, round) => {
    const from = performance.now();
    for (let index = 0; index < texts; index += 1) read(round * texts + index);
    return (texts * 1000) / (performance.now() - from);
  }).slice(1);
}

/** How many texts a second one core reads: promises in replies, cues in messages, and drafts held against the message that they answer. */
export const reading: Bench = ({ rounds }) => {
  const measured = {
    read_promises_per_second: rates(rounds, (index) => {
      const madeAt = new Date(firstMoment + index * 1000);
      readPromises(textAt(replyTexts, index), { madeAt, hours: defaultOpeningHours, vagueMaxMs });
    }),
    read_cues_per_second: rates(rounds, (index) => {
      analyse(textAt(customerTexts, index));
    }),
    check_drafts_per_second: rates(rounds, (index) => {
      const draft = textAt(replyTexts, index);
      checkDraft(draft, contextOfInput({ draft, customer: textAt(customerTexts, index) }));
    }),
  };
  return Promise.resolve({
    figures: Object.entries(measured).map(([name, values]) => ({ name, kind: 'per_second', value: median(values) })),
    details: Object.entries(measured).map(([name, values]) => `${name}: ${spread(values)} in ${String(rounds)} rounds`),
  });
};
