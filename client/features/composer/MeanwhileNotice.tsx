import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import type { Meanwhile } from './use-send-reply.ts';

type MeanwhileNoticeProps = {
  readonly messages: Meanwhile;
  readonly onSend: (lastSeenMessageId: string | null) => void;
  readonly onEdit: () => void;
};

/** Shows what the customer wrote while the reply was being written, and asks whether it still fits. */
export function MeanwhileNotice({ messages, onSend, onEdit }: MeanwhileNoticeProps) {
  const { t } = useLanguage();
  const dates = useDates();
  return (
    <Notice tone="warn">
      <strong>{t.composer.meanwhileTitle}</strong>
      {messages.map((message) => (
        <blockquote key={message.id} className="bubble__quote">
          {message.text} <span className="muted">{dates.time(message.sentAt)}</span>
        </blockquote>
      ))}
      <div className="form__buttons">
        <button type="button" className="button button--primary button--small" onClick={onEdit}>
          {t.composer.meanwhileEdit}
        </button>
        <button
          type="button"
          className="button button--small"
          onClick={() => {
            onSend(messages.at(-1)?.id ?? null);
          }}
        >
          {t.composer.meanwhileSend}
        </button>
      </div>
    </Notice>
  );
}
