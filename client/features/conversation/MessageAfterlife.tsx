import type { MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';

type Message = MessageItem_MessageFragment;

/** What stands in the place of a message that was taken back. Only in private is it certain that its author did it. */
export function DeletedWords({ message }: { readonly message: Message }) {
  const { t } = useLanguage();
  const byCustomer = message.direction === 'in' && message.visibility === 'private';
  return <p className="bubble__kind">{byCustomer ? t.conversation.deletedByCustomer : t.conversation.deleted}</p>;
}

/** Beside the time of a message: that its words were changed, and when. */
export function EditedMark({ editedAt }: { readonly editedAt: string }) {
  const { t } = useLanguage();
  const dates = useDates();
  return (
    <time className="message__time" dateTime={editedAt} data-testid="edited">
      {t.conversation.editedAt(dates.time(editedAt))}
    </time>
  );
}

/** The emoji people put on a message; equal ones of one side are counted. */
export function ReactionChips({ reactions }: { readonly reactions: Message['reactions'] }) {
  const { t } = useLanguage();
  const counts = new Map<string, { emoji: string; byCustomer: boolean; count: number }>();
  for (const { emoji, byCustomer } of reactions) {
    const key = `${emoji} ${String(byCustomer)}`;
    const known = counts.get(key);
    counts.set(key, { emoji, byCustomer, count: (known?.count ?? 0) + 1 });
  }
  return (
    <ul className="reactions" aria-label={t.conversation.reactions}>
      {[...counts].map(([key, { emoji, byCustomer, count }]) => (
        <li key={key} className="reactions__one" title={t.conversation.reactedBy[byCustomer ? 'customer' : 'account']}>
          <span aria-hidden="true">
            {emoji}
            {count > 1 ? ` ${String(count)}` : ''}
          </span>
          <span className="visually-hidden">
            {emoji} {count > 1 ? count : ''} {t.conversation.reactedBy[byCustomer ? 'customer' : 'account']}
          </span>
        </li>
      ))}
    </ul>
  );
}
