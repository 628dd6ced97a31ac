import type { ClauseView, Commitment, GatedRule } from './clause-view.ts';
import { dutchRules } from './dutch-commitments.ts';
import { englishRules } from './english-commitments.ts';
import type { PromiseLanguage } from './promise-reading.ts';

type RulesByTime = Readonly<Record<ClauseView['time'], readonly GatedRule[]>>;

/** A clause without a time tries a third of the rules. */
function byTime(rules: readonly GatedRule[]): RulesByTime {
  return {
    none: rules.filter(({ when }) => when === 'always'),
    vague: rules.filter(({ when }) => when !== 'explicit'),
    explicit: rules,
  };
}

const rulesOf: Readonly<Record<PromiseLanguage, RulesByTime>> = { nl: byTime(dutchRules), en: byTime(englishRules) };

/** What a clause commits us to in a language: the first rule that finds something; null = nothing. */
export function findCommitment(view: ClauseView, language: PromiseLanguage): Commitment | null {
  if (view.words.length === 0) return null;
  for (const { rule, needs } of rulesOf[language][view.time]) {
    if (needs !== 0 && (view.classes & needs) === 0) continue;
    const found = rule(view);
    if (found) return found;
  }
  return null;
}
