import { commitment, mentions } from './clause-view.ts';
import type { CommitmentRule } from './clause-view.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

const ourGoal = wordSet('streven doel belofte streeftijd');
const ourPlan =
  /\b(?:(?:plan|bedoeling|planning|insteek) is|is (?:het|ons|de|onze) (?:plan|bedoeling|planning|insteek)) (?:om|dat)\b/;
/** "Ons streven is u morgen te antwoorden", "het plan is om vrijdag …". */
export const goalRule: CommitmentRule = (view) =>
  view.time !== 'none' &&
  (mentions(view, ourGoal) || ourPlan.test(view.plain)) &&
  view.classes & (is.tell | is.answer | is.act)
    ? commitment(view, 'goal')
    : null;

/** "Geef ons een dag om te antwoorden". */
export const grantRule: CommitmentRule = (view) =>
  view.time !== 'none' &&
  /^(?:geef|gun)$/.test(view.words[0]?.text ?? '') &&
  view.words[1]?.text === 'ons' &&
  view.classes & (is.tell | is.answer | is.act)
    ? commitment(view, 'grantTime')
    : null;
