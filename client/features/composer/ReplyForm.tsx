import { useDeferredValue, useId, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { ComposerQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useShortcut } from '#client/lib/ShortcutProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { findingsOf, lengthOn, openSlotsOf } from './draft-findings.ts';
import { DraftPromises } from './DraftPromises.tsx';
import { FindingList } from './FindingList.tsx';
import { MeanwhileNotice } from './MeanwhileNotice.tsx';
import { SendBar } from './SendBar.tsx';
import { SuggestionList } from './SuggestionList.tsx';
import { useDraft } from './use-draft.ts';
import { useSendReply } from './use-send-reply.ts';
import { WindowLine } from './WindowLine.tsx';

type ReplyFormProps = {
  readonly conversation: NonNullable<ComposerQuery['conversation']>;
  readonly lastSeenMessageId: string | null;
};

const checkEveryMs = 60_000;

/** The text field with what reading, selecting and inserting need. */
function useReplyField(ref: RefObject<HTMLTextAreaElement | null>, text: string, setText: (text: string) => void) {
  const [replacedText, setReplacedText] = useState<string | null>(null);
  const [engaged, setEngaged] = useState(false);
  const select = (start: number, end: number): void => {
    ref.current?.focus();
    ref.current?.setSelectionRange(start, end);
  };
  useShortcut('reply', () => {
    ref.current?.focus();
  });
  return {
    select,
    // Once the box has grown it stays so: shrinking when the focus leaves would move the button that is being clicked.
    engaged: engaged || text !== '',
    engage: (): void => {
      setEngaged(true);
    },
    replacedText,
    /** Replaces the draft by a suggestion and selects its first open slot, so that typing fills it in. */
    insert: (suggestion: string): void => {
      setReplacedText(text.trim() === '' ? null : text);
      setText(suggestion);
      const slot = openSlotsOf(suggestion)[0];
      // The new text must be in the field before a part of it can be selected.
      requestAnimationFrame(() => {
        select(slot?.start ?? suggestion.length, slot?.end ?? suggestion.length);
      });
    },
    undo: (): void => {
      if (replacedText !== null) setText(replacedText);
      setReplacedText(null);
      ref.current?.focus();
    },
    nextSlot: (): void => {
      const slots = openSlotsOf(text);
      const caret = ref.current?.selectionEnd ?? 0;
      const slot = slots.find((each) => each.start >= caret) ?? slots[0];
      if (slot) select(slot.start, slot.end);
    },
  };
}

/** Findings of the draft as it stands, which of the errors were accepted on purpose, and whether it may go. */
function useDraftCheck(
  text: string,
  conversation: ReplyFormProps['conversation'],
  stopped: Parameters<typeof findingsOf>[3],
) {
  const now = useNow(checkEveryMs);
  const deferred = useDeferredValue(text);
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const findings = findingsOf(deferred, conversation.draftBasis, now, stopped);
  const errors = findings.filter((finding) => finding.level === 'error');
  return {
    now,
    findings,
    acceptedCodes: errors.map((finding) => finding.code).filter((code) => accepted.has(code)),
    openErrors: errors.filter((finding) => !accepted.has(finding.code)).length,
    hasErrors: errors.length > 0,
    accept: (code: string, on: boolean): void => {
      setAccepted((before) => {
        const next = new Set(before);
        if (on) next.add(code);
        else next.delete(code);
        return next;
      });
    },
    reset: (): void => {
      setAccepted(new Set());
    },
  };
}

/** Writing, checking and sending a reply. */
export function ReplyForm({ conversation, lastSeenMessageId }: ReplyFormProps) {
  const { t } = useLanguage();
  const fieldId = useId();
  const { draft, setText, renew } = useDraft(conversation.id);
  const { news, sending, send, clearNews } = useSendReply({ conversationId: conversation.id, draft, renew });
  const check = useDraftCheck(draft.text, conversation, news.stopped);
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const field = useReplyField(fieldRef, draft.text, setText);
  const { replyWindow, visibility, account } = conversation;
  const used = lengthOn(account.channel.name, draft.text);
  const maySend =
    replyWindow.open && draft.text.trim() !== '' && used <= replyWindow.maxLength && check.openErrors === 0 && !sending;
  const submit = (seenId: string | null): void => {
    if (!maySend) return;
    void send(check.acceptedCodes, seenId).then((stored) => {
      if (stored) check.reset();
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit(lastSeenMessageId);
  };
  return (
    <form
      data-engaged={field.engaged || !replyWindow.open}
      onSubmit={(event) => {
        event.preventDefault();
        submit(lastSeenMessageId);
      }}
    >
      <SuggestionList
        suggestions={conversation.suggestedReplies}
        disabled={!replyWindow.open}
        onInsert={field.insert}
      />
      <div className="composer__head">
        <label htmlFor={fieldId} className="composer__label">
          {t.composer.label}
        </label>
        {visibility === 'public' ? (
          <span className="tag tag--public">
            <Icon name="globe" size={13} /> {t.composer.mayBePublic}
          </span>
        ) : null}
        <WindowLine replyWindow={replyWindow} now={check.now} />
      </div>
      <textarea
        id={fieldId}
        ref={fieldRef}
        className="input composer__text"
        rows={4}
        value={draft.text}
        disabled={!replyWindow.open}
        lang={conversation.draftBasis.language}
        placeholder={visibility === 'public' ? t.composer.publicPlaceholder : t.composer.placeholder}
        onChange={(event) => {
          setText(event.target.value);
          clearNews();
        }}
        onFocus={field.engage}
        onKeyDown={onKeyDown}
      />
      {news.notice === null ? null : <Notice tone="info">{news.notice}</Notice>}
      {news.problem === null ? null : <Notice tone="bad">{news.problem}</Notice>}
      {news.meanwhile === null ? null : (
        <MeanwhileNotice
          messages={news.meanwhile}
          onSend={submit}
          onEdit={() => {
            clearNews();
            fieldRef.current?.focus();
          }}
        />
      )}
      <DraftPromises
        text={draft.text}
        vagueMaxMs={conversation.draftBasis.vagueMaxMs}
        hours={conversation.draftBasis.hours}
        now={check.now}
      />
      <FindingList
        findings={check.findings}
        draft={draft.text}
        acceptedCodes={check.acceptedCodes}
        onAccept={check.accept}
        onShow={field.select}
      />
      <SendBar
        used={used}
        max={replyWindow.maxLength}
        slots={openSlotsOf(draft.text).length}
        maySend={maySend}
        sending={sending}
        openErrors={check.openErrors}
        overriding={check.hasErrors}
        onNextSlot={field.nextSlot}
        onUndoInsert={field.replacedText === null ? null : field.undo}
      />
    </form>
  );
}
