import { useLanguage } from '../lib/i18n/LanguageProvider.tsx';
import { Icon } from './Icon.tsx';

type PanelHeadProps = { readonly titleId: string; readonly title: string; readonly onClose: () => void };

/** The heading of a dialog or panel with its close button. */
export function PanelHead({ titleId, title, onClose }: PanelHeadProps) {
  const { t } = useLanguage();
  return (
    <div className="dialog__head">
      <h2 id={titleId}>{title}</h2>
      <button type="button" className="button button--quiet button--icon" onClick={onClose} aria-label={t.common.close}>
        <Icon name="cross" />
      </button>
    </div>
  );
}
