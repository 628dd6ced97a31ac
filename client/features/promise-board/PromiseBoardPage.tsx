import { Link } from 'react-router';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { ChannelMark } from '#client/ui/ChannelMark.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import type { IconName } from '#client/ui/Icon.tsx';
import { PromiseBadge } from '#client/ui/PromiseBadge.tsx';
import { ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { useBoard } from './use-board.ts';
import type { BoardColumns, BoardPromise } from './use-board.ts';

function BoardItem({ item, kept }: { readonly item: BoardPromise; readonly kept: boolean }) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const { promise, conversation } = item;
  const moment = dates.moment(kept ? (promise.settledAt ?? promise.dueAt) : promise.dueAt, now);
  return (
    <li className="board__item">
      <Link to={`/inbox/${conversation.id}`} className="board__link">
        <span className="board__head">
          <ChannelMark channel={conversation.account.channel} visibility={conversation.visibility} />
          <span className="board__name">{conversation.contact.displayName}</span>
          {kept && !conversation.assignee ? null : (
            <span className="muted board__who">{conversation.assignee?.name ?? t.board.nobody}</span>
          )}
        </span>
        <PromiseBadge promise={promise} />
        <span className="muted board__due">
          {kept ? t.board.keptAt(moment) : t.board.due(moment)}
          <span className="board__by">{t.board.promisedBy(t.conversation.authors[promise.madeBy])}</span>
        </span>
      </Link>
    </li>
  );
}

const columns = [
  { name: 'missed', icon: 'alert', empty: 'emptyMissed' },
  { name: 'atRisk', icon: 'hourglass', empty: 'emptyAtRisk' },
  { name: 'open', icon: 'clock', empty: 'emptyOpen' },
  { name: 'kept', icon: 'check', empty: 'emptyKept' },
] as const satisfies readonly { name: keyof BoardColumns; icon: IconName; empty: string }[];

function Columns({ board }: { readonly board: BoardColumns }) {
  const { t } = useLanguage();
  return (
    <div className="board">
      {columns.map(({ name, icon, empty }) => (
        <section key={name} className={`board__column board__column--${name}`} aria-labelledby={`board-${name}`}>
          <h2 id={`board-${name}`} className="board__title">
            <Icon name={icon} /> {t.board[name]}
            <span className="board__count">
              <span aria-hidden>{board[name].length}</span>
              <span className="visually-hidden">{t.board.count(board[name].length)}</span>
            </span>
          </h2>
          {board[name].length === 0 ? (
            <p className="muted board__empty">{t.board[empty]}</p>
          ) : (
            <ul className="board__list">
              {board[name].map((item) => (
                <BoardItem key={item.promise.id} item={item} kept={name === 'kept'} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

/** The promise board: missed, falling due, open and kept promises with countdowns, live. */
export function PromiseBoardPage() {
  const { t } = useLanguage();
  const { columns: board, failed, retry } = useBoard();
  return (
    <div className="page page--wide">
      <header>
        <h1>{t.board.title}</h1>
        <p className="page__intro muted">{t.board.intro}</p>
      </header>
      {failed ? <ErrorState onRetry={retry} /> : null}
      {board ? <Columns board={board} /> : null}
      {board || failed ? null : <Skeleton blocks={6} />}
    </div>
  );
}
