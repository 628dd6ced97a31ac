import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import type { NotificationForm_SettingsFragment, NotificationSettingsQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useSaving } from '#client/lib/use-saving.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { EscalationStepRow } from './EscalationStepRow.tsx';
import { SetNotificationSettingsDocument } from './notification-documents.ts';
import { editedSteps, kinds, nextStep, settingsInput } from './notification-form.ts';
import type { EditedStep } from './notification-form.ts';

type Users = NotificationSettingsQuery['users'];
type Settings = NotificationForm_SettingsFragment;
type Part = { readonly settings: Settings; readonly users: Users };

const mostSteps = 6;

/** A part of the form that can be switched on; its fields are there only then. */
function Switched({
  name,
  label,
  on,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly on: boolean;
  readonly children: ReactNode;
}) {
  const [isOn, setOn] = useState(on);
  return (
    <fieldset className="field switched">
      <label className="check">
        <input
          type="checkbox"
          name={name}
          checked={isOn}
          onChange={(event) => {
            setOn(event.target.checked);
          }}
        />
        <span>{label}</span>
      </label>
      {isOn ? <div className="form__row">{children}</div> : null}
    </fieldset>
  );
}

function TimeField({ name, label, value }: { readonly name: string; readonly label: string; readonly value: string }) {
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <input className="input" type="time" name={name} defaultValue={value} required />
    </label>
  );
}

function Checks({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className="field">
      <legend className="field__label">{legend}</legend>
      <div className="checks">{children}</div>
    </fieldset>
  );
}

function Check({
  name,
  value,
  checked,
  label,
}: {
  readonly name: string;
  readonly value?: string;
  readonly checked: boolean;
  readonly label: string;
}) {
  return (
    <label className="check">
      <input type="checkbox" name={name} value={value} defaultChecked={checked} />
      <span>{label}</span>
    </label>
  );
}

function DigestFields({ settings, users }: Part) {
  const { t } = useLanguage();
  const { digest } = settings;
  const readers = new Set(digest?.people.map(({ id }) => id));
  return (
    <Switched name="digest" label={t.notifications.digest} on={digest !== null}>
      <TimeField name="digestAt" label={t.notifications.at} value={digest?.at ?? '08:30'} />
      <Checks legend={t.notifications.weekdays}>
        {t.notifications.days.map((day, index) => (
          <Check
            key={day}
            name="weekday"
            value={String(index)}
            label={day}
            checked={digest ? digest.weekdays.includes(index) : index < 5}
          />
        ))}
      </Checks>
      <Checks legend={t.notifications.readers}>
        {users.map(({ id, name, role }) => (
          <Check key={id} name="reader" value={id} label={name} checked={digest ? readers.has(id) : role === 'lead'} />
        ))}
      </Checks>
    </Switched>
  );
}

function OtherFields({ settings }: { readonly settings: Settings }) {
  const { t } = useLanguage();
  const { quietHours, reassignAfterMinutes } = settings;
  return (
    <>
      <Checks legend={t.notifications.kinds}>
        {kinds.map((kind) => (
          <Check
            key={kind}
            name={`kind-${kind}`}
            label={t.alerts.kinds[kind]}
            checked={settings.kinds.includes(kind)}
          />
        ))}
      </Checks>
      <Switched name="reassign" label={t.notifications.reassign} on={reassignAfterMinutes !== null}>
        <label className="field">
          <span className="field__label">{t.notifications.reassignAfter}</span>
          <input
            className="input"
            type="number"
            name="reassignAfter"
            min={1}
            max={10_080}
            defaultValue={reassignAfterMinutes ?? 60}
            required
          />
        </label>
      </Switched>
      <label className="field">
        <span className="field__label">{t.notifications.language}</span>
        <select className="input input--short" name="language" defaultValue={settings.language}>
          <option value="nl">{t.notifications.languages.nl}</option>
          <option value="en">{t.notifications.languages.en}</option>
        </select>
      </label>
      <Switched name="quiet" label={t.notifications.quiet} on={quietHours !== null}>
        <TimeField name="quietFrom" label={t.notifications.from} value={quietHours?.from ?? '20:00'} />
        <TimeField name="quietTo" label={t.notifications.until} value={quietHours?.to ?? '08:00'} />
      </Switched>
    </>
  );
}

/** Who is told of alerts, when and how. */
export function NotificationForm({ settings, users }: Part) {
  const { t } = useLanguage();
  const [steps, setSteps] = useState(() => editedSteps(settings));
  const [run, { loading }] = useMutation(SetNotificationSettingsDocument, {
    refetchQueries: ['NotificationSettings'],
  });
  const { save, problem } = useSaving(t.common.saved, () => undefined);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const input = settingsInput(new FormData(event.currentTarget), steps);
    void save(async () => (await run({ variables: { input } })).data?.setNotificationSettings);
  };
  const replace = (changed: EditedStep): void => {
    setSteps(steps.map((step) => (step.key === changed.key ? changed : step)));
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      {settings.mailConfigured ? null : <Notice tone="info">{t.notifications.noMail}</Notice>}
      <fieldset className="field">
        <legend className="field__label">{t.notifications.chain}</legend>
        {steps.length === 0 ? <p className="muted">{t.notifications.noSteps}</p> : null}
        <ol className="escalation">
          {steps.map((step, index) => (
            <EscalationStepRow
              key={step.key}
              step={step}
              number={index + 1}
              users={users}
              onChange={replace}
              onRemove={() => {
                setSteps(steps.filter(({ key }) => key !== step.key));
              }}
            />
          ))}
        </ol>
        {steps.length >= mostSteps ? null : (
          <button
            type="button"
            className="button button--small"
            onClick={() => {
              setSteps([...steps, nextStep(steps)]);
            }}
          >
            <Icon name="plus" size={14} /> {t.notifications.addStep}
          </button>
        )}
      </fieldset>
      <OtherFields settings={settings} />
      <DigestFields settings={settings} users={users} />
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      <div className="form__buttons">
        <button type="submit" className="button button--primary" disabled={loading}>
          {t.common.save}
        </button>
      </div>
    </form>
  );
}
