import type { DraftCheck, DraftPlace } from './draft-case.ts';

const links =
  /\b(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"')\]]+|\b(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|buff\.ly|rb\.gy|cutt\.ly|tiny\.cc|rebrand\.ly|shorturl\.at|lnkd\.in)\/\S+/gi;
const shorteners = new Set(
  'bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly rb.gy cutt.ly tiny.cc rebrand.ly shorturl.at lnkd.in t.ly s.id v.gd'.split(
    ' ',
  ),
);

type LinkFault = 'plain' | 'shortener' | 'address' | 'unreadable' | 'host';

function hostFault(host: string, allowed: readonly string[]): LinkFault | null {
  if (shorteners.has(host)) return 'shortener';
  if (!host.includes('.')) return 'unreadable';
  const known = allowed.length === 0 || allowed.some((each) => host === each || host.endsWith(`.${each}`));
  return known ? null : 'host';
}

/** Why a link cannot go out as it is; null when it can. `allowed` empty: every host is. */
function linkFault(link: string, allowed: readonly string[]): LinkFault | null {
  const whole = /^[a-z]+:\/\//i.test(link) ? link : `https://${link}`;
  if (!URL.canParse(whole)) return 'unreadable';
  const { protocol, hostname, username } = new URL(whole);
  if (protocol !== 'https:') return 'plain';
  // A user name or Punycode in an address is how false links look like real ones.
  if (username !== '' || /(?:^|\.)xn--/.test(hostname)) return 'unreadable';
  if (/^[\d.]+$|^\[|^localhost$/.test(hostname)) return 'address';
  return hostFault(hostname.replace(/^www\./, '').toLowerCase(), allowed);
}

const linkAdvice = {
  plain: { nl: 'Gebruik het adres met https://.', en: 'Use the address with https://.' },
  shortener: {
    nl: 'Zet het volledige adres neer: aan een ingekorte link ziet de klant niet waar die heen gaat.',
    en: 'Give the whole address: a shortened link hides where it leads.',
  },
  address: { nl: 'Gebruik een naam in plaats van een IP-adres.', en: 'Use a name instead of an IP address.' },
  unreadable: { nl: 'Deze link werkt niet. Kopieer hem opnieuw.', en: 'This link does not work. Copy it again.' },
  host: {
    nl: 'Deze website staat niet op de lijst van jullie merk. Klopt het adres?',
    en: "This website is not on your brand's list. Is the address right?",
  },
} as const;

/** A link that is not https, is shortened, has no name or leads to a host that the brand does not know. Nothing is fetched. */
export const unsafeLink: DraftCheck = ({ reading, context }) => {
  if (!/\/|www\./i.test(reading.text)) return [];
  for (const match of reading.text.matchAll(links)) {
    const link = match[0].replace(/[.,;:!?]+$/, '');
    const fault = linkFault(link, context.allowedHosts ?? []);
    if (fault === null) continue;
    const at: DraftPlace = { start: match.index, end: match.index + link.length };
    return [{ code: 'unsafe_link', at, suggestion: linkAdvice[fault] }];
  }
  return [];
};
