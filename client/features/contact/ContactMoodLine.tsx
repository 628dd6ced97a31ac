import type { ContactColumn_ContactFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { moodWords } from '#client/lib/i18n/mood.ts';
import { Icon } from '#client/ui/Icon.tsx';

const icons = { calming: 'calm', rising: 'alert', steady: 'minus' } as const;

/** How the customer's mood goes over their conversations on all channels, and why. */
export function ContactMoodLine({ mood }: { readonly mood: ContactColumn_ContactFragment['mood'] }) {
  const { language, pick } = useLanguage();
  const words = moodWords[language];
  if (mood.conversations === 0) return null;
  return (
    <p className={`contact-mood contact-mood--${mood.trend}`}>
      <Icon name={icons[mood.trend]} size={15} /> <span className="muted">{words.mood}</span>{' '}
      <strong>{words.trends[mood.trend]}</strong>
      <span className="muted">
        {' '}
        · {pick(mood.reason)} · {words.over(mood.conversations)}
      </span>
    </p>
  );
}
