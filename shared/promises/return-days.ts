import type { TimePhrase } from './time-phrase.ts';

/** A clause: its words with the time phrases blanked, and these phrases. */
type TimedPart = { readonly masked: string; readonly phrases: readonly TimePhrase[] };

const returns = /\b(?:weer|terug|back|open|aanwezig|bereikbaar)\b/;
const grants =
  /(?:^[^a-z]*|[,.;:] )(?:please |just )?(?:(?:geef|gun|give|allow) (?:ons|me|mij|us)|bear with (?:me|us)|nog\b.{1,40}\bgeduld)\b/;
const then = /\b(?:daarna|vervolgens|dan|then|afterwards|straight after|after that)\b/;

/** "Geef ons 30 minuten" names a deadline without "binnen". */
function withoutBareness(phrase: TimePhrase): TimePhrase {
  return phrase.duration ? { ...phrase, duration: { ...phrase.duration, bare: false } } : phrase;
}

/** "Maandag zijn we er weer en reageren we": the day of our return is the deadline of the answer. */
export function withReturnDay<Part extends TimedPart>(clause: Part, previous: Part | undefined): Part {
  if (clause.phrases.some((phrase) => !phrase.vague) || !previous) return clause;
  const durations = previous.phrases.filter((phrase) => !phrase.vague);
  if (durations.length > 0 && grants.test(previous.masked))
    return { ...clause, phrases: durations.map(withoutBareness) };
  const moments = returns.test(previous.masked) ? durations.filter(({ duration }) => !duration?.bare) : durations;
  if (then.test(clause.masked) && moments.length > 0) return { ...clause, phrases: moments.map(withoutBareness) };
  if (clause.phrases.length > 0 || !returns.test(previous.masked)) return clause;
  const days = previous.phrases.filter((phrase) => phrase.day);
  return days.length > 0 ? { ...clause, phrases: days } : clause;
}

/** "Maandag ben ik er weer. Dan bel ik u.": the day stands in the sentence before. */
export function withAbsence<Part extends TimedPart>(clause: Part, before: Part | undefined): Part {
  if (!before || clause.phrases.some((phrase) => !phrase.vague)) return clause;
  if (!then.test(clause.masked) || !(returns.test(before.masked) || grants.test(before.masked))) return clause;
  const named = before.phrases.filter(
    (phrase) => phrase.day ?? (grants.test(before.masked) ? phrase.duration : undefined),
  );
  return named.length > 0 ? { ...clause, phrases: named.map(withoutBareness) } : clause;
}
