import { useQuery } from '@apollo/client/react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { riskIcons } from '#client/ui/RiskBadge.tsx';
import { InboxCountsDocument } from './inbox-documents.ts';

const waitingRisks = ['missed', 'dueSoon', 'waiting'] as const;

/** How many customers wait, by risk: as words with numbers, and as a bar whose parts have the width of the numbers. */
export function RiskCounts() {
  const { t } = useLanguage();
  const { data } = useQuery(InboxCountsDocument);
  if (!data) return <div className="counts counts--loading" />;
  const counts = data.inboxCounts;
  const total = counts.missed + counts.dueSoon + counts.waiting;
  if (total === 0) {
    return (
      <p className="counts counts--none">
        <Icon name="calm" /> {t.inbox.nobodyWaits}
      </p>
    );
  }
  return (
    <div className="counts" role="group" aria-label={t.inbox.counts}>
      <ul className="counts__legend">
        {waitingRisks.map((risk) => (
          <li key={risk} className={`counts__item counts__item--${risk}`} data-none={counts[risk] === 0}>
            <Icon name={riskIcons[risk]} size={15} />
            <strong>{counts[risk]}</strong> <span>{t.risk[risk]}</span>
          </li>
        ))}
      </ul>
      <div className="counts__bar" aria-hidden>
        {waitingRisks.map((risk) => (
          <span
            key={risk}
            className={`counts__part counts__part--${risk}`}
            style={{ flexGrow: counts[risk] }}
            hidden={counts[risk] === 0}
          />
        ))}
      </div>
    </div>
  );
}
