import { commitment, mentions } from './clause-view.ts';
import type { ClauseView, Commitment, CommitmentRule } from './clause-view.ts';
import { isPolicy } from './dutch-redress.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

const expectWords = wordSet('verwachten verwacht tegemoetzien tegemoet rekenen reken ontvangen krijgen');
const countsOn = wordSet('erop');

const mayExpect = wordSet('verwachten tegemoetzien');

/** "Je mag een reactie van onze penningmeester verwachten." */
export const expectsUndatedRule: CommitmentRule = (view): Commitment | null => {
  if (view.time !== 'none' || view.classes & is.self) return null;
  const told = (view.classes & (is.answer | is.call)) !== 0 && (view.classes & is.customer) !== 0;
  if (!told || !mentions(view, mayExpect) || !(view.classes & is.modal) || isPolicy(view)) return null;
  return view.classes & is.outsider ? null : commitment(view, 'expect', { alone: true });
};

/** "Reken op twee dagen", "je kunt erop rekenen dat …". */
function countsOnIt(view: ClauseView): boolean {
  return view.words.some(
    ({ text }, index) =>
      (text === 'reken' && (view.words[index + 1]?.text ?? 'op') === 'op') ||
      (text === 'rekenen' && mentions(view, countsOn)),
  );
}

/** "U kunt binnen een dag een reactie verwachten", "verwacht morgen bericht". */
export const expectRule: CommitmentRule = (view) => {
  if (view.time === 'none' || view.classes & is.self || !mentions(view, expectWords)) return null;
  if (countsOnIt(view)) return commitment(view, 'expect');
  if (/^verwacht (?:ons|mij|me)$/.test(view.plain) && view.time === 'explicit')
    return commitment(view, 'visit', { act: 'action' });
  return allowsToExpect(view) ? commitment(view, 'expect') : null;
};

function allowsToExpect(view: ClauseView): boolean {
  if (!(view.classes & (is.answer | is.goods | is.call))) return false;
  if (/^(?:verwacht|reken)$/.test(view.words[0]?.text ?? '')) return true;
  return (view.classes & is.customer) !== 0 && (view.classes & (is.modal | is.will)) !== 0;
}
