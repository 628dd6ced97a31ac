import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useDates } from '#client/lib/dates.ts';
import type { Dictionary } from '#client/lib/i18n/nl.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { weekdayNames } from '#shared/time/hours-faults.ts';
import { dayPlanOf } from '#shared/time/opening-hours.ts';
import type { OpeningHours } from '#shared/time/opening-hours.ts';
import { addDays, weekdayOf } from '#shared/time/zoned-time.ts';

type DayKind = keyof Dictionary['hours']['dayKinds'];

/** A sign beside the colour and the pattern: nobody has to tell days by colour. */
const signs: Record<DayKind, string> = { open: '', closed: '·', holiday: '★', closure: '×', opening: '+' };
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));

function kindOf(hours: OpeningHours, date: string): DayKind {
  const { kind, intervals } = dayPlanOf(hours, date);
  if (kind === 'week') return intervals.length > 0 ? 'open' : 'closed';
  return kind;
}

function daysOf(year: number, month: string): string[] {
  const first = `${String(year)}-${month}-01`;
  const days: string[] = [];
  for (let date = first; date.startsWith(first.slice(0, 8)); date = addDays(date, 1)) days.push(date);
  return days;
}

function useDayWords(hours: OpeningHours): (date: string) => string {
  const { t, pick } = useLanguage();
  const dates = useDates();
  return (date) => {
    const { intervals, reason } = dayPlanOf(hours, date);
    const times = intervals.map(({ from, to }) => `${from}–${to}`).join(', ');
    const why = reason === null ? '' : typeof reason === 'string' ? reason : pick(reason);
    const parts = [t.hours.dayKinds[kindOf(hours, date)], times, why].filter((part) => part !== '');
    return `${dates.day(`${date}T12:00:00Z`)}: ${parts.join(', ')}`;
  };
}

type MonthProps = {
  readonly year: number;
  readonly month: string;
  readonly hours: OpeningHours;
  readonly focused: string;
  readonly onFocus: (date: string) => void;
  readonly words: (date: string) => string;
};

function Month({ year, month, hours, focused, onFocus, words }: MonthProps) {
  const { language, pick } = useLanguage();
  const days = daysOf(year, month);
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${String(year)}-${month}-15T00:00:00Z`),
  );
  return (
    <div className="month" role="group" aria-label={`${name} ${String(year)}`}>
      <p className="month__name">{name}</p>
      <div className="month__days">
        {weekdayNames.map((weekday) => (
          <span key={weekday.en} className="month__weekday" aria-hidden="true">
            {pick(weekday).slice(0, 2)}
          </span>
        ))}
        {days.map((date, index) => {
          const kind = kindOf(hours, date);
          return (
            <button
              key={date}
              type="button"
              className={`day day--${kind}`}
              style={index === 0 ? { gridColumnStart: weekdayOf(date) + 1 } : undefined}
              data-date={date}
              tabIndex={date === focused ? 0 : -1}
              aria-label={words(date)}
              title={words(date)}
              onFocus={() => {
                onFocus(date);
              }}
              onClick={() => {
                onFocus(date);
              }}
            >
              {Number(date.slice(8))}
              <span aria-hidden="true" className="day__sign">
                {signs[kind]}
              </span>
            </button>
          );
        })}
      </div>
    </div>
  );
}

/** Twelve months with what each day is: by colour, pattern, sign and words. One stop for Tab, arrows inside. */
export function HoursYear({ hours }: { readonly hours: OpeningHours }) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const [focused, setFocused] = useState(() => dates.dayKey(now));
  const box = useRef<HTMLDivElement>(null);
  const words = useDayWords(hours);
  const year = Number(focused.slice(0, 4));
  const turn = (by: number): void => {
    setFocused(`${String(year + by)}-01-01`);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = addDays(focused, step);
    setFocused(next);
    // Another year is drawn first.
    globalThis.setTimeout(() => box.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus(), 0);
  };
  return (
    <section className="card hours-card" aria-label={t.hours.year}>
      <div className="year__head">
        <h3>
          {t.hours.year} {year}
        </h3>
        <button
          type="button"
          className="button button--icon"
          aria-label={t.hours.yearBefore}
          onClick={() => {
            turn(-1);
          }}
        >
          <Icon name="back" size={16} />
        </button>
        <button
          type="button"
          className="button button--icon year__next"
          aria-label={t.hours.yearAfter}
          onClick={() => {
            turn(1);
          }}
        >
          <Icon name="back" size={16} />
        </button>
      </div>
      <ul className="year__legend">
        {(Object.keys(signs) as DayKind[]).map((kind) => (
          <li key={kind}>
            <span className={`day day--${kind}`} aria-hidden="true">
              7<span className="day__sign">{signs[kind]}</span>
            </span>{' '}
            {t.hours.dayKinds[kind]}
          </li>
        ))}
      </ul>
      <p className="muted">{t.hours.yearHint}</p>
      <div ref={box} className="year" onKeyDown={onKeyDown} role="presentation">
        {months.map((month) => (
          <Month key={month} {...{ year, month, hours, focused, words }} onFocus={setFocused} />
        ))}
      </div>
      <p aria-live="polite" className="year__day">
        {words(focused)}
      </p>
    </section>
  );
}
