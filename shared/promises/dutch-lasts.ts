import { commitment, mentions } from './clause-view.ts';
import type { ClauseView, CommitmentRule } from './clause-view.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

const lastsFor = is.receive | is.answer | is.tell;
const lastsBefore = wordSet('voordat eer');
const takesTime = wordSet('duren duurt');
const ours = is.self | is.customer | is.yours | is.goods | is.have;
const waits = wordSet('wachten');
const handling = wordSet('behandeling afhandeling beantwoording verwerking beoordeling');
const processing = wordSet(
  'verwerkingstijd verwerkingstermijn doorlooptijd behandeltijd behandeltermijn beslistermijn beslissingstermijn afhandeltijd afhandeltermijn terugziet',
);

/** "De behandeling van uw klacht duurt …" */
function isHandling(view: ClauseView): boolean {
  return mentions(view, handling) && mentions(view, takesTime) && (view.classes & is.yours) !== 0;
}

const costs = wordSet('kost kosten');
const towardsUs = wordSet('ons mij me');

/** "Het uitzoeken kost ons twee dagen". */
function costsUs(view: ClauseView): boolean {
  return mentions(view, costs) && mentions(view, towardsUs) && (view.classes & is.act) !== 0;
}

function isForUsOrYou(view: ClauseView): boolean {
  return (view.classes & lastsFor) !== 0 || (mentions(view, lastsBefore) && (view.classes & ours) !== 0);
}

/** "Het kan 5 dagen duren voor u antwoord krijgt", "een reactie kan op zich laten wachten". */
export const dutchLastsRule: CommitmentRule = (view) => {
  if (view.time === 'none') return null;
  if (mentions(view, processing) || isHandling(view)) return commitment(view, 'processing', { act: 'action' });
  const lasts = mentions(view, takesTime) && isForUsOrYou(view);
  const delayed = mentions(view, waits) && (view.classes & is.answer) !== 0 && (view.classes & is.modal) !== 0;
  if (!lasts && !delayed && !costsUs(view)) return null;
  return commitment(view, 'lastsUntil', { act: view.classes & (is.answer | is.tell) ? 'reply' : 'action' });
};
