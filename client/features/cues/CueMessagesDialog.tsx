import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import type { CueTrendInput } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { ChannelMark } from '#client/ui/ChannelMark.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { CueMessagesDocument } from './cue-trend-documents.ts';
import type { ChosenSign } from './cue-trend-types.ts';

type CueMessagesDialogProps = {
  readonly sign: ChosenSign;
  readonly input: CueTrendInput;
  readonly onClose: () => void;
};

const shownLetters = 240;

/** The messages behind a figure, each with the way to its conversation. */
export function CueMessagesDialog({ sign, input, onClose }: CueMessagesDialogProps) {
  const { t, pick } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const { data, error, refetch } = useQuery(CueMessagesDocument, {
    variables: { input, code: sign.code },
    fetchPolicy: 'network-only',
  });
  const found = data?.cueMessages;
  return (
    <Dialog title={t.cueTrend.conversations(sign.name)} onClose={onClose} wide>
      {error && !data ? <ErrorState onRetry={readingAgain(refetch)} /> : null}
      {found === undefined && !error ? <Skeleton blocks={3} /> : null}
      {found && 'message' in found ? <Notice tone="bad">{pick(found.message)}</Notice> : null}
      {found && 'messages' in found ? (
        <>
          {found.messages.length === 0 ? <EmptyState icon="inbox" title={t.cueTrend.noMessages} /> : null}
          {found.complete ? null : <p className="muted">{t.cueTrend.notAll(found.looked)}</p>}
          <ul className="cue-messages">
            {found.messages.map(({ message: { id, conversationId, sentAt, text, visibility, channel }, contact }) => (
              <li key={id}>
                <Link className="cue-messages__link" to={`/inbox/${conversationId}`}>
                  <span className="board__head">
                    <ChannelMark channel={channel} visibility={visibility} />
                    <span className="board__name">{contact?.displayName ?? t.common.unknown}</span>
                    <time className="muted board__who" dateTime={sentAt}>
                      {dates.moment(sentAt, now)}
                    </time>
                  </span>
                  <span className="words">{text.slice(0, shownLetters)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Dialog>
  );
}
