import { Link, useSearchParams } from 'react-router';
import type { InboxRow_ConversationFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { formatShortDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { ChannelMark, initialsOf } from '#client/ui/ChannelMark.tsx';
import { cueStyleOf } from '#client/ui/cue-style.ts';
import { PromiseBadge } from '#client/ui/PromiseBadge.tsx';
import { RiskBadge } from '#client/ui/RiskBadge.tsx';

type Row = InboxRow_ConversationFragment;

function RowFoot({ row, waited }: { readonly row: Row; readonly waited: string | undefined }) {
  const { pick, t } = useLanguage();
  const shownCues = row.topCues.slice(0, row.promise ? 2 : 3);
  if (row.risk === 'calm' && !row.promise && shownCues.length === 0) return null;
  // "te laat · 17 u" would read as seventeen hours too late.
  const detail = waited === undefined || row.risk === 'waiting' ? waited : t.inbox.waits(waited);
  return (
    <span className="row__foot">
      {row.risk === 'calm' ? null : <RiskBadge risk={row.risk} detail={detail} />}
      {row.promise ? <PromiseBadge promise={row.promise} /> : null}
      {shownCues.map((cue) => (
        <span key={cue.code} className={`cue cue--${cueStyleOf(cue.code)}`}>
          {pick(cue.label)}
        </span>
      ))}
    </span>
  );
}

function RowEnd({ row }: { readonly row: Row }) {
  const { t } = useLanguage();
  return (
    <>
      {row.unread > 0 ? (
        <span className="row__unread">
          <span aria-hidden>{row.unread}</span>
          <span className="visually-hidden">{t.inbox.unread(row.unread)}</span>
        </span>
      ) : null}
      {row.assignee ? (
        <span className="avatar" title={t.inbox.assignedTo(row.assignee.name)}>
          <span aria-hidden>{initialsOf(row.assignee.name)}</span>
          <span className="visually-hidden">{t.inbox.assignedTo(row.assignee.name)}</span>
        </span>
      ) : null}
    </>
  );
}

/** One conversation in the list: who, where, how long they wait, what was promised and how they feel. */
export function InboxRow({ row, chosen }: { readonly row: Row; readonly chosen: boolean }) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const now = useNow(1000);
  const [search] = useSearchParams();
  const waited =
    row.clock?.state === 'running'
      ? formatShortDuration(now.getTime() - Date.parse(row.clock.startedAt), language)
      : undefined;
  return (
    <li className={`row row--${row.risk}`} data-testid="inbox-row">
      <Link
        to={{ pathname: `/inbox/${row.id}`, search: search.toString() }}
        className="row__link"
        data-row={row.id}
        aria-current={chosen ? 'page' : undefined}
      >
        <span className="row__head">
          <ChannelMark channel={row.account.channel} visibility={row.visibility} />
          <span className={row.unread > 0 ? 'row__name row__name--unread' : 'row__name'}>
            {row.contact.displayName}
          </span>
          <span className="row__time">{dates.moment(row.lastMessageAt, now)}</span>
        </span>
        <span className="row__middle">
          <span className="row__preview">
            {t.inbox.lastBy[row.lastAuthorKind]}
            {row.preview}
          </span>
          <RowEnd row={row} />
        </span>
        <RowFoot row={row} waited={waited} />
      </Link>
    </li>
  );
}
