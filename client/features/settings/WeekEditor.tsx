import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { HoursScopeInput, HoursSetup_SetupFragment } from '#client/gql/graphql.ts';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { weekdayNames, weekFault } from '#shared/time/hours-faults.ts';
import type { OpeningHours, OpenInterval } from '#shared/time/opening-hours.ts';
import { HoursPreview } from './HoursPreview.tsx';
import { SetWeekDocument } from './hours-documents.ts';
import { IntervalFields } from './IntervalFields.tsx';
import type { HoursState } from './use-hours.ts';

type Week = readonly (readonly OpenInterval[])[];
type WeekEditorProps = {
  readonly scope: HoursScopeInput;
  readonly setup: HoursSetup_SetupFragment;
  readonly state: HoursState;
};

/** The week that rules on a local day. */
function weekOn(hours: OpeningHours, date: string): Week {
  const ruling = hours.versions.filter(({ validFrom }) => validFrom <= date);
  return ruling.at(-1)?.week ?? [[], [], [], [], [], [], []];
}

/** The hours as they would be with the week that is being typed. */
function withDraft(hours: OpeningHours, week: Week, validFrom: string): OpeningHours {
  return weekFault(week) ? hours : { ...hours, versions: [...hours.versions, { validFrom, week }] };
}

/** The week of a scope with several intervals a day and the day it holds from; shows at once what it means for a message of now. */
export function WeekEditor({ scope, setup, state }: WeekEditorProps) {
  const { t, pick } = useLanguage();
  const announce = useAnnounce();
  const dates = useDates();
  const now = useNow(60_000);
  const [validFrom, setValidFrom] = useState(() => dates.dayKey(now));
  const [week, setWeek] = useState<Week>(() => weekOn(setup.effective, dates.dayKey(now)));
  const [run, { loading }] = useMutation(SetWeekDocument);
  const isBrand = !scope.accountId && !scope.teamId;

  const setDay = (weekday: number, intervals: readonly OpenInterval[]): void => {
    setWeek(week.map((day, index) => (index === weekday ? intervals : day)));
  };
  const copy = (weekday: number, name: string): void => {
    const day = week[weekday] ?? [];
    setWeek(week.map((each, index) => (index === weekday || each.length === 0 ? each : day)));
    announce(t.hours.copied(name));
  };
  const send = (chosen: Week | null): Promise<boolean> =>
    state.save(async (acceptPast) => {
      // What was read carries the cache's type names, which an input does not take.
      const plain = chosen && chosen.map((day) => day.map(({ from, to }) => ({ from, to })));
      const input = { scope, validFrom, week: plain, acceptPast };
      return (await run({ variables: { input } })).data?.result;
    }, t.hours.savedWeek);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fault = weekFault(week);
    if (fault) state.refuse(pick(fault));
    else void send(week);
  };
  return (
    <form className="card hours-card" onSubmit={submit} aria-label={t.hours.week}>
      <h3>{t.hours.week}</h3>
      <ul className="week">
        {week.map((intervals, weekday) => {
          const names = weekdayNames[weekday];
          const name = names ? pick(names) : '';
          return (
            <li key={name} className="week__day">
              <span className="week__name">{name}</span>
              <IntervalFields
                name={name}
                intervals={intervals}
                onChange={(next) => {
                  setDay(weekday, next);
                }}
              />
              {intervals.length === 0 ? null : (
                <button
                  type="button"
                  className="button button--quiet button--small"
                  aria-label={t.hours.copyTo(name)}
                  onClick={() => {
                    copy(weekday, name);
                  }}
                >
                  <Icon name="swap" size={14} /> {t.hours.copy}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <HoursPreview hours={withDraft(setup.effective, week, validFrom)} now={now} />
      <div className="form__row hours-save">
        <label className="field">
          <span className="field__label">{t.hours.validFrom}</span>
          <input
            className="input"
            type="date"
            required
            value={validFrom}
            onChange={(event) => {
              setValidFrom(event.target.value);
            }}
          />
        </label>
        <button type="submit" className="button button--primary" disabled={loading}>
          {t.hours.saveWeek}
        </button>
        {isBrand ? null : (
          <button type="button" className="button" disabled={loading} onClick={() => void send(null)}>
            {t.hours.followWider}
          </button>
        )}
      </div>
    </form>
  );
}
