import { useId, useRef, useState } from 'react';
import type { ComposerQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useShortcut } from '#client/lib/ShortcutProvider.tsx';
import { AttachmentTray } from './AttachmentTray.tsx';
import { ComposerTools } from './ComposerTools.tsx';
import { DraftAdvice } from './DraftAdvice.tsx';
import { lengthOn, openSlotsOf } from './draft-findings.ts';
import { IdeaList } from './IdeaList.tsx';
import { MeanwhileNotice } from './MeanwhileNotice.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { ReplyTemplatePicker } from './ReplyTemplatePicker.tsx';
import { dropHandlers, ReplyText } from './ReplyText.tsx';
import { SendBar } from './SendBar.tsx';
import { SendNotices } from './SendNotices.tsx';
import { SuggestionList } from './SuggestionList.tsx';
import { TemplatePicker } from './TemplatePicker.tsx';
import { useAddWords } from './use-add-words.ts';
import { useAttachments } from './use-attachments.ts';
import { useDraftCheck } from './use-draft-check.ts';
import { useDraft } from './use-draft.ts';
import { useReplyField } from './use-reply-field.ts';
import { useSendReply } from './use-send-reply.ts';
import { WindowLine } from './WindowLine.tsx';

type ReplyFormProps = {
  readonly conversation: NonNullable<ComposerQuery['conversation']>;
  readonly lastSeenMessageId: string | null;
};

/** Where the reply goes and what that allows: the thread itself, or the customer's private messages. */
function usePlace({ visibility, replyWindow, mediaOptions, privateReply }: ReplyFormProps['conversation']) {
  const [wanted, setPrivately] = useState(false);
  const privately = wanted && privateReply?.open === true;
  const own = { visibility, window: replyWindow, media: mediaOptions ?? null };
  const chosen = privately
    ? { visibility: 'private' as const, window: privateReply, media: privateReply.media ?? null }
    : own;
  return { ...chosen, privately, setPrivately };
}

type PlacesProps = {
  readonly conversation: ReplyFormProps['conversation'];
  readonly place: ReturnType<typeof usePlace>;
};

/** Where else the reply may go: in private, or as a template once the window has closed. */
function ReplyPlaces({ conversation, place }: PlacesProps) {
  const { privateReply, replyWindow, visibility, id, draftBasis } = conversation;
  return (
    <>
      {privateReply ? (
        <PlaceChoice option={privateReply} privately={place.privately} onChoose={place.setPrivately} />
      ) : null}
      {!replyWindow.open && visibility === 'private' ? (
        <TemplatePicker conversationId={id} customerName={draftBasis.customerName} />
      ) : null}
    </>
  );
}

type StartsProps = {
  readonly conversation: ReplyFormProps['conversation'];
  readonly open: boolean;
  readonly onInsert: (text: string, templateId: string) => void;
  readonly onAdd: (words: string) => void;
};

/** What a reply can be made of: suggested texts, and what can be offered for this wish. */
function ReplyStarts({ conversation, open, onInsert, onAdd }: StartsProps) {
  return (
    <>
      <SuggestionList suggestions={conversation.suggestedReplies} disabled={!open} onInsert={onInsert} />
      <IdeaList basis={conversation.draftBasis} disabled={!open} onAdd={onAdd} />
    </>
  );
}

/** Whether the draft may go as it stands. */
function maySendOf(facts: {
  readonly open: boolean;
  readonly hasContent: boolean;
  readonly fits: boolean;
  readonly sending: boolean;
}): boolean {
  return facts.open && facts.hasContent && facts.fits && !facts.sending;
}

/** Writing, checking and sending a reply. */
export function ReplyForm({ conversation, lastSeenMessageId }: ReplyFormProps) {
  const { t } = useLanguage();
  const fieldId = useId();
  const { draft, setText, renew } = useDraft(conversation.id);
  const { news, sending, send, clearNews } = useSendReply({ conversationId: conversation.id, draft, renew });
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const field = useReplyField(fieldRef, draft.text, setText);
  const add = useAddWords(fieldRef, draft.text, setText, field);
  const place = usePlace(conversation);
  const { window: replyWindow, visibility } = place;
  const check = useDraftCheck(draft.text, { basis: conversation.draftBasis, visibility }, news.stopped);
  const files = useAttachments(conversation.id, place);
  const { account } = conversation;
  const used = lengthOn(account.channel.name, draft.text);
  const hasContent = draft.text.trim() !== '' || files.readyIds.length > 0;
  const fits = used <= replyWindow.maxLength && check.ready && !files.waiting;
  const maySend = maySendOf({ open: replyWindow.open, hasContent, fits, sending });
  const [picking, setPicking] = useState(false);
  const pick = (): void => {
    setPicking(replyWindow.open);
  };
  useShortcut('template', pick);
  const submit = (seenId: string | null): void => {
    if (!maySend) return;
    const wishes = {
      mediaIds: files.readyIds,
      privately: place.privately,
      acceptedFindings: check.acceptedCodes,
      overrideReason: check.overrides ? check.reason.trim() : null,
      lastSeenMessageId: seenId,
      templateId: field.templateId,
    };
    void send(wishes).then((stored) => {
      if (!stored) return;
      check.reset();
      field.forgetTemplate();
      files.clear();
    });
  };
  return (
    <form
      data-engaged={field.engaged || !replyWindow.open || files.list.length > 0}
      {...dropHandlers(files)}
      onSubmit={(event) => {
        event.preventDefault();
        submit(lastSeenMessageId);
      }}
    >
      <ReplyStarts conversation={conversation} open={replyWindow.open} onInsert={field.insert} onAdd={add} />
      <div className="composer__head">
        <label htmlFor={fieldId} className="composer__label">
          {t.composer.label}
        </label>
        <ComposerTools isPublic={visibility === 'public'} disabled={!replyWindow.open} onPick={pick} />
        <WindowLine replyWindow={replyWindow} now={check.now} />
      </div>
      <ReplyPlaces conversation={conversation} place={place} />
      <ReplyText
        id={fieldId}
        fieldRef={fieldRef}
        text={draft.text}
        disabled={!replyWindow.open}
        language={conversation.draftBasis.language}
        visibility={visibility}
        files={files}
        onChange={(words) => {
          setText(words);
          clearNews();
        }}
        onEngage={field.engage}
        onSubmit={() => {
          submit(lastSeenMessageId);
        }}
        onPick={pick}
        onLeave={field.leave}
        onTab={field.tabToSlot}
      />
      {files.options === null || !replyWindow.open ? null : (
        <AttachmentTray files={files} options={files.options} label={account.channel.label} />
      )}
      <SendNotices notice={news.notice} problem={news.problem} />
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
      <DraftAdvice text={draft.text} basis={conversation.draftBasis} check={check} onShow={field.select} />
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
      {picking ? (
        <ReplyTemplatePicker
          conversationId={conversation.id}
          onInsert={field.insert}
          onClose={() => {
            setPicking(false);
          }}
        />
      ) : null}
    </form>
  );
}
