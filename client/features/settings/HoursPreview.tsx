import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { readPromises } from '#shared/promises/promise-reader.ts';
import { addOpenMs, findNextOpeningAt, isOpenAt } from '#shared/time/opening-hours.ts';
import type { OpeningHours } from '#shared/time/opening-hours.ts';

const fourHoursMs = 4 * 3_600_000;
const stepMs = 60_000;
const lookAheadSteps = 24 * 60;

/** Until when it stays open, at most a day ahead; to the minute. */
function closesAt(hours: OpeningHours, now: Date): Date {
  let at = now;
  for (let step = 0; step < lookAheadSteps && isOpenAt(hours, at); step += 1) {
    at = new Date((Math.floor(at.getTime() / stepMs) + 1) * stepMs);
  }
  return at;
}

/** What these hours mean for a customer who writes now: open or not, and until when an answer would be promised. */
export function HoursPreview({ hours, now }: { readonly hours: OpeningHours; readonly now: Date }) {
  const { t } = useLanguage();
  const dates = useDates();
  const opening = findNextOpeningAt(hours, now);
  if (!opening) return <p className="preview is-bad">{t.hours.neverOpen}</p>;
  const sentences = [t.hours.previewToday, t.hours.previewDay];
  const promised = sentences.flatMap((text) =>
    readPromises(text, { madeAt: now, hours, vagueMaxMs: 86_400_000 })
      .slice(0, 1)
      .map(({ dueAt }) => ({ words: `“${text}”`, dueAt })),
  );
  const lines = [...promised, { words: t.hours.previewHours, dueAt: addOpenMs(hours, now, fourHoursMs) }];
  const isOpen = isOpenAt(hours, now);
  return (
    <div className="preview" aria-live="polite">
      <p className="card__label">{t.hours.preview}</p>
      <p>
        <Icon name={isOpen ? 'door' : 'lock'} size={14} />{' '}
        {isOpen
          ? t.hours.openNow(dates.moment(closesAt(hours, now), now))
          : t.hours.closedNow(dates.moment(opening, now))}
      </p>
      <ul className="preview__list">
        {lines.map(({ words, dueAt }) => (
          <li key={words}>
            {words} → <strong>{t.hours.answerBy(dates.moment(dueAt, now))}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
