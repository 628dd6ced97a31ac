import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { ContactColumn_ContactFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useShortcut } from '#client/lib/ShortcutProvider.tsx';
import { readingAgain } from '#client/lib/reading-again.ts';
import { channelIcon, Icon } from '#client/ui/Icon.tsx';
import { ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { ContactColumnDocument } from './contact-documents.ts';
import { ContactMoodLine } from './ContactMoodLine.tsx';
import { JourneySummary } from './JourneySummary.tsx';
import { LogContactDialog } from './LogContactDialog.tsx';
import { PromiseChain } from './PromiseChain.tsx';
import { TimelineLine } from './TimelineLine.tsx';

type Contact = ContactColumn_ContactFragment;

function Identities({ contact }: { readonly contact: Contact }) {
  const { t } = useLanguage();
  return (
    <p className="identities">
      <span className="visually-hidden">{t.contact.identities}</span>
      {contact.identities.map((identity) => (
        <span key={identity.id} className="identities__one" title={identity.account.name}>
          <Icon name={channelIcon(identity.account.channel.name)} label={identity.account.channel.label} size={15} />
          {identity.displayName}
        </span>
      ))}
    </p>
  );
}

function Timeline({ contact }: { readonly contact: Contact }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title" className="aside__title">
        {t.contact.timeline}
      </h2>
      {contact.timeline.length === 0 ? (
        <p className="muted">{t.contact.timelineEmpty}</p>
      ) : (
        <ol className="timeline">
          {contact.timeline.map((item) => (
            <TimelineLine key={item.id} item={item} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** The customer's whole journey: contact moments, promises and everything that happened, over all channels. */
export function ContactColumn({ contactId }: { readonly contactId: string }) {
  const { t } = useLanguage();
  const [logging, setLogging] = useState(false);
  const { data, error, refetch } = useQuery(ContactColumnDocument, { variables: { id: contactId } });
  useShortcut('logContact', () => {
    setLogging(true);
  });
  const contact = data?.contact;
  // A customer whose ids were joined meanwhile is gone; reading again finds where they went.
  if ((error && !data) || data?.contact === null) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!contact) return <Skeleton blocks={4} />;
  const promises = contact.timeline.flatMap((item) => (item.promise ? [item.promise] : []));
  return (
    <div className="aside">
      <Identities contact={contact} />
      <JourneySummary journey={contact.journey} />
      <ContactMoodLine mood={contact.mood} />
      <button
        type="button"
        className="button aside__log"
        onClick={() => {
          setLogging(true);
        }}
      >
        <Icon name="plus" /> {t.contact.log}
      </button>
      <PromiseChain promises={promises} />
      <Timeline contact={contact} />
      {logging ? (
        <LogContactDialog
          contactId={contactId}
          onClose={() => {
            setLogging(false);
          }}
        />
      ) : null}
    </div>
  );
}
