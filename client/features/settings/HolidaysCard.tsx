import { useMutation } from '@apollo/client/react';
import type { SyntheticEvent } from 'react';
import type { HolidayCode, HoursSetup_SetupFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { dutchHolidayCodes, dutchHolidayNames } from '#shared/time/dutch-holidays.ts';
import { SetHolidaysDocument, SetZoneDocument } from './hours-documents.ts';
import type { HoursState } from './use-hours.ts';

type HolidaysCardProps = {
  readonly setup: HoursSetup_SetupFragment;
  readonly state: HoursState;
  readonly editable: boolean;
};

function ZoneForm({ setup, state }: Pick<HolidaysCardProps, 'setup' | 'state'>) {
  const { t } = useLanguage();
  const [run, { loading }] = useMutation(SetZoneDocument);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const timeZone = textOf(new FormData(event.currentTarget), 'timeZone');
    void state.save(async () => (await run({ variables: { timeZone } })).data?.result, t.common.saved);
  };
  return (
    <form className="form__row hours-save" onSubmit={submit}>
      <label className="field">
        <span className="field__label">{t.hours.zone}</span>
        <input className="input" name="timeZone" defaultValue={setup.effective.timeZone} list="zones" required />
        <datalist id="zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </label>
      <button type="submit" className="button" disabled={loading}>
        {t.hours.saveZone}
      </button>
    </form>
  );
}

/** Which holidays close, and the zone of business time: for the whole organisation. */
export function HolidaysCard({ setup, state, editable }: HolidaysCardProps) {
  const { t, pick } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const [run, { loading }] = useMutation(SetHolidaysDocument);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const codes: HolidayCode[] = dutchHolidayCodes.filter((code) => form.get(code) !== null);
    const validFrom = textOf(form, 'validFrom');
    void state.save(async (acceptPast) => {
      return (await run({ variables: { input: { validFrom, codes, acceptPast } } })).data?.result;
    }, t.common.saved);
  };
  return (
    <section className="card hours-card" aria-label={t.hours.holidays}>
      <h3>{t.hours.holidays}</h3>
      {editable ? null : <p className="muted">{t.hours.holidaysBrandOnly}</p>}
      <form className="form" onSubmit={submit}>
        <div className="holiday-list">
          {dutchHolidayCodes.map((code) => (
            <label key={code} className="check">
              <input type="checkbox" name={code} defaultChecked={setup.holidays.includes(code)} disabled={!editable} />
              <span>{pick(dutchHolidayNames[code])}</span>
            </label>
          ))}
        </div>
        {editable ? (
          <div className="form__row hours-save">
            <label className="field">
              <span className="field__label">{t.hours.validFrom}</span>
              <input className="input" type="date" name="validFrom" defaultValue={dates.dayKey(now)} required />
            </label>
            <button type="submit" className="button" disabled={loading}>
              {t.hours.saveHolidays}
            </button>
          </div>
        ) : null}
      </form>
      {editable ? <ZoneForm setup={setup} state={state} /> : null}
    </section>
  );
}
