import { useLanguage } from '../lib/i18n/LanguageProvider.tsx';
import { channelIcon, Icon } from './Icon.tsx';

type ChannelMarkProps = {
  readonly channel: { readonly name: string; readonly label: string };
  readonly visibility: 'private' | 'public';
};

/** The channel's drawing with its name for screen readers; public conversations carry a globe and say so. */
export function ChannelMark({ channel, visibility }: ChannelMarkProps) {
  const { t } = useLanguage();
  const label = `${channel.label}, ${t.visibility[visibility]}`;
  return (
    <span className={`channel channel--${channel.name}`} title={label}>
      <Icon name={channelIcon(channel.name)} size={18} label={label} />
      {visibility === 'public' ? <Icon name="globe" size={13} /> : null}
    </span>
  );
}

/** One or two letters for a name: "Sanne de Wit" is "SW". */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/u);
  const first = parts[0]?.[0] ?? '';
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : '';
  return `${first}${last}`.toUpperCase();
}
