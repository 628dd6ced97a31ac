import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { DeliveryLine_ResultFragment, MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { MarkSentDocument, ResendDocument } from './action-documents.ts';

type Delivery = NonNullable<MessageItem_MessageFragment['delivery']>;

const icons = {
  queued: 'clock',
  sending: 'clock',
  sent: 'check',
  delivered: 'check',
  read: 'check',
  failed: 'alert',
  unknown: 'question',
} as const;

/** Sends again or settles by hand; one at a time, so that a double click is one attempt. */
function useSettling(messageId: string) {
  const { t, pick } = useLanguage();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [resend] = useMutation(ResendDocument);
  const [markSent] = useMutation(MarkSentDocument);
  const settle = async (run: () => Promise<DeliveryLine_ResultFragment | undefined>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const result = await run();
      if (result && result.__typename !== 'SettleDeliverySuccess') setProblem(pick(result.message));
    } catch (error) {
      console.error(error);
      setProblem(t.common.actionFailed);
    } finally {
      setBusy(false);
    }
  };
  const variables = { messageId };
  return {
    problem,
    busy,
    resend: () => settle(async () => (await resend({ variables })).data?.resendMessage),
    markSent: () => settle(async () => (await markSent({ variables })).data?.markMessageSent),
  };
}

/** How the delivery of an outgoing message stands, and what can be done when it went wrong. */
export function DeliveryLine({ messageId, delivery }: { readonly messageId: string; readonly delivery: Delivery }) {
  const { t, pick } = useLanguage();
  const { problem, busy, resend, markSent } = useSettling(messageId);
  const unsettled = delivery.state === 'failed' || delivery.state === 'unknown';
  return (
    <div className={`delivery delivery--${delivery.state}`}>
      <span className="delivery__state">
        <Icon name={icons[delivery.state]} size={13} />
        {delivery.state === 'read' || delivery.state === 'delivered' ? <Icon name="check" size={13} /> : null}
        {t.conversation.delivery[delivery.state]}
      </span>
      {delivery.problem ? <span className="delivery__problem">{pick(delivery.problem)}</span> : null}
      {unsettled ? (
        <span className="delivery__actions">
          <button type="button" className="button button--small" disabled={busy} onClick={() => void resend()}>
            {t.conversation.resend}
          </button>
          {delivery.state === 'unknown' ? (
            <button type="button" className="button button--small" disabled={busy} onClick={() => void markSent()}>
              {t.conversation.markSent}
            </button>
          ) : null}
        </span>
      ) : null}
      {problem === null ? null : (
        <span role="alert" className="is-bad">
          {problem}
        </span>
      )}
    </div>
  );
}
