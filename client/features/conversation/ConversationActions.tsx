import { useState } from 'react';
import type { ConversationHeader_ConversationFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useShortcut } from '#client/lib/ShortcutProvider.tsx';
import { initialsOf } from '#client/ui/ChannelMark.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { HandOver } from './HandOver.tsx';
import { useAssignment } from './use-assignment.ts';

type ConversationActionsProps = { readonly conversation: ConversationHeader_ConversationFragment };

/** Claim, hand over, close and reopen. */
export function ConversationActions({ conversation }: ConversationActionsProps) {
  const { t } = useLanguage();
  const { id, assignee, state } = conversation;
  const { problem, busy, claim, assign, reopen, close } = useAssignment(id);
  const [waitingSince, setWaitingSince] = useState<string | null>(null);
  const tryToClose = async (): Promise<void> => {
    const outcome = await close(null);
    if (outcome.kind === 'waiting') setWaitingSince(outcome.since);
  };
  useShortcut('claim', () => {
    if (assignee === null && state === 'open') void claim();
  });
  useShortcut('close', () => {
    if (state === 'open') void tryToClose();
  });
  return (
    <div className="actions">
      {assignee ? (
        <span className="actions__assignee" title={t.inbox.assignedTo(assignee.name)}>
          <span className="avatar" aria-hidden>
            {initialsOf(assignee.name)}
          </span>
          <span className="hide-medium" aria-hidden>
            {assignee.name}
          </span>
          <span className="visually-hidden">{t.inbox.assignedTo(assignee.name)}</span>
        </span>
      ) : null}
      {state === 'open' && assignee === null ? (
        <button type="button" className="button button--primary" disabled={busy} onClick={() => void claim()}>
          {t.conversation.claim}
        </button>
      ) : null}
      {state === 'open' ? (
        <HandOver assigneeId={assignee?.id ?? null} onChoose={(userId) => void assign(userId)} />
      ) : null}
      {state === 'open' ? (
        <button type="button" className="button" disabled={busy} onClick={() => void tryToClose()}>
          <Icon name="check" />
          <span className="collapse-narrow">{t.conversation.close}</span>
        </button>
      ) : (
        <button type="button" className="button button--primary" disabled={busy} onClick={() => void reopen()}>
          {t.conversation.reopen}
        </button>
      )}
      {problem === null ? null : (
        <div className="actions__problem">
          <Notice tone="bad">{problem}</Notice>
        </div>
      )}
      {waitingSince === null ? null : (
        <CloseDialog
          since={waitingSince}
          onCancel={() => {
            setWaitingSince(null);
          }}
          onClose={async (reason) => {
            const outcome = await close(reason);
            if (outcome.kind !== 'waiting') setWaitingSince(null);
          }}
        />
      )}
    </div>
  );
}
