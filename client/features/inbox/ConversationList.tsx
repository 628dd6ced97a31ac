import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { InboxView } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useShortcut } from '#client/lib/ShortcutProvider.tsx';
import { EmptyState, ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { InboxRow } from './InboxRow.tsx';
import { useInbox } from './use-inbox.ts';

type ConversationListProps = {
  readonly view: InboxView;
  readonly channel: string | null;
  readonly chosenId: string | null;
};

function rowLinks(list: HTMLElement | null): HTMLAnchorElement[] {
  return [...(list?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
}

/** j and k walk through the rows by moving the focus; Enter opens the row that was walked to last. */
function useRowKeys(listRef: RefObject<HTMLElement | null>, chosenId: string | null): void {
  const cursorId = useRef<string | null>(null);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  useEffect(() => {
    cursorId.current = chosenId;
  }, [chosenId]);
  const move = (step: 1 | -1): void => {
    const links = rowLinks(listRef.current);
    const focused = links.findIndex((link) => link === document.activeElement);
    const at = focused === -1 ? links.findIndex((link) => link.dataset.row === cursorId.current) : focused;
    const next = links[Math.min(links.length - 1, Math.max(0, at === -1 ? 0 : at + step))];
    next?.focus();
    cursorId.current = next?.dataset.row ?? null;
  };
  useShortcut('next', () => {
    move(1);
  });
  useShortcut('previous', () => {
    move(-1);
  });
  useShortcut('open', () => {
    if (cursorId.current !== null) void navigate({ pathname: `/inbox/${cursorId.current}`, search: search.toString() });
  });
}

/** Loads the next page as soon as the end of the list comes near. */
function useNearEnd(loadMore: () => void): RefObject<HTMLButtonElement | null> {
  const endRef = useRef<HTMLButtonElement>(null);
  const latest = useRef(loadMore);
  useEffect(() => {
    latest.current = loadMore;
  });
  useEffect(() => {
    const end = endRef.current;
    if (!end || !('IntersectionObserver' in globalThis)) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current();
      },
      { rootMargin: '400px' },
    );
    observer.observe(end);
    return () => {
      observer.disconnect();
    };
  });
  return endRef;
}

/** The conversations of a view in the order of risk, page after page, kept up to date. */
export function ConversationList({ view, channel, chosenId }: ConversationListProps) {
  const { t } = useLanguage();
  const listRef = useRef<HTMLUListElement>(null);
  const { rows, hasMore, failed, loadMore, retry } = useInbox(view, channel);
  const endRef = useNearEnd(loadMore);
  useRowKeys(listRef, chosenId);
  if (failed) return <ErrorState onRetry={retry} />;
  if (!rows) return <Skeleton blocks={7} />;
  if (rows.length === 0) return <EmptyState icon="calm" title={t.inbox.empty[view]} hint={t.inbox.emptyHint} />;
  return (
    <div className="rows">
      <ul ref={listRef} className="rows__list" aria-label={t.inbox.listLabel}>
        {rows.map((row) => (
          <InboxRow key={row.id} row={row} chosen={row.id === chosenId} />
        ))}
      </ul>
      {hasMore ? (
        <button ref={endRef} type="button" className="button button--quiet rows__more" onClick={loadMore}>
          {t.common.more}
        </button>
      ) : null}
    </div>
  );
}
