import type { BrandStatus, ChannelStatus } from './brand-status.ts';

/** A language of the page. */
export type StatusLanguage = 'nl' | 'en';

const texts = {
  nl: {
    title: (brand: string) => `${brand}: hoe lang duurt een antwoord?`,
    open: 'Nu open',
    opens: (moment: string) => `Nu gesloten, weer open ${moment}`,
    closed: 'Gesloten',
    human: 'Een mens antwoordt.',
    automatic: 'Eerst komt een automatisch bericht, daarna antwoordt een mens.',
    waiting: (n: number) => {
      if (n === 0) return 'Niemand wacht nu op antwoord.';
      return n === 1 ? '1 klant wacht nu op antwoord.' : `${String(n)} klanten wachten nu op antwoord.`;
    },
    half: (half: string) => `De helft heeft binnen ${half} antwoord.`,
    usual: (half: string, most: string) => `De helft heeft binnen ${half} antwoord, negen van de tien binnen ${most}.`,
    basis: {
      thisHour: 'Gemeten op dit uur van de dag, de laatste 7 dagen.',
      wholeWeek: 'Gemeten over de laatste 7 dagen.',
    },
    unknown: 'Er zijn nog te weinig antwoorden om een wachttijd te noemen.',
    at: (moment: string) => `Stand van ${moment}. Wie nog wacht en te laat is, telt mee.`,
    minutes: (n: number) => `${String(n)} ${n === 1 ? 'minuut' : 'minuten'}`,
    hours: (n: string) => `${n} uur`,
    kinds: { private: 'privéberichten', public: 'openbare berichten' },
    other: 'English',
    none: 'Er is geen kanaal aangesloten.',
  },
  en: {
    title: (brand: string) => `${brand}: how long does an answer take?`,
    open: 'Open now',
    opens: (moment: string) => `Closed now, open again ${moment}`,
    closed: 'Closed',
    human: 'A person answers.',
    automatic: 'First comes an automatic message, then a person answers.',
    waiting: (n: number) => {
      if (n === 0) return 'Nobody is waiting for an answer now.';
      return n === 1
        ? '1 customer is waiting for an answer now.'
        : `${String(n)} customers are waiting for an answer now.`;
    },
    half: (half: string) => `Half have an answer within ${half}.`,
    usual: (half: string, most: string) => `Half have an answer within ${half}, nine out of ten within ${most}.`,
    basis: { thisHour: 'Measured at this hour of the day, last 7 days.', wholeWeek: 'Measured over the last 7 days.' },
    unknown: 'There are too few answers yet to name a waiting time.',
    at: (moment: string) => `As of ${moment}. Who still waits and is late is counted.`,
    minutes: (n: number) => `${String(n)} ${n === 1 ? 'minute' : 'minutes'}`,
    hours: (n: string) => `${n} ${n === '1' ? 'hour' : 'hours'}`,
    kinds: { private: 'private messages', public: 'public messages' },
    other: 'Nederlands',
    none: 'No channel is connected.',
  },
} as const;

/** The page's style sheet: a file of its own, because the security policy allows no style in the page. */
export const statusStyle = `:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 640px; padding: 24px 16px; font: 16px/1.5 system-ui, sans-serif; }
:root { --mute: #b9b4a8; --open: #6fcf97; --link: #7cc4d6; }
@media (prefers-color-scheme: light) {
  :root { --mute: #5c5a53; --open: #1a6b3a; --link: #0c5468; }
  body { background: #f5f3ee; color: #1c2326; }
  section { background: #fffefa; }
}
a { color: var(--link); }
h1 { margin: 8px 0 20px; font: 700 1.6rem/1.25 Georgia, serif; }
section { margin: 14px 0; padding: 14px 18px 12px; border: 1px solid #8b8678; border-radius: 12px; }
section p { margin: 6px 0; }
h2 { margin: 0; font-size: 1.1rem; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 4px 16px; }
.head p { margin: 0; font-size: 0.9rem; }
.promise { margin: 10px 0; font-size: 1.2rem; font-weight: 650; }
section .thin, footer { color: var(--mute); font-size: 0.9rem; }
.open span { color: var(--open); }
.closed span { color: var(--mute); }
`;

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${String(sign.codePointAt(0))};`);
}

type Words = (typeof texts)[StatusLanguage];

function lengthText(minutes: number, words: Words, language: StatusLanguage): string {
  if (minutes < 120) return words.minutes(minutes);
  return words.hours(new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(minutes / 60));
}

function channelPart(status: ChannelStatus, language: StatusLanguage, momentOf: (at: Date) => string): string {
  const words = texts[language];
  const { openNow, opensAt, medianMinutes, p90Minutes, basis, wording, label, visibility } = status;
  const name = visibility === null ? label : `${label}: ${words.kinds[visibility]}`;
  const state = openNow
    ? `<p class="open"><span aria-hidden="true">●</span> ${words.open}</p>`
    : `<p class="closed"><span aria-hidden="true">○</span> ${escaped(opensAt ? words.opens(momentOf(opensAt)) : words.closed)}</p>`;
  const promise = wording ? `<p class="promise">${escaped(wording[language])}</p>` : '';
  const lines = [words[status.firstAnswer], words.waiting(status.waiting)];
  const body = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  const usual = usualLine({ medianMinutes, p90Minutes, basis }, words, language);
  const known = usual === null ? `<p class="thin">${words.unknown}</p>` : `<p>${escaped(usual)}</p>`;
  return `<section>\n<div class="head">\n<h2>${escaped(name)}</h2>\n${state}\n</div>\n${promise}\n${body}\n${known}\n</section>`;
}

/** What is known of the waiting time; few answers tell where the middle lies before they tell the tail. */
function usualLine(
  { medianMinutes, p90Minutes, basis }: Pick<ChannelStatus, 'medianMinutes' | 'p90Minutes' | 'basis'>,
  words: Words,
  language: StatusLanguage,
): string | null {
  if (medianMinutes === null || basis === null) return null;
  const half = lengthText(medianMinutes, words, language);
  const told = p90Minutes === null ? words.half(half) : words.usual(half, lengthText(p90Minutes, words, language));
  return `${told} ${words.basis[basis]}`;
}

/** The status of a brand as a page without any script. */
export function renderStatusPage(status: BrandStatus, language: StatusLanguage): string {
  const words = texts[language];
  const format = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    timeZone: status.timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  const momentOf = (at: Date): string => format.format(at);
  const other = language === 'nl' ? 'en' : 'nl';
  const title = escaped(words.title(status.brand));
  const parts = status.channels.map((channel) => channelPart(channel, language, momentOf));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/status/status.css">
</head>
<body>
<main>
<h1>${title}</h1>
${parts.length === 0 ? `<p>${words.none}</p>` : parts.join('\n')}
</main>
<footer>
<p>${escaped(words.at(momentOf(status.at)))}</p>
<p><a href="?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a></p>
</footer>
</body>
</html>
`;
}
