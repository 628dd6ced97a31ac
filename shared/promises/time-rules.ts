import { clockRules } from './clock-rules.ts';
import { dateRules } from './date-rules.ts';
import { dayRules } from './day-rules.ts';
import { durationRules } from './duration-rules.ts';
import { periodRules } from './period-rules.ts';
import type { TimeRule } from './time-expression.ts';
import { vagueRules } from './vague-rules.ts';

/** All time rules of the grammar. */
export const timeRules: readonly TimeRule[] = [
  ...durationRules,
  ...dayRules,
  ...dateRules,
  ...periodRules,
  ...clockRules,
  ...vagueRules,
];
