import type { Language } from '../emotion/cue-model.ts';

/** Kinds of phrase that the draft check looks for. */
export type PhraseKind =
  | 'apology'
  | 'condition'
  | 'halfHearted'
  | 'defensive'
  | 'sympathy'
  | 'refusal'
  | 'reason'
  | 'action'
  | 'offer'
  | 'timing'
  | 'nextStep'
  | 'greeting'
  | 'policy'
  | 'vagueCare';

/** Word lists named between angle brackets in the phrases. */
export const draftClasses: Record<Language, Record<string, string>> = {
  nl: {
    n: 'een twee drie vier vijf zes zeven acht negen tien',
    sorry: 'sorry excuses excuus verontschuldiging verontschuldigingen spijt excuseren',
    we: 'wij we ons onze',
    you: 'je jij jou jouw jullie u uw',
    unit: 'minuten uur uren dag dagen werkdag werkdagen week weken euro',
    day: 'vandaag morgen vanmiddag vanavond overmorgen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    doing:
      'bel mail stuur regel zoek vraag geef zorg controleer kijk betaal stort vervang reserveer bewaar bespreek verwerk annuleer',
    done: 'gebeld gemaild gestuurd geregeld uitgezocht nagekeken nagevraagd gecontroleerd bekeken teruggestort terugbetaald vervangen gereserveerd besproken verwerkt geannuleerd opgelost hersteld aangepast doorgezet doorgegeven gevonden opgezocht overlegd klaargezet verstuurd besteld gehaald verwijderd overgemaakt gewijzigd genoteerd ingepland afgesproken',
  },
  en: {
    n: 'one two three four five six seven eight nine ten',
    sorry: 'sorry apologies apologise apologize apology regret',
    we: 'we our us ours',
    you: 'you your yours',
    unit: 'minutes hour hours day days week weeks euros pounds',
    day: 'today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday',
    doing: 'call email send arrange find ask give make check look refund replace book keep cancel discuss ring message',
    done: 'called emailed sent arranged found asked checked looked refunded replaced booked discussed cancelled resolved fixed corrected passed processed ordered spoken set removed changed transferred scheduled noted',
  },
};

/** The phrases, written in the pattern language of shared/emotion/word-patterns.ts. */
export const draftPhrases: Record<Language, Record<PhraseKind, readonly string[]>> = {
  nl: {
    apology: ['<sorry>'],
    condition: ['als|indien|mocht|mochten|eventueel|eventuele|mogelijk|mogelijke|wellicht'],
    halfHearted: [
      'dat <you> ..2 dit|het|zo ..3 ervaart|ervaren|voelt|vindt|ziet|opvat|vinden',
      'dat <you> ..3 gevoel|indruk|idee hebt|heeft|hebben|had|kreeg',
      'dat <we> ..6 niet ..2 delen|deel|enthousiast',
      'voor ..2 ongemak',
      'sorry maar',
      'excuses ..2 maar',
    ],
    defensive: [
      '<you> moet|moeten|zult|dient ..3 begrijpen|snappen|beseffen',
      'moet|moeten <you> ..3 begrijpen|snappen',
      'begrijp|snap ..1 dat <we>',
      '<we> hebben ..3 geen tijd|capaciteit|mensen',
      'geen tijd ..3 voor|om',
      'had|hadden <you> ..6 moeten|kunnen',
      '<you> had|hadden ..6 moeten|kunnen',
      'eigen schuld|verantwoordelijkheid',
      'zoals <we>|ik|gezegd|eerder|al ..3 gezegd|vermeld|aangegeven|gemeld|mailden|schreven',
      'dat klopt niet',
      'herkennen|herken ..3 niet ..2',
      'herkennen <we> ..4 niet',
      'staat|staan ..4 gewoon|duidelijk|allemaal ..3 op|in',
      'regels|voorwaarden|huisregels|informatie staan|staat ..3 op ..2 site|website',
      'had|hadden|kunt|kun|kan ..5 nalezen|zelf lezen|opzoeken',
      '<n> ..1 bezoekers|klanten|berichten|mails|aanvragen',
      'drukte|druk ..4 maar|dus|hebben|heeft',
      'het systeem ..4 toe|niet',
      'ligt niet aan <we>|ons',
      'kunnen <we> niets aan doen',
      'niet onze schuld|fout|verantwoordelijkheid',
      'sorry maar',
    ],
    sympathy: [
      'wat|heel|erg|echt ..1 vervelend|naar|verdrietig|jammer|rot|balen|lastig|spijtig',
      'snap|begrijp ..6 <you>|dat|goed|teleurgesteld|boos|frustratie|teleurstelling|zorgen|helemaal',
      'snap|begrijp ik',
      'kan|kunnen ..3 voorstellen',
      'voorstellen dat <you>|het|dit',
      'gecondoleerd|condoleren|sterkte|medeleven',
      'wat ..2 mooi|leuk|lief|bijzonder|attent|goed ..1 idee|plan|gebaar|verzoek|van',
      'terecht dat|punt',
      '<you> hebt|heeft|hebben gelijk',
      'logisch|begrijpelijk dat',
      'dank|bedankt ..3 voor|dat',
      'fijn|leuk|goed ..1 te|om|dat ..3 horen|lezen',
      'vervelend ..1 dat|voor',
    ],
    refusal: [
      'kunnen|kan|gaat|mogen|doen|lukt ..6 niet|geen',
      'helaas ..4 niet|geen',
      'niet ..2 mogelijk|toegestaan',
      'doen ..2 niet aan',
    ],
    reason: ['omdat|want|vanwege|doordat|daarom|namelijk|wegens|door een|de|het'],
    action: [
      'ik|we|wij heb|hebben|ben|zijn ..9 <done>',
      'heb|hebben ik|we|wij ..9 <done>',
      'is|zijn|wordt|worden ..5 <done>',
      'ik|we|wij <doing>|sturen|regelen|bellen|mailen|zoeken|vragen|geven|zorgen|storten|vervangen',
      '<doing>|sturen|regelen|bellen|zoeken|vragen|geven|storten ik|we|wij',
      'ik|we|wij ga|gaan|zal|zullen|kan|kunnen ..6 bellen|mailen|sturen|regelen|zoeken|uitzoeken|vragen|navragen|geven|zorgen|controleren|kijken|storten|terugstorten|vervangen|reserveren|terugbellen|annuleren',
      'ga|zal|kan ik ..6 bellen|mailen|sturen|regelen|uitzoeken|navragen|terugbellen|controleren|nakijken',
      'wil|neem ik ..6 bellen|bespreken|contact',
    ],
    offer: [
      '<you> mag|mogen|kunt|kan|kun|kunnen ..1 wel|gerust|altijd|ook|gratis|dit|dat|zelf|bij|via|met|op|het|een',
      'mag|mogen|kunt|kun|kan|kunnen <you>',
      'wat wel kan|mag',
      'wel ..1 mogelijk|toegestaan|kan|mag',
      'welkom ..2 om',
    ],
    timing: [
      '<n> <unit>',
      'voor|om|vanaf|tot <n>',
      '<day> ..2 voor|om|tussen|uiterlijk',
      'uiterlijk',
      'binnen <n>',
      'op <day>',
      '<day>',
    ],
    nextStep: [
      'laat ..2 weten|horen',
      'probeer|kies|klik|controleer|volg ..2 de|het|je|uw|een|dit|eens|op',
      'stuur|bel|mail|reageer|app|antwoord|geef|vul|kom ..4 me|mij|ons|hier|gerust|door|even|dan|via|een|je|uw',
      'lukt dat|dit',
      'hoor ..2 graag',
      'dan ..2 regel|bel|stuur|zorg|zet ..2 ik|we',
    ],
    greeting: ['hoi|hallo|hey|hi|dag|beste|goedemorgen|goedemiddag|goedenavond|geachte|lieve'],
    policy: [
      '<we> doen ..2 niet|geen',
      'ons|onze beleid|voorwaarden|regels|procedure|procedures|huisregels',
      'volgens ..2 beleid|voorwaarden|procedure',
      'trots op',
      'als organisatie|bedrijf|marktleider',
      'dit soort verzoeken|aanvragen|vragen',
    ],
    vagueCare: [
      'zo snel|spoedig mogelijk',
      'zsm|asap|binnenkort|spoedig',
      'z s m',
      'pakken|pakt|pak ..3 op',
      'komen|kom ..3 erop|er ..1 op? terug',
      'mee ..2 aan de slag',
    ],
  },
  en: {
    apology: ['<sorry>'],
    condition: ['if|any|may|might|possible|possibly|should|perhaps'],
    halfHearted: [
      'that you ..2 feel|felt|see|think|experienced|find ..2',
      "sorry|apologies|apologise ..4 we ..2 not|don't|cannot|can't ..2 share|agree",
      "that we ..2 not|don't|cannot ..3 share",
      'for any|the ..1 inconvenience',
      'sorry but',
    ],
    defensive: [
      'you must|should|need|have ..2 understand|realise|realize|appreciate',
      'please ..1 understand ..1 that we',
      'we ..2 no time|capacity|staff',
      'no|not ..2 time ..2 for|to',
      'you should|could have',
      'your own fault|responsibility',
      'as ..2 we|i|already|previously ..3 said|mentioned|explained|stated|told|wrote',
      "that isn't correct|true|right",
      'that is not correct|true|right',
      "don't|not ..2 recognise|recognize ..2 this|picture|that",
      'rules|terms|conditions|information ..2 are|is ..3 on ..2 site|website',
      'it ..1 clearly|simply says',
      '<n> ..1 visitors|customers|messages|requests',
      'the system ..3 allow|not',
      'not our fault|problem|responsibility',
      'nothing ..2 we can do',
      'sorry but',
    ],
    sympathy: [
      'sorry ..2 to ..1 hear|read|learn',
      'i|we ..3 understand|imagine|see|appreciate|get',
      'can imagine|understand',
      'must ..1 be|have',
      'condolences|sympathy',
      'what a ..1 lovely|great|wonderful|sweet|kind|nice|beautiful',
      "you are|you're ..1 right",
      'fair point|enough',
      'thank you|thanks ..3 for|that',
      'how ..1 annoying|frustrating|disappointing|sad|upsetting|lovely|thoughtful',
      'frustrating|disappointing|upsetting|annoying|worrying ..2 that|for|this|it|must',
      'good|lovely|great|nice to hear|read',
    ],
    refusal: [
      "can't|cannot|unable|won't|not ..4",
      "don't do",
      'do not do',
      'unfortunately',
      'not ..1 possible|allowed',
    ],
    reason: ['because|since|due|therefore|reason', 'as we|the|it|there'],
    action: [
      "i|we|i've|we've have|has? ..7 <done>",
      "i've|we've|i|we ..2 <done>",
      "i|we|i'll|we'll will|can|shall|am|are ..4 <doing>|calling|sending|checking|arranging|refunding",
      "i'll|we'll ..3 <doing>",
      'is|has|have ..3 been ..2 <done>',
      'was|were ..2 <done>',
    ],
    offer: [
      'you can|may|could ..1',
      "you are|you're welcome to",
      'what ..1 is|we ..2 allowed|possible|can',
      'is ..1 allowed|possible|fine',
    ],
    timing: ['<n> <unit>', 'by|before|at|until|within <n>|<day>|noon', '<day>', 'on <day>'],
    nextStep: [
      'let ..1 me|us know',
      'try|choose|click|check|follow ..1 the|your|a|this|on|to',
      'send|call|email|reply|message|give|fill|come|dm ..3 me|us|here|back|your|this|a|the',
      'does that|this work|help|suit',
      'would that work|help|suit',
      "then ..2 i|we|i'll|we'll",
    ],
    greeting: ['hi|hello|hey|dear|good'],
    policy: [
      "we don't ..1 do|take|accept",
      'we do not ..1 do|take|accept',
      'our policy|policies|terms|rules|procedure|procedures',
      'company policy',
      'proud of',
      'as an? organisation|company|organization',
      'these|such|this kind|kinds|type of? requests|request',
      'such requests',
    ],
    vagueCare: [
      'as soon as possible',
      'asap|shortly|soon',
      'a s a p',
      'in due course',
      'looking into it',
      'get|getting back to you',
    ],
  },
};
