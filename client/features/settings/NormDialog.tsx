import { useMutation } from '@apollo/client/react';
import type { SyntheticEvent } from 'react';
import type { NormRow_NormFragment, SetReplyNormInput } from '#client/gql/graphql.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useSaving } from '#client/lib/use-saving.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { amountOf, normLimitsMs, normMsOf } from './norm-lengths.ts';
import type { NormUnit } from './norm-lengths.ts';
import { NormScopeFields } from './NormScopeFields.tsx';
import { SetNormDocument } from './settings-documents.ts';

type NormDialogProps = {
  readonly norm: NormRow_NormFragment | null;
  readonly channels: ReadonlyMap<string, string>;
  readonly onClose: () => void;
};

const units: readonly NormUnit[] = ['minutes', 'hours', 'days'];
const hourMs = 3_600_000;

function lengthIn(form: FormData, name: string): number {
  const unit = units.find((each) => each === textOf(form, `${name}Unit`)) ?? 'minutes';
  return normMsOf(textOf(form, name), unit);
}

function LengthField({ name, label, ms }: { readonly name: string; readonly label: string; readonly ms: number }) {
  const { t } = useLanguage();
  const { amount, unit } = amountOf(ms);
  return (
    <fieldset className="field length">
      <legend className="field__label">{label}</legend>
      <input
        className="input"
        type="number"
        name={name}
        min={1}
        step="any"
        defaultValue={amount}
        aria-label={label}
        required
      />
      <select className="input" name={`${name}Unit`} defaultValue={unit} aria-label={`${label}: ${t.settings.unit}`}>
        {units.map((each) => (
          <option key={each} value={each}>
            {t.settings.units[each]}
          </option>
        ))}
      </select>
    </fieldset>
  );
}

function useSetNorm(onDone: () => void) {
  const { t } = useLanguage();
  const [run, { loading }] = useMutation(SetNormDocument, { refetchQueries: ['SettingsPage'] });
  const { save, problem, refuse } = useSaving(t.common.saved, onDone);
  const set = async (input: SetReplyNormInput): Promise<void> => {
    const inRange = [input.usualMs, input.maxMs].every((ms) => ms >= normLimitsMs.least && ms <= normLimitsMs.most);
    if (!inRange) refuse(t.settings.normRange);
    else if (input.maxMs < input.usualMs) refuse(t.settings.normOrder);
    else await save(async () => (await run({ variables: { input } })).data?.setReplyNorm);
  };
  return { set, loading, problem };
}

/** Sets a norm from now on; `norm` null starts with the usual figures for social media. */
export function NormDialog({ norm, channels, onClose }: NormDialogProps) {
  const { t } = useLanguage();
  const { set, loading, problem } = useSetNorm(onClose);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void set({
      channel: textOf(form, 'channel') === '' ? null : textOf(form, 'channel'),
      visibility: textOf(form, 'visibility') === 'public' ? 'public' : 'private',
      usualMs: lengthIn(form, 'usual'),
      maxMs: lengthIn(form, 'max'),
    });
  };
  const title = norm ? t.settings.editNorm(norm.channel?.label ?? t.settings.allChannels) : t.settings.newNorm;
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <NormScopeFields scope={norm} channels={channels} />
        <LengthField name="usual" label={t.settings.usual} ms={norm?.usualMs ?? hourMs} />
        <LengthField name="max" label={t.settings.max} ms={norm?.maxMs ?? 24 * hourMs} />
        {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
        <div className="form__buttons">
          <button type="button" className="button" onClick={onClose}>
            {t.common.cancel}
          </button>
          <button type="submit" className="button button--primary" disabled={loading}>
            {t.common.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
