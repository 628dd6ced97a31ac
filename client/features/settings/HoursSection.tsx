import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { HoursScopeInput, HoursSection_ScopesQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { readingAgain } from '#client/lib/reading-again.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { HolidaysCard } from './HolidaysCard.tsx';
import { HoursYear } from './HoursYear.tsx';
import { HoursScopesDocument } from './hours-documents.ts';
import { OtherwiseDueDialog } from './OtherwiseDueDialog.tsx';
import { SpecialDaysCard } from './SpecialDaysCard.tsx';
import { TeamsCard } from './TeamsCard.tsx';
import { useHours } from './use-hours.ts';
import { WeekEditor } from './WeekEditor.tsx';
import { WeekHistory } from './WeekHistory.tsx';

type Scopes = HoursSection_ScopesQuery;

function scopeInput(value: string): HoursScopeInput {
  const [kind, id = ''] = value.split(':');
  if (kind === 'team') return { teamId: id };
  return kind === 'account' ? { accountId: id } : {};
}

function ScopeChoice({
  scopes,
  value,
  onChange,
}: {
  readonly scopes: Scopes;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <label className="field hours-scope">
      <span className="field__label">{t.hours.whose}</span>
      <select
        className="input"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        <option value="brand">{t.hours.brand}</option>
        {scopes.teams.map((team) => (
          <option key={team.id} value={`team:${team.id}`}>
            {t.hours.teamOption(team.name)}
          </option>
        ))}
        {scopes.channelAccounts.map((account) => (
          <option key={account.id} value={`account:${account.id}`}>
            {account.channel.label} · {account.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function ScopeHours({ scopeKey }: { readonly scopeKey: string }) {
  const { t } = useLanguage();
  const scope = scopeInput(scopeKey);
  const state = useHours(scope);
  const { setup, reachBack } = state;
  if (state.failed) return <ErrorState onRetry={state.refetch} />;
  if (!setup) return <Skeleton blocks={4} />;
  return (
    <>
      {state.problem === null ? null : <Notice tone="bad">{state.problem}</Notice>}
      {reachBack ? (
        <Notice tone="warn">
          <p>{reachBack.text}</p>
          <button type="button" className="button button--small" onClick={reachBack.accept}>
            <Icon name="check" size={14} /> {t.hours.pastMeant}
          </button>
        </Notice>
      ) : null}
      <WeekEditor key={setup.weeks.map(({ id }) => id).join(' ')} scope={scope} setup={setup} state={state} />
      <WeekHistory setup={setup} state={state} />
      <SpecialDaysCard scope={scope} setup={setup} state={state} />
      <HolidaysCard setup={setup} state={state} editable={scopeKey === 'brand'} />
      <HoursYear hours={setup.effective} />
      {state.otherwiseDue.length > 0 ? <OtherwiseDueDialog promises={state.otherwiseDue} onClose={state.keep} /> : null}
    </>
  );
}

/** Opening hours of the organisation, its teams and channels: week, special days, holidays and what the year looks like. */
export function HoursSection() {
  const { t } = useLanguage();
  const [scopeKey, setScopeKey] = useState('brand');
  const { data, error, refetch } = useQuery(HoursScopesDocument);
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={4} />;
  return (
    <section className="hours" aria-labelledby="hours-title">
      <h2 id="hours-title">{t.hours.title}</h2>
      <p className="muted page__intro">{t.hours.intro}</p>
      <ScopeChoice scopes={data} value={scopeKey} onChange={setScopeKey} />
      <ScopeHours key={scopeKey} scopeKey={scopeKey} />
      <TeamsCard teams={data.teams} users={data.users} accounts={data.channelAccounts} />
    </section>
  );
}
