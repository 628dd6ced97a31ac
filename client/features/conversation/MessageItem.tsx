import type { MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { AddPromiseButton } from './AddPromiseButton.tsx';
import { AuthorLine } from './AuthorLine.tsx';
import { CueChips } from './CueChips.tsx';
import { DeliveryLine } from './DeliveryLine.tsx';
import { DeviationLine } from './DeviationLine.tsx';
import { DeletedWords, EditedMark, ReactionChips } from './MessageAfterlife.tsx';
import { MessageAttachments } from './MessageAttachments.tsx';
import { MessageText } from './MessageText.tsx';
import { MissedCueButton } from './MissedCueButton.tsx';

type Message = MessageItem_MessageFragment;

function MessageContent({ message }: { readonly message: Message }) {
  const { t } = useLanguage();
  if (message.deletedAt) return <DeletedWords message={message} />;
  const isPlaceholder = message.content === 'unsupported' && message.text === '' && message.attachments.length === 0;
  return (
    <>
      {message.content === 'postback' ? <p className="bubble__kind">{t.conversation.postback}</p> : null}
      {message.content === 'order' ? <p className="bubble__kind">{t.conversation.order}</p> : null}
      {isPlaceholder ? <p className="bubble__kind">{t.conversation.unsupported}</p> : null}
      <MessageAttachments attachments={message.attachments} />
      {message.text === '' ? null : <MessageText message={message} />}
    </>
  );
}

/** A message in or out: who, when, the words with what they mean, and how its delivery stands. */
export function MessageItem({ message }: { readonly message: Message }) {
  const { t } = useLanguage();
  const dates = useDates();
  const automatic = message.authorKind === 'autoReply' || message.authorKind === 'bot';
  const classes = ['message', `message--${message.direction}`, automatic ? 'message--automatic' : ''].join(' ').trim();
  return (
    <li className={classes} data-testid="message">
      <div className="message__meta">
        <AuthorLine message={message} />
        <time className="message__time" dateTime={message.sentAt}>
          {dates.time(message.sentAt)}
        </time>
        {message.privateReply ? (
          <span className="tag">
            <Icon name="lock" size={12} /> {t.place.privateReply}
          </span>
        ) : null}
        {message.editedAt && !message.deletedAt ? <EditedMark editedAt={message.editedAt} /> : null}
        <AddPromiseButton message={message} />
        <MissedCueButton message={message} />
      </div>
      <div className="bubble">
        {message.replyTo ? (
          <blockquote className="bubble__quote">
            <span className="visually-hidden">{t.conversation.inReplyTo} </span>
            {message.replyTo.text.slice(0, 140)}
          </blockquote>
        ) : null}
        <MessageContent message={message} />
      </div>
      {message.reactions.length > 0 ? <ReactionChips reactions={message.reactions} /> : null}
      {message.chases ? (
        <p className="message__chases">
          <Icon name="hourglass" size={14} /> {t.promiseWork.chases(message.chases.wording.text)}
        </p>
      ) : null}
      <CueChips message={message} />
      {message.deviation ? <DeviationLine deviation={message.deviation} /> : null}
      {message.delivery ? <DeliveryLine messageId={message.id} delivery={message.delivery} /> : null}
    </li>
  );
}
