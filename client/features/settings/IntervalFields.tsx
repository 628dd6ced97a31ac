import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import type { OpenInterval } from '#shared/time/opening-hours.ts';

type IntervalFieldsProps = {
  readonly name: string;
  readonly intervals: readonly OpenInterval[];
  readonly onChange: (intervals: readonly OpenInterval[]) => void;
};

/** A colon is easily left out: 900 and 9 mean nine o'clock. */
function tidyTime(typed: string): string {
  const match = /^(\d{1,2})(?:[:.]?(\d\d))?$/u.exec(typed.trim());
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}` : typed.trim();
}

/** What a new interval begins as: after the last one, or office hours. */
function nextInterval(intervals: readonly OpenInterval[]): OpenInterval {
  const last = intervals.at(-1);
  return last ? { from: last.to, to: '' } : { from: '09:00', to: '17:00' };
}

/** The open intervals of one day, each with two times; none = closed. Times are local 'HH:MM', until 24:00. */
export function IntervalFields({ name, intervals, onChange }: IntervalFieldsProps) {
  const { t } = useLanguage();
  const set = (place: number, change: Partial<OpenInterval>): void => {
    onChange(intervals.map((interval, index) => (index === place ? { ...interval, ...change } : interval)));
  };
  const field = (place: number, end: 'from' | 'to', value: string) => (
    <input
      className="input hours-time"
      inputMode="numeric"
      maxLength={5}
      size={5}
      placeholder={end === 'from' ? '09:00' : '17:00'}
      value={value}
      aria-label={end === 'from' ? t.hours.fromOf(name) : t.hours.toOf(name)}
      onChange={(event) => {
        set(place, { [end]: event.target.value });
      }}
      onBlur={(event) => {
        set(place, { [end]: tidyTime(event.target.value) });
      }}
    />
  );
  return (
    <div className="intervals">
      {intervals.length === 0 ? <span className="muted">{t.hours.closed}</span> : null}
      {intervals.map((interval, place) => (
        // The place is what an interval is until it is saved.
        <span key={place} className="intervals__one">
          {field(place, 'from', interval.from)} <span aria-hidden="true">–</span> {field(place, 'to', interval.to)}
          <button
            type="button"
            className="button button--quiet button--icon button--small"
            aria-label={t.hours.removeInterval(`${name} ${interval.from} – ${interval.to}`)}
            onClick={() => {
              onChange(intervals.filter((_, index) => index !== place));
            }}
          >
            <Icon name="cross" size={14} />
          </button>
        </span>
      ))}
      <button
        type="button"
        className="button button--quiet button--small"
        aria-label={t.hours.addIntervalTo(name)}
        onClick={() => {
          onChange([...intervals, nextInterval(intervals)]);
        }}
      >
        <Icon name="plus" size={14} /> {t.hours.addInterval}
      </button>
    </div>
  );
}
