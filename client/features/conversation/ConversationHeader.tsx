import { Link, useSearchParams } from 'react-router';
import type { ConversationHeader_ConversationFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { ChannelMark } from '#client/ui/ChannelMark.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { ConversationActions } from './ConversationActions.tsx';

/** Who the conversation is with, where, who works on it and what can be done with it. */
export function ConversationHeader({
  conversation,
}: {
  readonly conversation: ConversationHeader_ConversationFragment;
}) {
  const { t } = useLanguage();
  const [search] = useSearchParams();
  const { account, contact, visibility, state, linkedConversations } = conversation;
  return (
    <header className="conversation-head">
      <Link
        to={{ pathname: '/inbox', search: search.toString() }}
        className="button button--quiet button--icon conversation-head__back"
        aria-label={t.common.back}
      >
        <Icon name="back" size={20} />
      </Link>
      <div className="conversation-head__who">
        <h1 id="conversation-title" className="conversation-head__name" tabIndex={-1}>
          {contact.displayName}
        </h1>
        <p className="conversation-head__where">
          <ChannelMark channel={account.channel} visibility={visibility} />
          <span className="conversation-head__account">
            {account.name} · {t.visibility[visibility]}
          </span>
          {linkedConversations.map((linked) => (
            <Link
              key={linked.id}
              to={{ pathname: `/inbox/${linked.id}`, search: search.toString() }}
              className="tag tag--link"
            >
              <Icon name={linked.visibility === 'private' ? 'lock' : 'globe'} size={12} />{' '}
              {t.place.linked[linked.visibility]}
            </Link>
          ))}
          {state === 'closed' ? <span className="tag">{t.conversation.closed}</span> : null}
        </p>
      </div>
      <ConversationActions conversation={conversation} />
    </header>
  );
}
