import type { MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import type { Dictionary } from '#client/lib/i18n/nl.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import type { IconName } from '#client/ui/Icon.tsx';

type Attachment = MessageItem_MessageFragment['attachments'][number];
type AttachmentKind = keyof Dictionary['conversation']['attachmentKinds'];

const kindIcons: Record<AttachmentKind, IconName> = {
  image: 'file',
  audio: 'play',
  video: 'play',
  file: 'file',
  sticker: 'calm',
  location: 'pin',
  contact: 'person',
  link: 'outside',
  other: 'file',
};

function kindOf(type: string): AttachmentKind {
  return type in kindIcons ? (type as AttachmentKind) : 'other';
}

/** Only web addresses become links; a platform could hand on anything. */
function webAddressOf(url: string | null | undefined): string | null {
  return typeof url === 'string' && /^https?:\/\//iu.test(url) ? url : null;
}

/** A file an agent sent lies with us and may be shown; what a platform names is never loaded by itself. */
function ownFileOf({ url }: Attachment): string | null {
  return typeof url === 'string' && /^\/media\/[\w-]{22}$/u.test(url) ? url : null;
}

function coordinatesOf(attachment: Attachment): string | null {
  const { latitude, longitude } = attachment;
  return typeof latitude === 'number' && typeof longitude === 'number'
    ? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
    : null;
}

function AttachmentLine({ attachment }: { readonly attachment: Attachment }) {
  const { t } = useLanguage();
  const kind = kindOf(attachment.type);
  const kindName = t.conversation.attachmentKinds[kind];
  const name = attachment.title ?? coordinatesOf(attachment) ?? kindName;
  const url = webAddressOf(attachment.url);
  const ownFile = ownFileOf(attachment);
  return (
    <li className="attachment">
      {ownFile !== null && kind === 'image' ? (
        <img className="attachment__picture" src={ownFile} alt={name} loading="lazy" />
      ) : (
        <Icon name={kindIcons[kind]} size={20} />
      )}
      <span className="attachment__text">
        <span className="attachment__name">{name}</span>
        <span className="muted">{kindName}</span>
      </span>
      {ownFile === null ? null : (
        <a
          className="button button--small"
          href={ownFile}
          download={attachment.title ?? true}
          aria-label={t.attach.download(name)}
        >
          <Icon name="file" size={14} />
        </a>
      )}
      {url === null ? null : (
        <a
          className="button button--small"
          href={url}
          target="_blank"
          rel="noreferrer noopener"
          aria-label={t.conversation.openAttachment(name)}
        >
          <Icon name="outside" size={14} />
        </a>
      )}
    </li>
  );
}

/** Files, places and cards of a message. They are never loaded by themselves: that would tell the platform who reads along. */
export function MessageAttachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <ul className="attachments">
      {attachments.map((attachment, index) => (
        <AttachmentLine key={`${attachment.type} ${attachment.url ?? String(index)}`} attachment={attachment} />
      ))}
    </ul>
  );
}
