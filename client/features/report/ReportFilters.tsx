import { useQuery } from '@apollo/client/react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { lastDays, presets } from './report-choice.ts';
import type { ReportChoice } from './report-choice.ts';
import { ReportChannelsDocument } from './report-documents.ts';

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

/** Period, channel and kind; each choice goes into the address. */
export function ReportFilters({ choice, today, onChange }: ReportFiltersProps) {
  const { t } = useLanguage();
  const { data } = useQuery(ReportChannelsDocument);
  const channels = new Map((data?.channelAccounts ?? []).map(({ channel }) => [channel.name, channel.label]));
  return (
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
      <label className="field">
        <span className="field__label">{t.report.channel}</span>
        <select
          className="input input--small"
          value={choice.channel ?? ''}
          onChange={(event) => {
            onChange({ channel: event.target.value === '' ? null : event.target.value });
          }}
        >
          <option value="">{t.report.allChannels}</option>
          {[...channels].map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field__label">{t.report.visibility}</span>
        <select
          className="input input--small"
          value={choice.visibility ?? ''}
          onChange={(event) => {
            onChange({ visibility: event.target.value === '' ? null : event.target.value });
          }}
        >
          <option value="">{t.report.allVisibilities}</option>
          <option value="private">{t.visibility.private}</option>
          <option value="public">{t.visibility.public}</option>
        </select>
      </label>
    </div>
  );
}
