import type { NotificationSettingsQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { targets } from './notification-form.ts';
import type { EditedStep } from './notification-form.ts';

type EscalationStepRowProps = {
  readonly step: EditedStep;
  readonly number: number;
  readonly users: NotificationSettingsQuery['users'];
  readonly onChange: (step: EditedStep) => void;
  readonly onRemove: () => void;
};

/** One step of the escalation while it is being edited. */
export function EscalationStepRow({ step, number, users, onChange, onRemove }: EscalationStepRowProps) {
  const { t } = useLanguage();
  const toggle = (id: string, on: boolean): void => {
    const others = step.userIds.filter((each) => each !== id);
    onChange({ ...step, userIds: on ? [...others, id] : others });
  };
  return (
    <li className="escalation__step" aria-label={t.notifications.step(number)}>
      <label className="field">
        <span className="field__label">{t.notifications.after}</span>
        <input
          className="input input--short"
          type="number"
          min={0}
          max={10_080}
          value={step.afterMinutes}
          onChange={(event) => {
            onChange({ ...step, afterMinutes: Math.trunc(Number(event.target.value)) });
          }}
        />
      </label>
      <label className="field escalation__who">
        <span className="field__label">{t.notifications.who}</span>
        <select
          className="input"
          value={step.to}
          onChange={(event) => {
            onChange({ ...step, to: targets.find((target) => target === event.target.value) ?? 'leads' });
          }}
        >
          {targets.map((target) => (
            <option key={target} value={target}>
              {t.notifications.targets[target]}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={step.byEmail}
          onChange={(event) => {
            onChange({ ...step, byEmail: event.target.checked });
          }}
        />
        <span>{t.notifications.byEmail}</span>
      </label>
      <button
        type="button"
        className="button button--quiet button--icon"
        aria-label={t.notifications.removeStep(number)}
        onClick={onRemove}
      >
        <Icon name="cross" size={16} />
      </button>
      {step.to === 'people' ? (
        <fieldset className="field escalation__people">
          <legend className="field__label">{t.notifications.people}</legend>
          <div className="checks">
            {users.map(({ id, name }) => (
              <label key={id} className="check">
                <input
                  type="checkbox"
                  checked={step.userIds.includes(id)}
                  onChange={(event) => {
                    toggle(id, event.target.checked);
                  }}
                />
                <span>{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
    </li>
  );
}
