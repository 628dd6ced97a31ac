import type { MeantPromiseInput } from '#client/gql/graphql.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { momentInput, typedMoment } from '#client/lib/local-moment.ts';
import { useViewer } from '#client/lib/viewer.ts';

const kinds = ['explicit', 'vague'] as const;
const acts = ['reply', 'call', 'action'] as const;

/** What a form with `MeantFields` says; null while the deadline is incomplete. */
export function meantOf(form: FormData, timeZone: string): MeantPromiseInput | null {
  const dueAt = typedMoment(textOf(form, 'dueAt'), timeZone);
  const kind = kinds.find((each) => each === textOf(form, 'kind')) ?? 'explicit';
  const act = acts.find((each) => each === textOf(form, 'act')) ?? 'reply';
  return dueAt && { kind, act, dueAt: dueAt.toISOString() };
}

/** Fields for what a promise is meant to be: deadline, kind and act. */
export function MeantFields({
  kind,
  act,
  dueAt,
}: {
  readonly kind: MeantPromiseInput['kind'];
  readonly act: MeantPromiseInput['act'];
  readonly dueAt: Date;
}) {
  const { t } = useLanguage();
  const { timeZone } = useViewer();
  return (
    <>
      <label className="field">
        <span className="field__label">{t.promiseWork.deadline}</span>
        <input
          className="input"
          type="datetime-local"
          name="dueAt"
          defaultValue={momentInput(dueAt, timeZone)}
          required
        />
      </label>
      <div className="form__row">
        <label className="field">
          <span className="field__label">{t.promiseWork.kind}</span>
          <select className="input" name="kind" defaultValue={kind}>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t.promise.kinds[each]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="field__label">{t.promiseWork.act}</span>
          <select className="input" name="act" defaultValue={act}>
            {acts.map((each) => (
              <option key={each} value={each}>
                {t.promise.acts[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
}
