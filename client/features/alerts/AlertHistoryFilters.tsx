import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import type { AlertKind } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import type { HistoryChoice } from './alert-course.ts';
import { AlertReadersDocument } from './alert-documents.ts';

type FiltersProps = {
  readonly choice: HistoryChoice;
  readonly today: string;
  readonly onChange: (change: Partial<HistoryChoice>) => void;
};

const kinds = [
  'promiseDueSoon',
  'promiseMissed',
  'normDueSoon',
  'normMissed',
  'repeatedAutoReply',
  'channelTrouble',
] as const satisfies AlertKind[];
const progresses = ['unread', 'read', 'settled'] as const;

function DayField({
  label,
  value,
  max,
  onDay,
}: {
  readonly label: string;
  readonly value: string;
  readonly max: string;
  readonly onDay: (day: string) => void;
}) {
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <input
        type="date"
        className="input input--small"
        value={value}
        max={max}
        onChange={(event) => {
          // An unfinished date is empty: the last one stays until there is a new one.
          if (event.target.value !== '') onDay(event.target.value);
        }}
      />
    </label>
  );
}

function ChoiceField<T extends string>({
  label,
  value,
  all,
  values,
  onChoose,
  nameOf,
}: {
  readonly label: string;
  readonly value: T | null;
  /** What no choice is called. */
  readonly all: string;
  readonly values: readonly T[];
  readonly onChoose: (value: T | null) => void;
  readonly nameOf: (value: T) => ReactNode;
}) {
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <select
        className="input input--small"
        value={value ?? ''}
        onChange={(event) => {
          onChoose(values.find((each) => each === event.target.value) ?? null);
        }}
      >
        <option value="">{all}</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which alerts are shown: days, kind, how far they came and whom they were told to. */
export function AlertHistoryFilters({ choice, today, onChange }: FiltersProps) {
  const { t } = useLanguage();
  const { data } = useQuery(AlertReadersDocument);
  const users = (data?.users ?? []).filter(({ role }) => role !== 'marketing');
  const nameOf = new Map(users.map(({ id, name }) => [id, name]));
  return (
    <div className="report__filters">
      <DayField
        label={t.report.from}
        value={choice.from}
        max={choice.to}
        onDay={(from) => {
          onChange({ from });
        }}
      />
      <DayField
        label={t.report.to}
        value={choice.to}
        max={today}
        onDay={(to) => {
          onChange({ to });
        }}
      />
      <ChoiceField
        label={t.alertHistory.kind}
        value={choice.kind}
        all={t.alertHistory.allKinds}
        values={kinds}
        nameOf={(kind) => t.alerts.kinds[kind]}
        onChoose={(kind) => {
          onChange({ kind });
        }}
      />
      <ChoiceField
        label={t.alertHistory.progress}
        value={choice.progress}
        all={t.alertHistory.allProgress}
        values={progresses}
        nameOf={(progress) => t.alertHistory.progresses[progress]}
        onChoose={(progress) => {
          onChange({ progress });
        }}
      />
      <ChoiceField
        label={t.alertHistory.told}
        value={choice.toldUserId}
        all={t.alertHistory.everybody}
        values={users.map(({ id }) => id)}
        nameOf={(id) => nameOf.get(id)}
        onChoose={(toldUserId) => {
          onChange({ toldUserId });
        }}
      />
    </div>
  );
}
