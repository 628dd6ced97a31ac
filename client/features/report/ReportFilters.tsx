import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import type { ReportFiltersQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { lastDays, presets, writingKinds } from './report-choice.ts';
import type { ReportChoice } from './report-choice.ts';
import { ReportChoicesDocument } from './report-documents.ts';

type ReportFiltersProps = {
  readonly choice: ReportChoice;
  readonly today: string;
  readonly onChange: (change: Partial<Readonly<Record<keyof ReportChoice, string | null>>>) => void;
};

function PresetButtons({ choice, today, onChange }: ReportFiltersProps) {
  const { t } = useLanguage();
  return (
    <div className="segmented" role="group" aria-label={t.report.period}>
      {presets.map((days) => {
        const period = lastDays(days, today);
        const chosen = period.from === choice.from && period.to === choice.to;
        return (
          <button
            key={days}
            type="button"
            className="segmented__item"
            aria-pressed={chosen}
            onClick={() => {
              onChange({ ...period, step: null });
            }}
          >
            {t.report.lastDays(days)}
          </button>
        );
      })}
    </div>
  );
}

function DayInput({
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

function Choice({
  label,
  value,
  all,
  onChoose,
  children,
}: {
  readonly label: string;
  readonly value: string | null;
  /** What no choice is called. */
  readonly all: string;
  readonly onChoose: (value: string | null) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <select
        className="input input--small"
        value={value ?? ''}
        onChange={(event) => {
          onChoose(event.target.value === '' ? null : event.target.value);
        }}
      >
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  );
}

/** Whose writing: agents (for leads everybody, else oneself), kinds of author, versions of automatic replies. */
function WriterChoice({ choice, data, onChange }: Omit<ReportFiltersProps, 'today'> & { readonly data: Choices }) {
  const { t } = useLanguage();
  const viewer = useViewer();
  const isLead = viewer.role === 'lead' || viewer.role === 'admin';
  const agents = (data?.users ?? []).filter(({ id, role }) => (isLead ? role !== 'marketing' : id === viewer.id));
  const wordings = (data?.channelAccounts ?? []).flatMap(({ name, autoReply: { versions } }) =>
    // The newest version comes first.
    versions.map(({ id }, index) => ({ id, name: t.report.version(name, versions.length - index) })),
  );
  return (
    <Choice
      label={t.report.writer}
      value={choice.writer}
      all={t.report.allWriters}
      onChoose={(writer) => {
        onChange({ writer });
      }}
    >
      <optgroup label={t.report.groupings.authorKind}>
        {writingKinds.map((kind) => (
          <option key={kind} value={`authorKind:${kind}`}>
            {t.report.writingKinds[kind]}
          </option>
        ))}
      </optgroup>
      <optgroup label={t.report.groupings.agent}>
        {agents.map(({ id, name }) => (
          <option key={id} value={`agent:${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
      <optgroup label={t.report.groupings.wording}>
        {wordings.map(({ id, name }) => (
          <option key={id} value={`wording:${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
    </Choice>
  );
}

type Choices = ReportFiltersQuery | undefined;
type AccountChoiceProps = Omit<ReportFiltersProps, 'today'> & { readonly data: Choices };

/** Channels and, where one has several, its accounts. */
function PlaceChoices({ choice, data, onChange }: AccountChoiceProps) {
  const { t } = useLanguage();
  const all = data?.channelAccounts ?? [];
  const channels = new Map(all.map(({ channel }) => [channel.name, channel.label]));
  const accounts = all.filter(({ channel }) => choice.channel === null || channel.name === choice.channel);
  const isChoice = accounts.length > 1 && accounts.length > (choice.channel === null ? channels.size : 1);
  return (
    <>
      <Choice
        label={t.report.channel}
        value={choice.channel}
        all={t.report.allChannels}
        onChoose={(channel) => {
          onChange({ channel, account: null });
        }}
      >
        {[...channels].map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </Choice>
      {isChoice || choice.account !== null ? (
        <Choice
          label={t.report.account}
          value={choice.account}
          all={t.report.allAccounts}
          onChoose={(account) => {
            onChange({ account });
          }}
        >
          {accounts.map(({ id, name, channel }) => (
            <option key={id} value={id}>
              {choice.channel === null ? `${name} (${channel.label})` : name}
            </option>
          ))}
        </Choice>
      ) : null}
    </>
  );
}

/** Period, channel, account, kind, team and writer; each choice goes into the address. */
export function ReportFilters({ choice, today, onChange }: ReportFiltersProps) {
  const { t } = useLanguage();
  const { data } = useQuery(ReportChoicesDocument);
  const teams = data?.teams ?? [];
  return (
    <div className="report__choices">
      <div className="report__filters">
        <PresetButtons choice={choice} today={today} onChange={onChange} />
        <DayInput
          label={t.report.from}
          value={choice.from}
          max={today}
          onDay={(from) => {
            onChange({ from, to: from > choice.to ? from : choice.to });
          }}
        />
        <DayInput
          label={t.report.to}
          value={choice.to}
          max={today}
          onDay={(to) => {
            onChange({ from: to < choice.from ? to : choice.from, to });
          }}
        />
      </div>
      <div className="report__selects">
        <PlaceChoices choice={choice} data={data} onChange={onChange} />
        <Choice
          label={t.report.visibility}
          value={choice.visibility}
          all={t.report.allVisibilities}
          onChoose={(visibility) => {
            onChange({ visibility });
          }}
        >
          <option value="private">{t.visibility.private}</option>
          <option value="public">{t.visibility.public}</option>
        </Choice>
        {teams.length === 0 ? null : (
          <Choice
            label={t.report.teamLabel}
            value={choice.team}
            all={t.report.allTeams}
            onChoose={(team) => {
              onChange({ team });
            }}
          >
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        <WriterChoice choice={choice} data={data} onChange={onChange} />
      </div>
    </div>
  );
}
