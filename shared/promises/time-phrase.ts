import type { TimeContext, TimeExpression, TimeValue } from './time-expression.ts';
import { rulesFor } from './time-wakes.ts';
import type { Token } from './words.ts';

type ValueOf<Family extends TimeValue['family']> = Extract<TimeValue, { family: Family }>;

/** Neighbouring time expressions read as one deadline; [start, end) in normalised text, prepositions included. */
export type TimePhrase = {
  readonly start: number;
  readonly end: number;
  readonly ruleId: string;
  readonly language: TimeExpression['language'];
  readonly certainty: number;
  readonly duration?: ValueOf<'duration'>;
  readonly day?: ValueOf<'day'>;
  readonly part?: ValueOf<'part'>;
  readonly clock?: ValueOf<'clock'>;
  readonly vague?: boolean;
  /** "voor"/"before" stands in front. */
  readonly before: boolean;
  /** "uiterlijk"/"no later than" stands in front or behind. */
  readonly latest: boolean;
};

function rank(expression: TimeExpression): number {
  const { value } = expression;
  if (value.family === 'vague') return 2;
  return value.family === 'duration' && value.bare ? 1 : 0;
}

function findExpressions(text: string, tokens: readonly Token[], context: TimeContext): TimeExpression[] {
  const found: TimeExpression[] = [];
  for (const rule of rulesFor(text, tokens)) {
    const { pattern } = rule;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const value = rule.read(match, context);
      if (!value) continue;
      const { id: ruleId, language, certainty = 0.95 } = rule;
      const end = match.index + match[0].trimEnd().length;
      found.push({ start: match.index, end, ruleId, language, certainty, value });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const kept: TimeExpression[] = [];
  for (const expression of found) if (expression.start >= (kept.at(-1)?.end ?? 0)) kept.push(expression);
  return kept;
}

const weekdayName =
  '(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:ma|di|wo|do|vr|za|zo)\\b)';
const rangeWord = '(?:tot(?: en met)?|t/m|t\\.e\\.m\\.|-|to|through|until|till|en met)';
const opensRange = new RegExp(`^ ?${rangeWord} ?(?:\\d|${weekdayName})`);
const closesRange = new RegExp(`(?:\\d|${weekdayName}|uur|u|[ap]\\.?m\\.?) ?${rangeWord} ?$`);
const notADeadline =
  /(?:^|[^a-z])(?:na|vanaf|tot|tot en met|t\/m|sinds|after|until|till|since|from|afgelopen|vorige|last|van|(?:elke|iedere|every|each)(?: (?:eerste|tweede|derde|vierde|laatste|first|second|third|last|other))?|alle|per|dan|naar) $/;
const lead =
  /(?:(?<![a-z])(?:uiterlijk|op (?:zijn|z'n) laatst|ten laatste|niet later dan|no later than|not later than|on or before|op of voor|at the latest|voor|om|op|tegen|rond|omstreeks|zo rond|zo tegen|de klok van|klokslag|stipt|exact|nog|al|alweer|in de loop van|ergens|by|before|on|at|around|latest|in ieder geval|in elk geval) ?:? )+$/;
const trail = /^,? (?:op (?:zijn|z'n) laatst|at the latest|latest|or sooner|of eerder|of sneller)(?![a-z])/;
const gap =
  /^,? ?(?:(?:nog|om|voor|uiterlijk|op|in de|rond|tegen|al|ergens|dus|en wel|namelijk|in de loop van|rond de klok van|klokslag|stipt|vanaf|at|by|before|around|on|in the|in|latest|the|-) ?)*,? ?$/;
const alternative = /^ (?:of(?: anders| uiterlijk)?|or(?: at the latest)?|of eventueel) ?$|^ ?\/ ?$/;

type Draft = Omit<TimePhrase, 'before' | 'latest'>;

function draftOf(expression: TimeExpression): Draft {
  const { start, end, ruleId, language, certainty, value } = expression;
  const common = { start, end, ruleId, language, certainty };
  switch (value.family) {
    case 'duration':
      return { ...common, duration: value };
    case 'day':
      return { ...common, day: value };
    case 'part':
      return { ...common, part: value };
    case 'clock':
      return { ...common, clock: value };
    case 'vague':
      return { ...common, vague: true };
  }
}

const isDated = (draft: Draft): boolean => draft.duration === undefined && !draft.vague;

function namesDayEnd({ ruleId }: Draft): boolean {
  return ruleId === 'day.endOfDay' || ruleId === 'day.courseOfDay';
}

/** The end of a day named before or behind: "vrijdag aan het eind van de dag", "EOD Friday". */
function endsDay(first: Draft, second: Draft): Draft | null {
  if (!first.day || !second.day || first.clock || second.clock) return null;
  if (namesDayEnd(first) === namesDayEnd(second)) return null;
  const named = namesDayEnd(first) ? second : first;
  return {
    ...named,
    start: first.start,
    end: second.end,
    day: { ...named.day, family: 'day', date: named.day?.date ?? '', final: true },
  };
}

function clashes(first: Draft, second: Draft): boolean {
  return Boolean((first.day && second.day) ?? (first.part && second.part) ?? (first.clock && second.clock));
}

/** "Maandag of dinsdag" is kept by the later day. */
function laterOf(first: Draft, second: Draft): Draft {
  const later = (second.day?.date ?? '') >= (first.day?.date ?? '') ? second : first;
  return { ...later, start: first.start, end: second.end, certainty: Math.min(first.certainty, second.certainty) };
}

function merged(first: Draft, second: Draft, between: string): Draft | null {
  if (!isDated(first) || !isDated(second)) return null;
  if (first.day && second.day && !first.clock && alternative.test(between)) return laterOf(first, second);
  if (!gap.test(between)) return null;
  const ended = endsDay(first, second);
  if (ended) return ended;
  if (clashes(first, second)) return null;
  return {
    ...first,
    ...second,
    start: first.start,
    ruleId: (second.day ? second : first).ruleId,
    language: first.language === 'both' ? second.language : first.language,
    certainty: Math.min(first.certainty, second.certainty),
  };
}

function isRange(text: string, draft: Draft): boolean {
  if (!isDated(draft)) return false;
  return (
    opensRange.test(text.slice(draft.end, draft.end + 24)) ||
    closesRange.test(text.slice(Math.max(0, draft.start - 24), draft.start))
  );
}

/** Words that name a start, a past or a habit, or a part of the day on its own, are no deadline. */
function isNoDeadline(text: string, draft: Draft, start: number): boolean {
  if (!isDated(draft)) return false;
  const partOnly = !draft.day && !draft.clock && draft.ruleId === 'day.part';
  if (draft.clock && !draft.day && /\bon the $/.test(text.slice(Math.max(0, start - 8), start))) return true;
  if (grantsUntil.test(text.slice(Math.max(0, start - 32), start))) return false;
  if (partOnly || isRange(text, draft)) return true;
  const before = ` ${text.slice(Math.max(0, start - 20), start)}`;
  return notADeadline.test(before) && !isReadyFrom(text, draft, before) && !isChangedFrom(text, draft, before);
}

const fromThen = /(?:^|[^a-z])(?:vanaf|from) $/;
const found = /^,? (?:(?:kun|kunt|kan|ligt|staat|zit|is|werkt|doet)\b|you can (?:collect|pick))/;
const fetched = /\b(?:pick|collect|ready|waiting|available|klaar|ophalen|afhalen)\b[^.!?]*$/;

/** "Vanaf woensdag kun je hem ophalen": what is ready from then on is ready then. */
function isReadyFrom(text: string, draft: Draft, before: string): boolean {
  if (!fromThen.test(before)) return false;
  const behind = text.slice(draft.end, draft.end + 24);
  return found.test(behind) || fetched.test(text.slice(Math.max(0, draft.start - 80), draft.start));
}

const asOf = /(?:^|[^a-z])per $/;
const weChange = /^,? [a-z]+ (?:we|wij|ik) (?:je|jou|jouw|u|uw|jullie)\b/;

const theirsWe = /\b(?:uw|je|jouw) (?:[a-z]+ ){1,3}(?:we|wij|ik) (?:[a-z]+ ){0,2}per $/;

/** "Per 1 januari zetten we je over": what changes for this customer as of a day has changed by then. */
function isChangedFrom(text: string, draft: Draft, before: string): boolean {
  if (!asOf.test(before)) return false;
  if (weChange.test(text.slice(draft.end, draft.end + 32))) return true;
  return theirsWe.test(text.slice(Math.max(0, draft.start - 64), draft.start));
}

/** "Ingepland voor maandag" is on Monday. */
function isPlannedFor(text: string, start: number): boolean {
  return /(?:plan(?:d|t|nen)?|staat|afspraak|geboekt|ingeroosterd|plan [a-z]+ in|scheduled|booked)(?: in)? $/.test(
    text.slice(Math.max(0, start - 24), start),
  );
}

/** "Geef ons even tot woensdag": here "tot" does name the deadline. */
const grantsUntil =
  /(?:(?:geef|gun|give|allow) (?:ons|me|mij|us)(?: even| nog)?|duurt(?: helaas| nog| wel){0,3}) (?:tot|until|till) $/;

/** "Geef me een kwartiertje", "bear with us for ten minutes": such a duration needs no "binnen". */
const granted =
  /(?:\b(?:geef|geven|gun|give|giving|allow) (?:ons|me|mij|us)|\bbear with (?:me|us))(?: (?:nog|even|ff|effe|maar|dan|nu|hiervoor|please|another|just|for|like|about|maximaal|ongeveer))* $/;

function withGrant(text: string, draft: Draft): Draft {
  const { duration, start } = draft;
  if (!duration?.bare || !granted.test(text.slice(Math.max(0, start - 48), start))) return draft;
  return { ...draft, duration: { ...duration, bare: false } };
}

function withContext(text: string, found: Draft): TimePhrase | null {
  const draft = withGrant(text, found);
  const leading = draft.vague ? '' : (lead.exec(text.slice(Math.max(0, draft.start - 48), draft.start))?.[0] ?? '');
  const trailing = draft.vague ? '' : (trail.exec(text.slice(draft.end, draft.end + 32))?.[0] ?? '');
  const start = draft.start - leading.length;
  if (isNoDeadline(text, draft, start)) return null;
  return {
    ...draft,
    start,
    end: draft.end + trailing.length,
    before:
      /(?:voor|before) $/.test(leading) &&
      !/(?:on or|op of) (?:voor|before) $/.test(leading) &&
      !isPlannedFor(text, start),
    latest: /laatst|uiterlijk|later|latest/.test(leading + trailing),
  };
}

const pointsBack = /(?<![a-z])(?:(?:voor|tegen) die tijd|voor dat moment|(?:before|by) (?:then|that))(?![a-z])/g;
const farthestBack = 120;

/** "We zijn er tot 18:00, voor die tijd heb je antwoord": the words that point back name the last moment before them. */
function pointingBack(text: string, drafts: readonly Draft[]): TimePhrase[] {
  if (!text.includes('voor d') && !text.includes('tegen die') && !text.includes('then') && !text.includes(' that'))
    return [];
  return [...text.matchAll(pointsBack)].flatMap((match) => {
    const named = drafts.findLast((draft) => draft.end <= match.index && (draft.day ?? draft.clock) !== undefined);
    if (!named || match.index - named.end > farthestBack) return [];
    const end = match.index + match[0].length;
    return [{ ...named, start: match.index, end, before: named.clock === undefined, latest: true }];
  });
}

/** All time phrases of a normalised text with these words, in order, not overlapping. */
export function findTimePhrases(text: string, tokens: readonly Token[], context: TimeContext): TimePhrase[] {
  const drafts: Draft[] = [];
  for (const expression of findExpressions(text, tokens, context)) {
    const draft = draftOf(expression);
    const last = drafts.at(-1);
    const joined = last && merged(last, draft, text.slice(last.end, draft.start));
    if (joined) drafts[drafts.length - 1] = joined;
    else drafts.push(draft);
  }
  const phrases = drafts.flatMap((draft) => withContext(text, draft) ?? []);
  const back = pointingBack(text, drafts);
  return back.length === 0 ? phrases : [...phrases, ...back].sort((a, b) => a.start - b.start);
}
