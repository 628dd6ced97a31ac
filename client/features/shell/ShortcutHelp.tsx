import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { shortcutActions, shortcutKeys } from '#client/lib/shortcuts.ts';
import { Dialog } from '#client/ui/Dialog.tsx';

function Keys({ keys }: { readonly keys: readonly string[] }) {
  const { t } = useLanguage();
  return (
    <>
      {keys.map((key, index) => (
        <span key={key}>
          {index === 0 ? null : <span className="keys__then"> {t.keyboard.then} </span>}
          <kbd>{key}</kbd>
        </span>
      ))}
    </>
  );
}

/** The list of keyboard shortcuts. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <Dialog title={t.keyboard.title} onClose={onClose}>
      <p className="muted">{t.keyboard.hint}</p>
      <dl className="keys">
        {shortcutActions.map((action) => (
          <div key={action} className="keys__row">
            <dt>
              <Keys keys={shortcutKeys[action]} />
            </dt>
            <dd>{t.keyboard.actions[action]}</dd>
          </div>
        ))}
        <div className="keys__row">
          <dt>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </dt>
          <dd>{t.keyboard.send}</dd>
        </div>
        <div className="keys__row">
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t.keyboard.escape}</dd>
        </div>
      </dl>
    </Dialog>
  );
}
