/** Whole short messages (lower-case, without accents, punctuation but question marks as a space) that only ask where the answer stays. */
export const shortChasers: readonly RegExp[] = [
  /^\?+( \?+)*$/u,
  /^(hallo+|halloo+|hoi|hey|he|hello+|hi)( (hallo+|hello+))*( \?+)$/u,
  /^(hallo+|hello+) (\? )?((is er|iemand|anyone|anybody|is anyone|somebody)\b.*)$/u,
  /^(is (er )?(daar )?iemand( daar| thuis| aanwezig)?|iemand( daar)?|anyone( there| home)?|anybody( there)?|is (anyone|anybody|someone) there)( \?+)?$/u,
  /^((is|was) er )?(al|nog) (enig |een |wat )?(nieuws|update|bericht|antwoord|reactie|iets bekend|iets gehoord)( over( dit| hierover)?| hierover| voor mij| te melden)?( \?+)?$/u,
  /^((is there |do you have )?(any|an) )?(update|updates|news|word|answer|response|reply)( yet| on this| about this| please| for me)*( \?+)$/u,
  /^(hoe (staat|zit) het (er|hier) ?mee( nu)?|hoe staat het ervoor|wat is de stand van zaken|how is it going with this|how are we doing on this|what is the status)( \?+)?$/u,
  /^(en|and|so|well|nou|wel)( nu| now)?( \?+)$/u,
  /^(ik wacht( nog)?( steeds)?( op (antwoord|reactie))?|still waiting|i am still waiting|i m still waiting|waiting|wachtend)( here| hier)?( \?+)?$/u,
  /^(nog steeds|still) (niets|niks|geen (antwoord|reactie|bericht)|nothing|no (answer|reply|response|word|news))( gehoord| ontvangen| van jullie| from you| yet)*( \?+)?$/u,
  /^(kunnen|kan|willen|could|can|would) (jullie|je|u|you|someone|iemand) (hier )?(nog )?(alsjeblieft |aub |please )?(even )?(reageren|antwoorden|antwoord geven|answer|reply|respond)( please| aub)?( \?+)?$/u,
];

/** Words within a message of some length that say the writer waits for what was told before. */
export const waitingPhrases: readonly RegExp[] = [
  /\b(nog (steeds|altijd)|tot nu toe|helaas|nog) (niets|niks|geen (antwoord|reactie|bericht|terugkoppeling)|niet)\b[^?]{0,30}\b(gehoord|ontvangen|vernomen|gekregen|teruggekregen|gebeld|gereageerd)\b/u,
  /\b(heb|hebben) (nog )?(niets|niks|geen (antwoord|reactie|bericht))\b[^?]{0,30}\b(gehoord|ontvangen|vernomen|gekregen)\b/u,
  /\b(nog steeds|still) (geen|niets|niks|no|nothing)\b/u,
  /\b(wacht|wachten) (nog )?(steeds|altijd|nog) (op|al)\b/u,
  /\b(still (waiting|not heard)|have not heard|haven t heard|heard nothing|not received (an|any) (answer|reply|response))\b/u,
  /\bwanneer (krijg|hoor|kan) ik\b[^?]{0,25}\b(antwoord|reactie|iets|verwachten|bericht)\b/u,
  /\b(when (will|can|do) i (get|hear|expect))\b/u,
  /\b(jullie zouden|u zou|je zou|you (would|were going to|said you would))\b[^?]{0,40}\b(reageren|antwoorden|terugkomen|bellen|terugbellen|laten weten|reply|answer|call|get back)\b/u,
];
