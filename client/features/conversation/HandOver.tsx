import { useLazyQuery } from '@apollo/client/react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { initialsOf } from '#client/ui/ChannelMark.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Popover } from '#client/ui/Popover.tsx';
import { ColleaguesDocument } from './action-documents.ts';
import { Notice } from '#client/ui/StateViews.tsx';

type HandOverProps = { readonly assigneeId: string | null; readonly onChoose: (userId: string | null) => void };

/** Chooses the colleague who takes over, or gives the conversation back to the list. */
export function HandOver({ assigneeId, onChoose }: HandOverProps) {
  const { t } = useLanguage();
  const viewer = useViewer();
  // What fails is shown, not thrown.
  const [load, { data, error }] = useLazyQuery(ColleaguesDocument, { errorPolicy: 'all' });
  const colleagues = (data?.users ?? []).filter((user) => user.id !== assigneeId && user.role !== 'marketing');
  return (
    <Popover
      label={t.conversation.handOverTo}
      trigger={({ ref, open, panelId, toggle }) => (
        <button
          ref={(node) => {
            ref.current = node;
          }}
          type="button"
          className="button"
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-controls={open ? panelId : undefined}
          onClick={() => {
            void load();
            toggle();
          }}
        >
          <Icon name="swap" />
          <span className="collapse-narrow">{t.conversation.handOver}</span>
        </button>
      )}
    >
      {(close) => (
        <div className="menu">
          <p className="menu__title">{t.conversation.handOverTo}</p>
          {error && !data ? <Notice tone="bad">{t.common.loadFailed}</Notice> : null}
          {colleagues.map((user) => (
            <button
              key={user.id}
              type="button"
              className="menu__item"
              onClick={() => {
                close();
                onChoose(user.id);
              }}
            >
              <span className="avatar" aria-hidden>
                {initialsOf(user.name)}
              </span>
              {user.name} {user.id === viewer.id ? <span className="muted">({t.common.you})</span> : null}
            </button>
          ))}
          {assigneeId === null ? null : (
            <button
              type="button"
              className="menu__item"
              onClick={() => {
                close();
                onChoose(null);
              }}
            >
              <Icon name="back" /> {t.conversation.release}
            </button>
          )}
        </div>
      )}
    </Popover>
  );
}
