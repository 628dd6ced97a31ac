/** Sentences that only greet, thank, confirm receipt or sign off; matched per sentence, lower-case, without accents. */
export const emptySentencePatterns: readonly RegExp[] = [
  /^(hoi|hallo|hey|dag|beste|geachte|goede?(morgen|middag|avond|dag)|hi|hello|dear|good (morning|afternoon|evening))\b[^.!?]{0,40}[,!.]?$/u,
  /\b(bedankt|dank ?(je|u)?( ?wel)?|thanks|thank you|thx|merci)\b[^.!?]{0,60}\b(bericht\w*|mail\w*|reactie|vraag|geduld|contact|message|patience|getting in touch|reaching out|contacting)\b/u,
  /\b(wij?|ik|i|we)\b( hebben| heb| have|'ve)? (je|jouw|uw|your)?\b[^.!?]{0,20}\b(bericht|vraag|mail|message|question)\b[^.!?]{0,25}\b(ontvangen|binnen|gelezen|received|got)\b/u,
  /\b(we have received|we received|ontvangen we|is ontvangen|goed ontvangen|in goede orde)\b/u,
  /^(met vriendelijke groet(en)?|vriendelijke groet(en)?|groet(jes|en)?|mvg|kind regards|best regards|regards|cheers)\b/u,
  /^(een )?(fijne|prettige|mooie) (dag|avond|weekend)\b|^have a (nice|great|lovely) (day|evening|weekend)/u,
  /\b(dit is een automatisch\w*|automatische (reactie|ontvangstbevestiging)|this is an automat\w*|auto-?reply)\b/u,
];

/** Sentences that only keep the customer waiting. */
export const holdingSentencePatterns: readonly RegExp[] = [
  /\b(wij?|ik)\b[^.!?]{0,30}\b(zoek\w*|kijk\w*|vraag|vragen|ga|gaan|pak\w*)\b[^.!?]{0,45}\b(uit|na|naar|aan de slag|op|mee)\b$/u,
  /\b(een )?(moment(je)?|ogenblik(je)?)( geduld)?\b/u,
  /\b(i|we)('ll| will| are| am|'re|'m)\b[^.!?]{0,25}\b(look\w*|check\w*|find\w*)\b[^.!?]{0,30}\b(into|out|it|this|that)\b/u,
  /\b(one moment|bear with (me|us)|hang on)\b/u,
  /\b(wij?|ik)\b[^.!?]{0,20}\b(kom|komen)\b[^.!?]{0,20}\bterug\b|\bget back to you\b/u,
];

/** Words that carry no content of their own when counting what a reply says. */
export const fillerWords: ReadonlySet<string> = new Set(
  (
    'de het een en of maar want dus dat die dit deze is zijn was waren wordt worden heb hebt heeft hebben ik je jij u we wij ze zij hij ons onze jouw uw mijn ' +
    'er hier daar dan als ook nog wel niet in op aan bij van voor met te naar om uit over tot door zo heel graag mij me hem haar hen hoi hallo dag beste ' +
    'the a an and or but so that this these those is are was were be been have has had i you we they he she it our your my me him them ' +
    'there here then if also still not in on at by of for with to from about until through very hi hello dear'
  ).split(' '),
);

/** Whole messages (after cleaning) that need no answer. */
export const thanksPatterns: readonly RegExp[] = [
  /^(heel |super |hartelijk |ontzettend |echt |alvast )?(erg )?(bedankt|dank|dank je|dank u|dankje|dankjewel|dankuwel|dank je wel|dank u wel|thanks|thank you|thx|tnx|merci|top|super|fijn|perfect|prima|mooi|great|lovely|cheers|ok|oke|okee|okay|helemaal goed|duidelijk|goed om te weten|sounds good|got it|geregeld|gelukt)\b/u,
];
