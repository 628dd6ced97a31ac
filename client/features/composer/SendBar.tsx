import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';

type SendBarProps = {
  readonly used: number;
  readonly max: number;
  readonly slots: number;
  readonly maySend: boolean;
  readonly sending: boolean;
  readonly openErrors: number;
  readonly overriding: boolean;
  readonly onNextSlot: () => void;
  readonly onUndoInsert: (() => void) | null;
};

/** The length of the reply, the way to its open slots, and the send button. */
export function SendBar(props: SendBarProps) {
  const { t } = useLanguage();
  const { used, max, slots, maySend, sending, openErrors, overriding, onNextSlot, onUndoInsert } = props;
  const label = overriding && openErrors === 0 ? t.composer.sendAnyway : t.composer.send;
  return (
    <div className="send-bar">
      <span className={used > max ? 'send-bar__length is-bad' : 'send-bar__length muted'}>
        {t.composer.length(used, max)}
        {used > max ? <strong> · {t.composer.tooLong(used - max)}</strong> : null}
      </span>
      {slots > 0 ? (
        <button type="button" className="button button--small" onClick={onNextSlot}>
          <Icon name="pen" size={14} /> {t.composer.nextSlot(slots)}
        </button>
      ) : null}
      {onUndoInsert ? (
        <button type="button" className="button button--small" onClick={onUndoInsert}>
          {t.composer.undoInsert}
        </button>
      ) : null}
      <span className="send-bar__end">
        {openErrors > 0 ? <span className="send-bar__why">{t.composer.acceptFirst}</span> : null}
        <button type="submit" className="button button--primary" disabled={!maySend} title={t.composer.sendHint}>
          <Icon name="send" />
          {sending ? t.composer.sending : label}
        </button>
      </span>
    </div>
  );
}
