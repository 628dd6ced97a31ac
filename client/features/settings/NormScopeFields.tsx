import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import type { Visibility } from '#client/gql/graphql.ts';

type NormScopeFieldsProps = {
  /** What is being changed; null for something new. */
  readonly scope: { readonly channel?: { readonly name: string } | null; readonly visibility: Visibility } | null;
  /** Channels by name, with their labels. */
  readonly channels: ReadonlyMap<string, string>;
};

/** Where a rule holds: `channel` (empty = all others) and `visibility` of the form around it. */
export function NormScopeFields({ scope, channels }: NormScopeFieldsProps) {
  const { t } = useLanguage();
  return (
    <div className="form__row">
      <label className="field">
        <span className="field__label">{t.settings.channel}</span>
        <select className="input" name="channel" defaultValue={scope?.channel?.name ?? ''}>
          <option value="">{t.settings.allChannels}</option>
          {[...channels].map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field__label">{t.settings.visibility}</span>
        <select className="input" name="visibility" defaultValue={scope?.visibility ?? 'private'}>
          <option value="private">{t.visibility.private}</option>
          <option value="public">{t.visibility.public}</option>
        </select>
      </label>
    </div>
  );
}
