import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { formatDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { MessageItem } from './MessageItem.tsx';

type Message = MessageItem_MessageFragment;
type MessageListProps = {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  readonly onOlder: () => Promise<void>;
};

const nearBottomPx = 80;
const longGapMs = 3 * 86_400_000;

/** Stays at the newest message as long as the reader is there; keeps the place when older ones are put before. */
function useStickyScroll(
  boxRef: RefObject<HTMLDivElement | null>,
  firstId: string | undefined,
  lastId: string | undefined,
) {
  const atBottom = useRef(true);
  const height = useRef(0);
  const previousFirst = useRef(firstId);
  const [unseenId, setUnseenId] = useState<string | null>(null);
  const toBottom = (): void => {
    const box = boxRef.current;
    if (box) box.scrollTop = box.scrollHeight;
  };
  useLayoutEffect(() => {
    const box = boxRef.current;
    if (!box) return;
    if (atBottom.current) box.scrollTop = box.scrollHeight;
    else if (previousFirst.current !== firstId) box.scrollTop += box.scrollHeight - height.current;
    previousFirst.current = firstId;
    height.current = box.scrollHeight;
  }, [boxRef, firstId, lastId]);
  useEffect(() => {
    const box = boxRef.current;
    if (!box || !('ResizeObserver' in globalThis)) return;
    // The composer grows and shrinks, and with it the place that is left.
    const observer = new ResizeObserver(() => {
      if (atBottom.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    return () => {
      observer.disconnect();
    };
  }, [boxRef]);
  const onScroll = (): void => {
    const box = boxRef.current;
    if (!box) return;
    atBottom.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearBottomPx;
    if (atBottom.current) setUnseenId(lastId ?? null);
    else if (unseenId === null) setUnseenId(lastId ?? null);
  };
  return { onScroll, toBottom, hasUnseen: unseenId !== null && unseenId !== lastId };
}

function DaySeparator({ message, before }: { readonly message: Message; readonly before: Message | undefined }) {
  const { t, language } = useLanguage();
  const dates = useDates();
  if (before && dates.dayKey(before.sentAt) === dates.dayKey(message.sentAt)) return null;
  const gapMs = before ? Date.parse(message.sentAt) - Date.parse(before.sentAt) : 0;
  return (
    <li className="day">
      <span>
        {dates.day(message.sentAt)}
        {gapMs >= longGapMs ? (
          <strong className="day__gap"> · {t.conversation.later(formatDuration(gapMs, language))}</strong>
        ) : null}
      </span>
    </li>
  );
}

/** The messages, oldest first, with a line for every new day. */
export function MessageList({ messages, hasOlder, onOlder }: MessageListProps) {
  const { t } = useLanguage();
  const boxRef = useRef<HTMLDivElement>(null);
  const { onScroll, toBottom, hasUnseen } = useStickyScroll(boxRef, messages[0]?.id, messages.at(-1)?.id);
  return (
    <div className="messages">
      {/* A scrolling box needs the focus to be scrolled by keyboard. */}
      <div
        ref={boxRef}
        className="messages__box"
        role="log"
        aria-label={t.conversation.messages}
        tabIndex={0}
        onScroll={onScroll}
      >
        {hasOlder ? (
          <button type="button" className="button button--quiet messages__older" onClick={() => void onOlder()}>
            {t.conversation.older}
          </button>
        ) : null}
        <ol className="messages__list">
          {messages.map((message, index) => (
            <Fragment key={message.id}>
              <DaySeparator message={message} before={messages[index - 1]} />
              <MessageItem message={message} />
            </Fragment>
          ))}
        </ol>
      </div>
      {hasUnseen ? (
        <button type="button" className="button messages__new" onClick={toBottom}>
          {t.conversation.newBelow}
        </button>
      ) : null}
    </div>
  );
}
