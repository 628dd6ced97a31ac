import type { PromisedAct, PromiseLanguage } from './promise-reading.ts';

/** A way in which an organisation commits itself. */
export type CommitmentFrame = {
  readonly id: string;
  readonly language: PromiseLanguage;
  readonly act: PromisedAct;
  readonly pattern: RegExp;
  /** Without any time words these words are a vague promise on their own. */
  readonly aloneIsVague: boolean;
  /** Stands without a subject, after "we … en". */
  readonly elliptic?: boolean;
};

type Options = { readonly alone?: boolean; readonly elliptic?: boolean };

const parts: Readonly<Record<string, string>> = {
  GAP: '[^,;:]{0,90}?',
  ORG: "(?<!\\b(?:dat|die|wat) u )\\b(?:we|wij|ik|(?:zij|ze)(?= (?:nemen|bellen|mailen|appen|reageren|sturen|laten|komen|koppelen|antwoorden|zullen)\\b)|ons (?:web(?:care)?)?team|iemand|(?:een|onze|mijn|de) (?:[a-z]+ )?(?:collega|medewerker|medewerkster|specialist|adviseur|klantenservice|webcare|afdeling|monteur|manager|teamlid)'?s?|het (?:[a-z]+)?team)\\b",
  CUST: '(?:je|jou|u|jullie)',
  TEAM: '\\b(?:we|i|they|our (?:[a-z]+ )?(?:team|agents?|colleagues?|support|specialists?|managers?)|(?:an? |my |one of our )(?:[a-z]+ )?(?:colleagues?|agents?|members?|specialists?|manager)|someone|the (?:[a-z]+ )?team)\\b',
  ANSWER:
    '(?:antwoord|reactie|bericht|berichtje|respons|terugkoppeling|update|uitsluitsel|mail|mailtje|e-mail|appje|telefoontje|besluit|beslissing|oordeel|resultaat|nieuws|duidelijkheid|uitkomst|terugbericht|belletje|informatie)',
  WILL: "(?:'ll|will|shall|aim to|try to|are going to|promise to|strive to)",
};

function compile(source: string): RegExp {
  const filled = source.replace(/GAP|ORG|CUST|TEAM|ANSWER|WILL/g, (name) => parts[name] ?? name);
  return new RegExp(filled.replace(/ (?![?*])/g, ' +'), 'g');
}

function nl(id: string, act: PromisedAct, source: string, options: Options = {}): CommitmentFrame {
  return frame(id, 'nl', act, { source, ...options });
}

function en(id: string, act: PromisedAct, source: string, options: Options = {}): CommitmentFrame {
  return frame(id, 'en', act, { source, ...options });
}

function frame(
  id: string,
  language: PromiseLanguage,
  act: PromisedAct,
  options: Options & { source: string },
): CommitmentFrame {
  const { source, alone = false, elliptic = false } = options;
  return { id, language, act, pattern: compile(source), aloneIsVague: alone, elliptic };
}

const dutchFrames: readonly CommitmentFrame[] = [
  nl(
    'hearFrom',
    'reply',
    'ORGGAP\\b(?:laat|laten)\\bGAP\\bvan (?:ons|me|mij|zich) horen\\b|\\b(?:laat|laten) ORGGAP\\bvan (?:ons|me|mij) horen\\b',
    { alone: true },
  ),
  nl(
    'provide',
    'reply',
    'ORGGAPANSWERGAP\\b(?:voorzien|geven)\\b|ORGGAP\\b(?:meer|iets|uitsluitsel|wat)\\bGAP\\b(?:vertellen|zeggen|melden)\\b',
  ),
  nl(
    'provide',
    'reply',
    '^(?:en )?(?:hopen|verwachten)\\bGAP\\b(?:meer|iets|uitsluitsel|antwoord)\\bGAP\\b(?:vertellen|zeggen|melden|geven)\\b',
    { elliptic: true },
  ),
  nl('grantTime', 'reply', '\\b(?:geef|gun) ons\\bGAP\\b(?:reageren|antwoorden|beantwoorden)\\b'),
  nl(
    'lastsUntil',
    'reply',
    '\\bkan\\bGAP\\bduren\\bGAP\\b(?:voor|voordat|eer)\\bGAP\\b(?:ANSWER|reageren|antwoorden)\\b',
  ),
  nl('withYou', 'reply', '\\b(?:we|wij|ik)\\bGAP\\b(?:zijn|ben)\\bGAP\\bbij CUST\\b(?=[^a-z]*$| terug)'),
  nl('beThere', 'action', '\\b(?:staat|is)\\bGAP\\bop (?:je|uw|jouw) rekening\\b'),
  nl('call', 'call', 'ORGGAP\\b(?:terug|op)?(?:bel|bellen|belt|te bellen)\\b', { alone: true }),
  nl('call', 'call', '\\b(?:bel|bellen|belt) ORG', { alone: true }),
  nl('call', 'call', '(?<!\\b(?:je|jij|u) )\\bbelt (?:je|jou|u|jullie)\\b(?! (?:ons|mij|me)\\b)', { alone: true }),
  nl('calledBack', 'call', '\\b(?:word|wordt|worden)\\bGAP\\b(?:terug|op)?gebeld\\b', { alone: true }),
  nl('call', 'call', '^(?:en )?(?:bel|bellen) (?:je|jou|u|jullie)\\b', { elliptic: true }),
  nl('answer', 'reply', 'ORGGAP\\b(?:reageer|reageren|reageert|antwoordt|antwoorden|beantwoorden|beantwoordt)\\b'),
  nl(
    'answer',
    'reply',
    '\\b(?:reageer|reageren|reageert|antwoord|antwoordt|antwoorden|beantwoord|beantwoorden|beantwoordt) ORG',
  ),
  nl('answer', 'reply', '\\bik (?:be)?antwoord\\b'),
  nl('answer', 'reply', '(?<!\\b(?:je|jij|u) )\\b(?:reageert|beantwoordt)\\b'),
  nl(
    'answer',
    'reply',
    '\\b(?:ons|onze) (?:streven|doel|belofte|streeftijd)\\bGAP\\b(?:reageren|antwoorden|beantwoorden|reactie|antwoord)\\b',
  ),
  nl('answer', 'reply', '^(?:en )?(?:reageren|antwoorden|beantwoorden)\\b', { elliptic: true }),
  nl('answered', 'reply', '\\b(?:word|wordt|worden|zal|zullen)\\bGAP\\b(?:beantwoord|gereageerd|teruggekoppeld)\\b'),
  nl(
    'comeBack',
    'reply',
    'ORGGAP\\b(?:kom|komen|komt)\\bGAP\\b(?:erop|hierop|daarop|op|bij CUST|met)\\bGAP\\bterug\\b',
    { alone: true },
  ),
  nl('comeBack', 'reply', '\\b(?:kom|komen|komt) ORGGAP\\b(?:erop|hierop|daarop|op|bij CUST|met)\\bGAP\\bterug\\b', {
    alone: true,
  }),
  nl('comeBack', 'reply', '\\b(?:kom|komen|komt) ORG terug\\b(?: (?:met|op|bij)\\b)', { alone: true }),
  nl('comeBack', 'reply', '\\b(?:kom|komen)\\bGAP\\bbij CUST terug\\b|\\bkom(?:t|en)? (?:er|hier|daar)GAPop terug\\b', {
    alone: true,
  }),
  nl(
    'comeBack',
    'reply',
    'ORGGAP\\b(?:erop|hierop|daarop|op|bij CUST)\\bGAP\\b(?:terug te komen|terugkomen|terugkom)\\b',
    { alone: true },
  ),
  nl(
    'comeBack',
    'reply',
    'ORGGAP\\b(?:terugkoppelen|(?:koppel|koppelen|koppelt)\\bGAP\\bterug)\\b|\\b(?:koppel|koppelen) ORGGAP\\bterug\\b',
    { alone: true },
  ),
  nl(
    'contact',
    'reply',
    'ORGGAP\\b(?:neem|nemen|neemt|zoek|zoeken|zoekt|leg|leggen)\\bGAP\\bcontact\\b(?!GAP\\bmet (?:ons|mij)\\b)',
    { alone: true },
  ),
  nl('contact', 'reply', 'ORGGAP\\bcontact\\bGAP\\b(?:opnemen|op te nemen|opneemt|opneem|zoeken)\\b', { alone: true }),
  nl('contact', 'reply', '\\b(?:neem|nemen|neemt|zoek|zoeken)(?: er)? ORGGAP\\bcontact\\b', { alone: true }),
  nl(
    'contact',
    'reply',
    '\\b(?:word|wordt|zal)\\bGAP\\bcontact\\bGAP\\b(?:opgenomen|opnemen)\\b|(?<!\\b(?:je|jij|u) )\\bneemt\\bGAP\\bcontactGAP\\bmet CUST\\b',
    { alone: true },
  ),
  nl('contact', 'reply', '^(?:en )?nemen\\bGAP\\bcontact\\bGAP\\bop\\b', { elliptic: true, alone: true }),
  nl('letKnow', 'reply', 'ORGGAP\\b(?:laat|laten)\\bGAP\\bweten\\b|\\b(?:laat|laten) ORGGAP\\bweten\\b', {
    alone: true,
  }),
  nl('letKnow', 'reply', '(?<!\\b(?:je|jij|u) )\\blaat CUST(?! ons)\\bGAP\\bweten\\b|^(?:en )?laten\\bGAP\\bweten\\b', {
    alone: true,
  }),
  nl(
    'inform',
    'reply',
    'ORGGAP\\b(?:informeer|informeren|informeert|houden\\bGAP\\bop de hoogte|houd\\bGAP\\bop de hoogte|op de hoogte brengen)\\b|\\b(?:informeer|informeren|houd|houden) ORG\\b',
  ),
  nl(
    'hear',
    'reply',
    '\\b(?:je|jij|u|jullie) (?:hoort|hoor|horen|verneemt)\\bGAP\\b(?:van (?:ons|mij|me)|meer|iets|het|terug|of|wanneer|wat|hoe|uitslag)\\b',
    { alone: true },
  ),
  nl('hear', 'reply', '\\b(?:hoor|hoort|horen|verneemt) (?:je|jij|u|jullie)\\b(?!GAP\\bgraag\\b)', { alone: true }),
  nl(
    'receive',
    'reply',
    '\\b(?:je|jij|u|jullie) (?:krijgt|krijg|krijgen|ontvangt|ontvang|ontvangen)\\bGAP\\bANSWER\\b',
    { alone: true },
  ),
  nl(
    'receive',
    'reply',
    '\\b(?:krijg|krijgt|krijgen|ontvang|ontvangt|ontvangen|heb|hebt|heeft) (?:je|jij|u|jullie)\\bGAP\\bANSWER\\b(?! (?:gestuurd|geplaatst|gehad|gekregen|ontvangen))',
  ),
  nl('receive', 'reply', '\\b(?:je|jij|u|jullie)\\bGAP\\bANSWERGAP\\b(?:krijgt|ontvangt|hebt|heeft)\\b'),
  nl(
    'expect',
    'reply',
    '\\b(?:kan|kun|kunt|mag|mogen|kunnen)\\bGAP\\bANSWERGAP(?:verwachten|tegemoet ?zien|ontvangen)\\b|\\bverwacht (?:een |je |uw )?(?:reactie|antwoord)\\b',
  ),
  nl(
    'receive',
    'reply',
    '\\b(?:zal|zul|zult|zullen)\\bGAP\\b(?:je|u|jullie)\\bGAP\\bANSWERGAP(?:krijgen|ontvangen)\\b|\\b(?:je|u|jullie) (?:zal|zult|zullen)\\bGAPANSWERGAP(?:krijgen|ontvangen)\\b',
  ),
  nl(
    'write',
    'reply',
    "ORGGAP\\b(?:mail|mailen|mailt|app|appen|appt|schrijf|schrijven|bericht|berichten|dm|dm'en)\\b(?= *CUST|[^a-z]*$)|\\b(?:mail|mailen|app|appen|schrijf|schrijven|berichten) ORG",
  ),
  nl(
    'write',
    'reply',
    'ORGGAP\\b(?:geef|geven|geeft|stuur|sturen|stuurt)\\bGAP\\bANSWER\\b|\\b(?:geef|geven|stuur|sturen) ORGGAPANSWER\\b|ORGGAPANSWERGAP(?:geven|sturen)\\b',
  ),
  nl('write', 'reply', '^(?:en )?(?:sturen|geven)\\bGAP\\bANSWER\\b', { elliptic: true }),
  nl(
    'answerComes',
    'reply',
    '\\b(?:antwoord|reactie|bericht)(?: van ons)? (?:volgt|komt)\\b|\\bvolgt (?:er )?(?:een |ons |onze )?(?:antwoord|reactie)\\b',
  ),
  nl(
    'formula',
    'reply',
    '\\b(?:reactie|respons|antwoord)(?:tijd|termijn)(?:en)?\\b|^[^a-z]*(?:uw |je |een )?(?:reactie|antwoord)(?: *, *ook [a-z ]*)?[^a-z]*$',
  ),
  nl('doThat', 'reply', '\\b(?:dat|dit) (?:doen|doe|gebeurt) ?(?:we|wij|ik)?\\b'),
  nl(
    'pickUp',
    'action',
    'ORGGAP\\b(?:pak|pakken|pakt|zoek|zoeken|zoekt)\\bGAP\\b(?:op|uit)\\b|ORGGAP\\b(?:oppakken|uitzoeken|uit te zoeken|op te pakken)\\b|\\b(?:pak|pakken|zoek|zoeken) ORGGAP\\b(?:op|uit)\\b',
    { alone: true },
  ),
  nl('getToWork', 'action', 'ORGGAP\\baan de slag\\b', { alone: true }),
  nl(
    'do',
    'action',
    'ORGGAP\\b(?:los|lossen|regel|regelen|stort|storten|betaal|betalen|vergoed|vergoeden|repareer|repareren|herstel|herstellen|lever|leveren|bezorg|bezorgen|verwerk|verwerken|behandel|behandelen|controleer|controleren|check|checken|help|helpen|stuur|sturen|verstuur|versturen|boek|boeken|annuleer|annuleren|crediteer|crediteren|onderzoek|onderzoeken|corrigeer|corrigeren|oplossen|terugstorten|terugbetalen|afhandelen|handelen|handel|plaatsen|verwijder|verwijderen|overmaken|maken\\bGAP\\b(?:over|in orde)|maak\\bGAP\\b(?:over|in orde))\\b',
  ),
  nl(
    'do',
    'action',
    '\\b(?:los|lossen|regel|regelen|stort|storten|betaal|betalen|vergoeden|repareer|repareren|herstel|herstellen|lever|leveren|bezorg|bezorgen|verwerk|verwerken|behandel|behandelen|controleer|controleren|check|checken|help|helpen|stuur|sturen|verstuur|versturen|boek|boeken|annuleren|crediteren|onderzoek|onderzoeken|handelen|maken|maak|kijk|kijken|bekijk|bekijken) (?:we|wij|ik)\\b',
  ),
  nl(
    'look',
    'action',
    'ORGGAP\\b(?:kijk|kijken|kijkt)\\bGAP\\b(?:naar|mee|na)\\b(?!GAP\\buit\\b)|ORGGAP\\b(?:bekijk|bekijken|bekijkt)\\b',
  ),
  nl(
    'do',
    'action',
    '^(?:en )?(?:lossen|regelen|storten|vergoeden|herstellen|sturen|verwerken|behandelen|controleren|helpen)\\b',
    { elliptic: true },
  ),
  nl(
    'getDone',
    'action',
    '\\b(?:word|wordt|worden|zal|zullen)\\bGAP\\b(?:opgepakt|behandeld|afgehandeld|verwerkt|opgelost|hersteld|teruggestort|terugbetaald|verstuurd|verzonden|gecrediteerd|gerepareerd|bezorgd|geleverd|uitgezocht|nagekeken|uitbetaald|overgemaakt|bekeken|vergoed|geregeld|gestort)\\b',
  ),
  nl(
    'getBack',
    'action',
    '\\b(?:krijg|krijgt|krijgen|ontvang|ontvangt)\\bGAP\\b(?:geld|bedrag|terugbetaling|vergoeding|teruggave|creditnota|factuur|vervangend|nieuwe?|teruggestort|terugbetaald|tegoed|voucher|cadeaubon|pakket|bevestiging|terug)\\b',
  ),
  nl(
    'getBack',
    'action',
    '\\b(?:staat|heb|hebt|heeft)\\bGAP\\b(?:geld|bedrag|terugbetaling)\\bGAP\\b(?:rekening|terug)\\b',
  ),
  nl('visit', 'action', 'ORGGAP\\b(?:komt|kom|komen)\\bGAP\\blangs\\b|\\b(?:komt|kom|komen) ORGGAP\\blangs\\b'),
];

const englishFrames: readonly CommitmentFrame[] = [
  en('keepPosted', 'reply', 'TEAMGAP\\bkeep you (?:posted|updated|informed)\\b', { alone: true }),
  en(
    'mayTake',
    'reply',
    '\\b(?:replies|responses|answers|a reply|a response|an answer) (?:may|might|can|could|will) take\\b',
  ),
  en('visit', 'action', "\\b(?:will|'ll) (?:visit|come (?:by|over|round)|stop by)\\b"),
  en('withYou', 'reply', 'TEAMGAP\\b(?:be|get) (?:right )?with you\\b', { alone: true }),
  en(
    'grantTime',
    'reply',
    '\\b(?:allow|give us)\\bGAP\\b(?:for|to)\\bGAP\\b(?:reply|response|answer|respond|get back)\\b',
  ),
  en('haveDone', 'action', 'TEAMGAP\\bhave\\bGAP\\b(?:fixed|resolved|sorted|answered|solved|repaired)\\b'),
  en('contacted', 'reply', "\\byou(?: will|'ll)\\bGAPbe (?:contacted|informed|notified|updated)\\b", { alone: true }),
  en('call', 'call', 'TEAMGAP\\b(?:call|calls|ring|phone|telephone|give you a (?:call|ring))\\b(?! (?:us|me|our)\\b)', {
    alone: true,
  }),
  en(
    'called',
    'call',
    "\\b(?:you|you'll)\\bGAP\\b(?:get|receive|have|expect) a (?:phone ?)?call\\b|\\byouGAP\\bbe called\\b|\\bexpect (?:a|our) (?:phone )?call\\b",
    { alone: true },
  ),
  en('call', 'call', '^(?:and )?(?:will )?call you\\b', { elliptic: true }),
  en(
    'answer',
    'reply',
    'TEAMGAP\\b(?:reply|replies|respond|responds|answer|answers|write back|replying|responding)\\b',
  ),
  en(
    'answer',
    'reply',
    '^(?:and )?(?:will|aim to|usually|typically) (?:usually |always )?(?:reply|respond|answer)\\b|\\b(?:typically|usually|generally|always) (?:replies|responds)\\b',
  ),
  en('comeBack', 'reply', 'TEAMGAP\\b(?:get|gets|come|comes|getting) (?:right )?back (?:to|with)\\b', { alone: true }),
  en('comeBack', 'reply', '^(?:and )?(?:will )?(?:get|come) back to you\\b', { elliptic: true, alone: true }),
  en(
    'contact',
    'reply',
    'TEAMGAP\\b(?:(?:be|get) (?:back )?in (?:touch|contact)|contact|contacts|reach out|reaches out|follow up|follows up)\\b(?! (?:us|me)\\b)',
    { alone: true },
  ),
  en('contact', 'reply', '^(?:and )?(?:will )?(?:be in touch|contact you|follow up)\\b', {
    elliptic: true,
    alone: true,
  }),
  en('letKnow', 'reply', 'TEAMGAP\\b(?:let|lets) you know\\b|^(?:and )?(?:will )?let you know\\b', { alone: true }),
  en(
    'inform',
    'reply',
    'TEAMGAP\\b(?:update|inform|message|email|e-mail|text|notify|dm|keep) you\\b|TEAMGAP\\b(?:send|give|have(?! [a-z]+ed\\b)|provide)\\bGAP\\b(?:an? (?:[a-z]+ )?)?(?:reply|answer|update|response|email|message|decision|feedback|news)\\b',
  ),
  en(
    'hear',
    'reply',
    "\\byou(?:'ll| will| can| should| may)?\\bGAP\\bhear (?:back|from|more)\\b|\\byouGAP\\b(?:hear|hearing)\\b(?!GAP\\bfrom you\\b)",
    { alone: true },
  ),
  en(
    'receive',
    'reply',
    "\\byou(?:'ll| will| can| should| may)?\\bGAP\\b(?:receive|get|have|expect)\\bGAP\\b(?:reply|response|answer|update|email|message|news|decision|feedback)\\b",
    { alone: true },
  ),
  en(
    'formula',
    'reply',
    '\\b(?:response|reply|answer) times?\\b|^[^a-z]*(?:an? |our )?(?:reply|response|answer)[^a-z]*$|\\bexpect (?:a|an|our) (?:[a-z]+ )?(?:reply|response|answer)\\b',
  ),
  en(
    'answered',
    'reply',
    '\\b(?:will|is|are)\\bGAP\\bbe (?:answered|replied to|responded to)\\b|\\b(?:is|are) (?:usually |always |typically )?(?:answered|replied to)\\b',
  ),
  en('doThat', 'reply', "\\b(?:that|this|it) will (?:be|happen)\\b|\\bwe(?:'ll| will) do (?:that|so)\\b"),
  en(
    'lookInto',
    'action',
    'TEAMGAP\\b(?:look|looks|looking) into\\b|TEAMGAP\\bpick (?:this|it|that) up\\b|TEAMGAP\\b(?:are|am|is|get|gets) (?:right )?on (?:it|this)\\b',
    { alone: true },
  ),
  en(
    'do',
    'action',
    "TEAM(?:'ll| WILL|'re going to|GAP\\b(?:to|will))?\\bGAP\\b(?:fix|resolve|sort|refund|send|ship|process|handle|arrange|take care|investigate|check|help|assist|replace|repair|deal with|deliver|transfer|pay|credit|cancel|look at|review)\\b",
  ),
  en(
    'do',
    'action',
    '^(?:and )?(?:will )(?:fix|resolve|refund|send|ship|process|arrange|investigate|check|replace|repair)\\b',
    { elliptic: true },
  ),
  en(
    'getDone',
    'action',
    "(?:\\bwill|'ll)\\bGAP\\bbe (?:[a-z]+ly )?(?:refunded|resolved|processed|fixed|shipped|sent|handled|looked into|credited|delivered|repaired|replaced|sorted|reviewed|dealt with|paid)\\b",
  ),
  en(
    'getBack',
    'action',
    "\\byou(?:'ll| will)\\bGAP\\b(?:get|receive|have)\\bGAP\\b(?:refund|money|replacement|voucher|parcel|confirmation|credit)\\b",
  ),
];

/** All commitment frames; within one clause the first that matches names the act. */
export const commitmentFrames: readonly CommitmentFrame[] = [...dutchFrames, ...englishFrames].sort(
  (a, b) => actOrder(a.act) - actOrder(b.act),
);

/** A call is more specific than an answer, and an answer about an action is an answer. */
function actOrder(act: PromisedAct): number {
  return act === 'call' ? 0 : act === 'reply' ? 1 : 2;
}
