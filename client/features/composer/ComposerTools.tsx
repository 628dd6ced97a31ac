import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';

type ComposerToolsProps = { readonly isPublic: boolean; readonly disabled: boolean; readonly onPick: () => void };

/** That a reply is public, and the way to the templates. */
export function ComposerTools({ isPublic, disabled, onPick }: ComposerToolsProps) {
  const { t } = useLanguage();
  return (
    <>
      {isPublic ? (
        <span className="tag tag--public">
          <Icon name="globe" size={13} /> {t.composer.mayBePublic}
        </span>
      ) : null}
      <button type="button" className="button button--small" disabled={disabled} onClick={onPick}>
        <Icon name="file" size={14} /> {t.templates.openPicker}
      </button>
    </>
  );
}
