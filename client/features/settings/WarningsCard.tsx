import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { WarningRules_RulesFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { WarningDialog } from './WarningDialog.tsx';
import { WarningRulesDocument } from './warning-documents.ts';
import { leadInWords, warnedSubjects } from './warning-leads.ts';

type Rules = WarningRules_RulesFragment;

function RulesCard({
  rules,
  alone,
  onEdit,
}: {
  readonly rules: Rules;
  readonly alone: boolean;
  readonly onEdit: () => void;
}) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const channel = rules.channel?.label ?? (alone ? t.settings.everyChannel : t.settings.allChannels);
  const name = `${channel}, ${t.visibility[rules.visibility]}`;
  // The usual warning holds since always: nobody set it.
  const isUsual = Date.parse(rules.validFrom) === 0;
  return (
    <li className="card warning-rules">
      <div className="warning-rules__head">
        <h3>{name}</h3>
        <button
          type="button"
          className="button button--small"
          aria-label={`${t.settings.change}: ${t.warnings.title}, ${name}`}
          onClick={onEdit}
        >
          <Icon name="pen" size={14} /> {t.settings.change}
        </button>
      </div>
      <dl className="warning-rules__leads">
        {warnedSubjects.map((subject) => (
          <div key={subject}>
            <dt>{t.warnings.subjects[subject]}</dt>
            <dd>{rules[subject].map((lead) => leadInWords(lead, t, language)).join(t.warnings.and)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">
        {isUsual ? t.warnings.usual : t.settings.versionSince(dates.moment(rules.validFrom, now))}
      </p>
    </li>
  );
}

/** When people are warned before a norm or promise is missed. */
export function WarningsCard() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(WarningRulesDocument);
  const [edited, setEdited] = useState<{ readonly rules: Rules; readonly isNew: boolean } | null>(null);
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={2} />;
  const channels = new Map(data.channelAccounts.map(({ channel }) => [channel.name, channel.label]));
  const [general] = data.warningRules;
  const alone = data.warningRules.every(({ channel }) => channel === null);
  return (
    <section aria-labelledby="warnings-title">
      <h2 id="warnings-title">{t.warnings.title}</h2>
      <p className="muted page__intro">{t.warnings.intro}</p>
      <ul className="warning-list">
        {data.warningRules.map((rules) => (
          <RulesCard
            key={rules.id}
            rules={rules}
            alone={alone}
            onEdit={() => {
              setEdited({ rules, isNew: false });
            }}
          />
        ))}
      </ul>
      {general ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            setEdited({ rules: general, isNew: true });
          }}
        >
          <Icon name="plus" /> {t.warnings.addRules}
        </button>
      ) : null}
      {edited === null ? null : (
        <WarningDialog
          {...edited}
          channels={channels}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </section>
  );
}
