import { useId } from 'react';
import type { ComposerQuery } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { Icon } from '#client/ui/Icon.tsx';

type PlaceChoiceProps = {
  readonly option: NonNullable<NonNullable<ComposerQuery['conversation']>['privateReply']>;
  readonly privately: boolean;
  readonly onChoose: (privately: boolean) => void;
};

/** Whether a public post is answered where everybody reads it, or in the customer's private messages. */
export function PlaceChoice({ option, privately, onChoose }: PlaceChoiceProps) {
  const { t, pick } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const whyId = useId();
  const choices = [
    { value: false, label: t.place.public, icon: 'globe' as const, disabled: false },
    { value: true, label: t.place.private, icon: 'lock' as const, disabled: !option.open },
  ];
  const why = option.reason ? pick(option.reason) : privately ? t.place.privateHint : t.place.publicHint;
  return (
    <div className="place">
      <div className="segmented" role="group" aria-label={t.place.title} aria-describedby={whyId}>
        {choices.map(({ value, label, icon, disabled }) => (
          <button
            key={label}
            type="button"
            className="segmented__item"
            aria-pressed={privately === value}
            disabled={disabled}
            onClick={() => {
              onChoose(value);
            }}
          >
            <Icon name={icon} size={14} /> {label}
          </button>
        ))}
      </div>
      <span id={whyId} className="muted place__why">
        {why}
        {option.open && option.closesAt ? ` ${t.place.until(dates.moment(option.closesAt, now))}` : null}
      </span>
    </div>
  );
}
