import { useMutation } from '@apollo/client/react';
import type { AuthorKind, MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { conversationQueries } from '#client/lib/conversation-queries.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import type { IconName } from '#client/ui/Icon.tsx';
import { Popover } from '#client/ui/Popover.tsx';
import { CorrectAuthorDocument } from './action-documents.ts';

type Message = MessageItem_MessageFragment;

const authorIcons: Record<AuthorKind, IconName> = {
  customer: 'person',
  agent: 'person',
  autoReply: 'robot',
  bot: 'robot',
  outsideAgent: 'outside',
  outsideUnknown: 'question',
  system: 'gear',
};

const correctable: readonly AuthorKind[] = ['agent', 'autoReply', 'bot', 'outsideAgent', 'outsideUnknown'];

function CorrectionMenu({ message }: { readonly message: Message }) {
  const { t, pick } = useLanguage();
  const announce = useAnnounce();
  const [correct] = useMutation(CorrectAuthorDocument, conversationQueries);
  const choose = async (authorKind: AuthorKind): Promise<void> => {
    try {
      const result = (await correct({ variables: { messageId: message.id, authorKind } })).data?.correctAuthorKind;
      if (result && 'message' in result) announce(pick(result.message));
    } catch (error) {
      console.error(error);
      announce(t.common.actionFailed);
    }
  };
  const guessed = message.authorGuessed;
  return (
    <Popover
      label={t.conversation.correct}
      trigger={({ ref, open, panelId, toggle }) => (
        <button
          ref={(node) => {
            ref.current = node;
          }}
          type="button"
          className={guessed ? 'author__correct author__correct--guess' : 'author__correct'}
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-controls={open ? panelId : undefined}
          aria-label={guessed ? `${t.conversation.isThisRight} ${t.conversation.correct}` : t.conversation.correct}
          title={guessed ? t.conversation.guess : t.conversation.correct}
          onClick={toggle}
        >
          {guessed ? t.conversation.isThisRight : <Icon name="dots" size={14} />}
        </button>
      )}
    >
      {(close) => (
        <div className="menu">
          <p className="menu__title">{t.conversation.whoWrote}</p>
          {guessed ? <p className="menu__hint">{t.conversation.guess}</p> : null}
          {correctable.map((kind) => (
            <button
              key={kind}
              type="button"
              className="menu__item"
              aria-pressed={kind === message.authorKind && !guessed}
              onClick={() => {
                close();
                void choose(kind);
              }}
            >
              <Icon name={authorIcons[kind]} /> {t.conversation.authors[kind]}
              {kind === message.authorKind ? <Icon name="check" size={14} /> : null}
            </button>
          ))}
        </div>
      )}
    </Popover>
  );
}

/** Who wrote a message, with a way to correct it where that can be mistaken. */
export function AuthorLine({ message }: { readonly message: Message }) {
  const { t } = useLanguage();
  const { authorKind, authorName } = message;
  return (
    <span className="author">
      <Icon name={authorIcons[authorKind]} size={14} />
      {authorName === null ? null : <span className="author__name">{authorName}</span>}
      <span className="author__kind">{t.conversation.authors[authorKind]}</span>
      {message.authorCorrectable ? <CorrectionMenu message={message} /> : null}
    </span>
  );
}
