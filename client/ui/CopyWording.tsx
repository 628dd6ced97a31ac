import { useAnnounce } from '#client/lib/Announcer.tsx';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useState } from 'react';
import { Icon } from './Icon.tsx';

/** Copies advised words to the clipboard and says how that went. */
export function CopyWording({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const [said, setSaid] = useState('');
  const tell = (words: string): void => {
    setSaid(words);
    announce(words);
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      tell(t.advice.copied);
    } catch (error) {
      console.error(error);
      tell(t.advice.copyFailed);
    }
  };
  return (
    <p className="copy-wording">
      <button type="button" className="button button--small" onClick={() => void copy()}>
        <Icon name="letter" size={14} /> {t.advice.copy}
      </button>
      <span className="muted">{said}</span>
    </p>
  );
}
