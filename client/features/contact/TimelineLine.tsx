import type { TimelineLine_ItemFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { channelIcon, Icon } from '#client/ui/Icon.tsx';
import type { IconName } from '#client/ui/Icon.tsx';

type Item = TimelineLine_ItemFragment;

const momentIcons: Record<NonNullable<Item['moment']>['kind'], IconName> = {
  call: 'phone',
  email: 'mail',
  visit: 'door',
  letter: 'letter',
  other: 'flag',
};

const excerptLength = 110;

function excerptOf(text: string): string {
  return text.length > excerptLength ? `${text.slice(0, excerptLength).trimEnd()}…` : text;
}

function iconOf(item: Item): IconName {
  if (item.moment) return momentIcons[item.moment.kind];
  if (item.message?.authorKind === 'autoReply' || item.message?.authorKind === 'bot') return 'robot';
  if (!item.message || item.message.direction === 'out') return 'send';
  return channelIcon(item.message.channel.name);
}

function MomentText({ moment }: { readonly moment: NonNullable<Item['moment']> }) {
  const { t } = useLanguage();
  const by = moment.loggedBy ? t.contact.loggedBy(moment.loggedBy.name) : t.contact.imported;
  return (
    <>
      <p className="timeline__what">
        <strong>{t.contact.kinds[moment.kind]}</strong>{' '}
        <span className="muted">
          {moment.fromCustomer ? t.contact.fromCustomer : t.contact.fromUs}
          {moment.attempts > 1 ? `, ${t.contact.attempts(moment.attempts)}` : ''}
        </span>
      </p>
      <p>{excerptOf(moment.summary)}</p>
      <p className="muted">
        <span className={moment.outcome === 'unanswered' ? 'is-bad' : undefined}>
          {t.contact.outcomes[moment.outcome]}
        </span>{' '}
        · {by}
      </p>
    </>
  );
}

function MessageExcerpt({ message }: { readonly message: NonNullable<Item['message']> }) {
  const { t } = useLanguage();
  const instead = message.deletedAt === null ? t.conversation.attachmentKinds.other : t.conversation.deleted;
  const text = message.text === '' ? instead : excerptOf(message.text);
  return (
    <>
      <p className="timeline__what">
        <strong>{t.conversation.authors[message.authorKind]}</strong>
      </p>
      <p>{text}</p>
    </>
  );
}

/** One line of the customer's journey; the customer's own contact moments carry their number. */
export function TimelineLine({ item }: { readonly item: Item }) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const fromUs = item.moment ? !item.moment.fromCustomer : item.message?.direction === 'out';
  return (
    <li className={fromUs ? 'timeline__item timeline__item--us' : 'timeline__item'}>
      <span className="timeline__dot">
        {item.momentNumber === null ? (
          <Icon name={iconOf(item)} size={13} />
        ) : (
          <>
            <span className="visually-hidden">{t.contact.momentNumber(item.momentNumber)}</span>
            <span aria-hidden>{item.momentNumber}</span>
          </>
        )}
      </span>
      <div className="timeline__body">
        <time className="timeline__time" dateTime={item.at}>
          {item.momentNumber === null ? null : <Icon name={iconOf(item)} size={13} />} {dates.moment(item.at, now)}
        </time>
        {item.moment ? <MomentText moment={item.moment} /> : null}
        {item.message ? <MessageExcerpt message={item.message} /> : null}
      </div>
    </li>
  );
}
