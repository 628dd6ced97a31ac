import { cueSet, holds } from './word-sets.ts';
import type { Memberships } from './word-sets.ts';

const negation = /\b(?:niet|geen|nooit|niemand|nergens|not|never|cannot|unable|no longer|nobody|no one)\b|n't\b/;
const harmlessNegation =
  /\b(?:niet later|not later|no later|niet alleen|not only|geen zorgen|geen probleem|no worries|no problem|niet erg|weet(?:en)? (?:het )?(?:nog )?niet(?! (?:of|wanneer)\b)|don't worry|do not worry|niet (?:langer|meer) dan|not more than|niet te)\b/g;
/** "De nota die je kreeg" looks back on a thing, not on the deed. */
const pastThing =
  /\bvan (?:gisteren|eergisteren|vorige (?:week|maand))\b|\b(?:die|dat|wat|that|which) (?:je|u|jullie|we|wij|ik|you|we|i) (?:[a-z]+ ){0,3}?(?:kreeg|kregen|had|hadden|got|had|were sent)\b/g;
const past =
  /\b(?:had|hadden|zou|zouden|zouen|kreeg|kregen|beloofden|beloofde|gisteren|eergisteren|kon|konden|vorige|destijds|toen|moesten|moest|yesterday|(?:have|has|had|was|were|been|got|already) (?:been )?shipped|would|would've|should've|should have(?= (?:been|[a-z]+ed|had|heard|got|gotten|sent|left|told|gone|come)\b)|could have|were supposed|was supposed|were going to|was going to|(?<!\bas )promised|last (?:week|month|year|time))\b/;
const uncertain =
  /\b(?:misschien|wellicht|eventueel|perhaps|maybe|might(?! take\b))\b|(?<!\bvoor(?:dat)? )\b(?:we|wij|ik) (?:kunnen|kan|mogen)\b(?![^,;:]*\b(?:pas|hopelijk)\b)|(?<!hopelijk )\b(?:kunnen|kan) (?:we|wij|ik)\b(?![^,;:]*\b(?:pas|hopelijk)\b)|(?<!\bbefore )\b(?:we|i) (?:can|could|may)\b/;
const askedOfCustomer =
  /\b(?:moet|moeten|dient|dienen)\b(?! (?:we|wij|ik)\b)(?=.*\b(?:worden|zijn|te)\b)|\b(?:verzoek|verzoeken|vragen|vraag|raden|adviseren|willen) (?:we |wij |ik )?(?:je|jou|u|jullie)\b(?! (?:vraag|bericht|mail|klacht|terug|bellen|morgen|graag))|\b(?:kunt u|kun je)\b(?![^.;]*\b(?:ophalen|afhalen|komen halen|weer)\b)|\bmag je\b(?![^.;]*\b(?:verwachten|rekenen|ontvangen|tegemoetzien)\b)|\b(?:moet je|je moet|u moet|dient u|u dient|je dient|(?:je|u) kunt ons(?! (?:antwoord|besluit|bericht|advies|voorstel))|wil je ons|wilt u ons|zou je)\b|\bplease\b(?! (?:allow|note|be aware|know|rest assured|be assured|accept|bear|give us|expect))|\bkindly (?:let|send|reply|call|confirm|return|contact|give|complete|provide)\b|\b(?:ask|need|want|advise|urge) you\b|\byou (?:can|may|must|need to|have to) (?:reply|respond|answer|call|contact|send|return|email|message)\b/;
const backgroundTopic =
  /\blook(?:ing)? forward to\b|\b(?:we|wij|ik) (?:werk|werken)(?= {2}|$)|\bin rekening\b|\b(?:we|wij|ik) (?:rekenen|berekenen|schrijven)\b(?=[^,;:]*\b(?:af|euro|kosten)\b)|\b(?:we|i)(?:'ll| will) (?:charge|debit|bill)\b|\b(?:horen|hoor|ontvangen|ontvang|krijgen|krijg|zien|vernemen) (?:we|wij|ik) graag\b|\b(?:we|wij|ik) (?:horen|hoor|ontvangen|ontvang|vernemen|zien|krijgen)\b[^,;:]*\b(?:graag|van (?:je|u|jou)|je|uw)\b|\b(?:we|i) (?:look forward|hope|would love|'d love|love) to (?:hear|receiv|get)/;
const habitual =
  /\b(?:dagelijks|elke dag|iedere dag|7 dagen|every day|daily|7 days|24\/7|elke (?:werk)?dag|iedere werkdag|op werkdagen|on (?:week|working |business )days|bereikbaar|geopend|aanwezig|beschikbaar|available|opening hours)\b/;
const hedges: readonly (readonly [RegExp, number])[] = [
  [/\b(?:proberen|probeer|hopen|hoop|hopelijk|hopefully|try|hope|trying)\b/, 0.75],
  [/\b(?:streven|streef|doel|doen ons best|aim|strive|goal|our best|verwachten|verwacht|expect|should)\b/, 0.85],
  [
    /\b(?:meestal|doorgaans|gemiddeld|gemiddelde|normaal|normaliter|vaak|over het algemeen|usually|typically|normally|generally|on average|average|often)\b/,
    0.8,
  ],
  [/\bals het goed is\b|\bif all goes well\b/, 0.7],
];

const harmlessCondition =
  /\bals (?:alles|het) (?:goed (?:gaat|is)|meezit|volgens plan (?:gaat|verloopt))|\bif (?:all|everything) goes (?:well|to plan|according to plan)/g;

const conditional =
  /\b(?:die|dat|wat) (?:je|u|jullie|men) (?:[a-z0-9:.]+ ){0,4}(?:plaatst|plaatsen|bestelt|bestellen|indient|koopt|boekt)\b|\b(?:orders|bookings) (?:placed|made|received) (?:before|after|by|on)\b|\bna (?:betaling|aanmelding|inschrijving|verificatie|registratie|terugontvangst|levering)\b|\b(?:after|upon|following|on) (?:your |our |full )?(?:payment|confirmation|registration|verification)\b|\bsubject to\b|\bpending\b(?! (?:refund|request))|\bonder voorbehoud\b|^[^a-z]*(?:zo niet|if not)\b|\bnadat (?:we|wij|je|u)\b|\bafter (?:(?:us|our) )?(?:receipt|receiving)\b|\bof us receiving\b|\bafter (?:we|you)(?:'ve)? (?:have )?(?:received?|sent?)\b|\bafhankelijk van\b|\bdepending on\b|\b(?:zo|indien|waar) nodig\b|\bif (?:need|necessary)|\bonce (?:we|payment|all|both|complete|completed|done|approved|received|cleared|confirmed)\b|\bas soon as there\b|\bvan tevoren\b|\bbeforehand\b|\bzodra (?:we|wij|ik) (?:[a-z]+ ){1,5}(?:ontvangen|binnen)\b|\b(?:indien|mocht(?:en)?|tenzij|mits)\b|(?<!\b(?:weten|vertellen|laten|melden|horen|weet|hoor|hoort|uit|na|over) )\bwanneer (?:je|jij|u|er|het)\b|^[^a-z]*bij (?:annulering|annuleren|vertraging|verlies|schade|diefstal|spoed|storing|storingen|calamiteiten|ziekte|retour|meer|minder|aankoop|besteding|problemen|vragen|klachten|twijfel|uitval|afwezigheid|goedkeuring|akkoord|overlijden|nood|noodgevallen|wanbetaling|voldoende|lekkage|brand|inbraak|een (?:vertraging|annulering|storing))\b|^[^a-z]*in the event of\b|^[^a-z]*in case of\b|^[^a-z]*(?:for )?cancellations\b|^[^a-z]*wanneer (?:de|een|deze|dit|dat|uw|jouw)\b|\bknow if (?:anything|something|there|this changes|that changes)\b|\bzodra (?!we\b|wij\b|ik\b)|(?<!\b(?:snel|gauw|spoedig|vlug|vlot|zoals) )\bals (?!het goed is)(?=(?:je|jij|u|we|wij|ik|het|er|dit|dat|de|jullie|jouw|uw|iets|alles|een|ons|onze|mijn|deze|die|blijkt|niemand)\b)|(?<!\b(?:know|see|check|whether) )\bif (?!all goes well|possible)|\bunless\b|\bin case\b|\bshould you\b|\b(?:once|when|whenever|as soon as|as long as) (?:you|your|the|it|this|that)\b|\bprovided\b/;
const startsWithRequest =
  /^[^a-z]*(?!(?:please )?(?:give|allow) (?:us|me)\b|(?:please )?bear with\b|leave (?:it|this|that) with\b|laat (?:het|dit|dat) (?:maar )?(?:aan|even)\b|(?:geef|gun) (?:ons|me|mij)\b|let (?:me|us)\b)(?:kom(?= +(?:naar|langs)\b)|bestel|koop|reserveer|boek|kies|download|upload|betaal|onderteken|order|book|buy|sign|pay|upload|register|stuur|mail|geef|laat|deel|app|dm|vul|bel|reageer|antwoord|klik|send|give|leave|share|reply|call|message|fill|drop|dm us|let us|please)\b(?! (?:we|wij|ik)\b| (?:je|u|jullie)(?: {2,}| (?:de|het|een|even|ff|zo|straks|zsm|nog)\b))/;

/** Words without one of which the patterns above cannot match: most clauses have none and are spared the search. */
const cues = {
  negation: cueSet('niet geen nooit niemand nergens not never cannot unable no nobody t'),
  past: cueSet(
    'had hadden zou zouden zouen kreeg kregen beloofden beloofde gisteren eergisteren kon konden vorige destijds toen moesten moest yesterday shipped would should could supposed going promised last',
  ),
  uncertain: cueSet('misschien wellicht eventueel perhaps maybe might kunnen kan mogen can could may'),
  askedOfCustomer: cueSet(
    'moet moeten dient dienen verzoek verzoeken vragen vraag raden adviseren willen kunt kun mag wil wilt zou please kindly ask need want advise urge can may must have',
  ),
  backgroundTopic: cueSet(
    'look looking werk werken rekening rekenen berekenen schrijven charge debit bill horen hoor ontvangen ontvang krijgen krijg zien vernemen hope love',
  ),
  habitual: cueSet(
    'dagelijks elke iedere dagen days day weekdays daily 24 werkdag werkdagen bereikbaar geopend aanwezig beschikbaar available opening',
  ),
  hedge: cueSet(
    'proberen probeer hopen hoop hopelijk hopefully try hope trying streven streef doel doen best aim strive goal verwachten verwacht expect should meestal doorgaans gemiddeld gemiddelde normaal normaliter vaak algemeen usually typically normally generally average often als if',
  ),
  conditional: cueSet(
    'na after upon following payment confirmation registration verification plaatst plaatsen bestelt bestellen indient koopt boekt placed made received subject pending voorbehoud niet not nadat receipt receiving afhankelijk depending nodig if once soon tevoren beforehand zodra indien mocht mochten tenzij mits wanneer bij event case cancellations als unless should when whenever long provided',
  ),
  request: cueSet(
    'kom bestel koop reserveer boek kies download upload betaal onderteken order book buy sign pay register stuur mail geef laat deel app dm vul bel reageer antwoord klik send give leave share reply call message fill drop let please',
  ),
  officeHours: cueSet(
    'kantooruren kantoortijden kantoortijd openingstijden openingsuren werktijd werktijden hours werkdagen doordeweeks days weekdays workingdays businessdays',
  ),
} as const;

/** Whether a clause denies, doubts or looks back on what it says, or asks it of the customer; `lists` are those of its sentence. */
export function isNoCommitment(clause: string, lists: Memberships): boolean {
  return (
    (holds(lists, cues.negation) && negation.test(clause.replace(harmlessNegation, ' '))) ||
    (holds(lists, cues.past) && past.test(clause) && past.test(clause.replace(pastThing, ' '))) ||
    (holds(lists, cues.uncertain) && uncertain.test(clause)) ||
    (holds(lists, cues.askedOfCustomer) && askedOfCustomer.test(clause)) ||
    (holds(lists, cues.backgroundTopic) && backgroundTopic.test(clause))
  );
}

/** Whether a clause makes what stands beside it depend on something. */
export function isConditional(clause: string, lists: Memberships): boolean {
  return holds(lists, cues.conditional) && conditional.test(clause.replace(harmlessCondition, ' '));
}

/** Whether a sentence asks the customer for something first ("stuur je nummer, dan bellen we"). */
export function isRequestFirst(sentence: string, lists: Memberships): boolean {
  return (
    holds(lists, cues.request) &&
    startsWithRequest.test(sentence) &&
    /\b(?:en|dan|and|then|zodat)\b|\bso (?:that )?we\b|, (?:we|wij|ik|we'll|i'll)\b/.test(sentence)
  );
}

/** Whether named times are a weekly habit (opening hours) and not a moment. */
export function isHabitual(clause: string, lists: Memberships): boolean {
  return holds(lists, cues.habitual) && habitual.test(clause);
}

const officeHours =
  /\b(?:tijdens|binnen|in|during|within) (?:(?:de|onze|our|the) )?(?:kantooruren|kantoortijden|kantoortijd|openingstijden|openingsuren|werktijd|werktijden|(?:office|business|working|opening) hours)\b|\b(?:op werkdagen|doordeweeks|on (?:working|business|week) ?days)\b/;

/** Whether the clause counts its time in opening hours only. */
export function countsOfficeHours(clause: string, lists: Memberships): boolean {
  return holds(lists, cues.officeHours) && officeHours.test(clause);
}

/** How much of the confidence remains (0..1) when the organisation hedges. */
export function hedgeFactor(clause: string, lists: Memberships): number {
  if (!holds(lists, cues.hedge)) return 1;
  return hedges.reduce((factor, [pattern, weight]) => (pattern.test(clause) ? factor * weight : factor), 1);
}
