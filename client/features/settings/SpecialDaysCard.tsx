import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { HoursScopeInput, HoursSetup_SetupFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { dayFault, dayRangeFault } from '#shared/time/hours-faults.ts';
import type { OpenInterval } from '#shared/time/opening-hours.ts';
import { SetDaysDocument } from './hours-documents.ts';
import { IntervalFields } from './IntervalFields.tsx';
import type { HoursState } from './use-hours.ts';

type SpecialDaysCardProps = {
  readonly scope: HoursScopeInput;
  readonly setup: HoursSetup_SetupFragment;
  readonly state: HoursState;
};

function DaysList({ setup, state }: Pick<SpecialDaysCardProps, 'setup' | 'state'>) {
  const { t } = useLanguage();
  const dates = useDates();
  if (setup.days.length === 0) return <p className="muted">{t.hours.daysEmpty}</p>;
  const day = (date: string): string => dates.day(`${date}T12:00:00Z`);
  return (
    <ul className="special-days">
      {setup.days.map(({ id, from, to, intervals, reason }) => (
        <li key={id}>
          <span className={`tag${intervals ? '' : ' is-bad'}`}>
            {intervals ? t.hours.kindOpen : t.hours.kindClosed}
          </span>
          <span>
            <strong>{from === to ? day(from) : `${day(from)} – ${day(to)}`}</strong>
            {intervals ? ` ${intervals.map((each) => `${each.from}–${each.to}`).join(', ')}` : ''} · {reason}
          </span>
          <button
            type="button"
            className="button button--small"
            aria-label={t.hours.removeOf(`${day(from)}, ${reason}`)}
            onClick={() => void state.remove(id)}
          >
            {t.hours.remove}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** One-off closures and one-off hours of a scope, with a form to add some. */
export function SpecialDaysCard({ scope, setup, state }: SpecialDaysCardProps) {
  const { t, pick } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const [intervals, setIntervals] = useState<readonly OpenInterval[]>([{ from: '10:00', to: '16:00' }]);
  const [run, { loading }] = useMutation(SetDaysDocument);
  const submit = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const from = textOf(form, 'from');
    const to = textOf(form, 'to') || from;
    const fault = dayRangeFault(from, to) ?? (isOpen ? dayFault(intervals, { nl: 'Deze dag', en: 'This day' }) : null);
    if (fault) {
      state.refuse(pick(fault));
      return;
    }
    const chosen = isOpen ? intervals.map((each) => ({ from: each.from, to: each.to })) : null;
    const saved = await state.save(async (acceptPast) => {
      const input = { scope, from, to, reason: textOf(form, 'reason'), intervals: chosen, acceptPast };
      return (await run({ variables: { input } })).data?.result;
    }, t.common.saved);
    if (saved) element.reset();
  };
  return (
    <section className="card hours-card" aria-label={t.hours.days}>
      <h3>{t.hours.days}</h3>
      <DaysList setup={setup} state={state} />
      <form className="form" onSubmit={(event) => void submit(event)}>
        <div className="form__row">
          <label className="field">
            <span className="field__label">{t.hours.firstDay}</span>
            <input className="input" type="date" name="from" required />
          </label>
          <label className="field">
            <span className="field__label">{t.hours.lastDay}</span>
            <input className="input" type="date" name="to" />
          </label>
          <label className="field">
            <span className="field__label">{t.hours.kind}</span>
            <select
              className="input"
              value={isOpen ? 'open' : 'closed'}
              onChange={(event) => {
                setIsOpen(event.target.value === 'open');
              }}
            >
              <option value="closed">{t.hours.kindClosed}</option>
              <option value="open">{t.hours.kindOpen}</option>
            </select>
          </label>
        </div>
        {isOpen ? <IntervalFields name={t.hours.kindOpen} intervals={intervals} onChange={setIntervals} /> : null}
        <label className="field">
          <span className="field__label">{t.hours.why}</span>
          <input className="input" name="reason" maxLength={200} placeholder={t.hours.whyHint} required />
        </label>
        <div className="form__buttons">
          <button type="submit" className="button button--primary" disabled={loading}>
            <Icon name="plus" size={14} /> {t.hours.addDays}
          </button>
        </div>
      </form>
    </section>
  );
}
