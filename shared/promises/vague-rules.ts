import type { TimeRule } from './time-expression.ts';

function vague(id: string, language: 'nl' | 'en' | 'both', pattern: RegExp, certainty = 0.85): TimeRule {
  return { id: `vague.${id}`, language, pattern, certainty, read: () => ({ family: 'vague' }) };
}

/** Words that promise haste without a deadline. They count only beside a commitment. */
export const vagueRules: readonly TimeRule[] = [
  vague('asap', 'nl', /\bz\.? ?s\.? ?m\b\.?/g),
  vague(
    'asap',
    'nl',
    /\bzo (?:snel|spoedig|gauw|vlug|vlot|rap) (?:als )?(?:mogelijk|(?:als )?(?:we|ik|wij)? ?(?:maar )?(?:kunnen|kan)|het kan)\b/g,
  ),
  vague('asap', 'both', /\ba\.? ?s\.? ?a\.? ?p\b\.?/g),
  vague(
    'asap',
    'en',
    /\bas (?:soon|quickly|fast|promptly) as (?:possible|we (?:possibly )?can|i (?:possibly )?can)\b/g,
  ),
  vague(
    'soon',
    'nl',
    /\b(?:binnenkort|spoedig|weldra|op korte termijn|op (?:de )?kortst mogelijke termijn|een dezer dagen|(?:binnen|in) de komende (?:dagen|tijd|uren)|zo gauw|(?:binnen|op) afzienbare (?:tijd|termijn)|binnen de kortste keren|in een handomdraai|in the blink of an eye|een dezer)\b/g,
  ),
  vague(
    'soon',
    'en',
    /\b(?:soon|shortly|before you know it|in due course|at (?:our|my) earliest convenience|before long|in the coming days|over the coming days|at the earliest opportunity|in the near future|in no time|in (?:just )?(?:a|two|three) (?:bit|moment|minute(?!s)|while|sec|second|jiffy|ticks?|shakes|secs|mo))\b/g,
  ),
  vague(
    'now',
    'nl',
    /\b(?:zo meteen|zometeen|zo dadelijk|zo direct|dadelijk|straks|meteen|direct|onmiddellijk|per omgaande|met spoed|snel|vlot|gauw)\b/g,
    0.65,
  ),
  vague(
    'now',
    'nl',
    /(?<=\b(?:kom|komen|ben|zijn|is|bel|bellen|stuur|sturen|mail|mailen|app|appen|laat|laten|kijk|kijken|check|regel|pak|pakken|krijgt?|hoort?|wordt|worden) (?:(?:ik|we|wij) )?(?:(?:je|jou|u|jullie|het|er|dit|dat) )?)zo(?= (?:snel |iemand )?(?:bij|op|erop|terug|even|de|het|een|door|weer|nog|iets|meer|na|uit|weten|van|ge[a-z]{3,}|opge[a-z]+)\b)/g,
    0.6,
  ),
  vague('now', 'nl', /\b(?:zo|bijna)(?= aan de beurt\b)/g, 0.6),
  vague(
    'now',
    'en',
    /\b(?:right away|right now|as we speak|any minute now|any moment now|straight away|immediately|promptly|quickly|momentarily)\b/g,
    0.65,
  ),
  vague(
    'whenKnown',
    'nl',
    /\bzodra (?:we|wij|ik)\b[^,;:]{0,40}?\b(?:weten|weet|hebben|heb|is|horen|hoor|kunnen|kan)\b/g,
    0.5,
  ),
  vague('whenKnown', 'en', /\bas soon as (?:we|i)\b[^,;:]{0,20}?\b(?:know|have|hear|is|get)\b/g, 0.5),
  vague('later', 'nl', /\b(?:te zijner tijd|t\.?z\.?t\b\.?|in een later stadium|op een later moment)\b/g, 0.6),
];
