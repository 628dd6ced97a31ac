/** How Dutch wishes open; the number is how surely they do, the surest one of a message wins. */
export const dutchWishOpenings: readonly (readonly [string, number])[] = [
  ['ik|wij|we zou|zouden', 3],
  ['zou|zouden ik|wij|we', 3],
  ['zouden|zou graag', 3],
  ['zou ..1 fijn|mooi|prettig|leuk|top|schelen ..2 vinden|zijn? als|om?', 2.6],
  ['ik|wij|we|kwil wil|willen|wilde|wilden graag?', 2],
  ['wil|willen|wilde|wilden ik|wij|we graag?', 2],
  ['kwil', 2],
  ['is ..1 mogelijk om?', 3],
  ['mogelijk is om', 3],
  ['kunnen|kan|kunt|kun|zouden|zou|willen|wilt|wil jullie|u|je|jij|iemand ..1 alsjeblieft|misschien|mij|me?', 2.5],
  ['kan|mag ik|wij|we ..6 krijgen|terugkrijgen|ontvangen|hebben', 2],
  ['kan|mag ..2 factuur|bestelling|pakket|adres|pas ..4 op|aangepast|gewijzigd', 2],
  ['kan|kunnen hij|ie|het|ze|die|dit|dat|de ..6 nog', 1.8],
  ['wat kunnen|kan we|wij|jullie', 2.2],
  ['verzoek|verzoeken ..1 om?', 2],
  ['ik|wij eis|eisen|verwacht|verwachten', 2],
  ['eis|verwacht ik|wij', 2],
  ['ons|mijn verzoek|wens|voorstel is|om', 3],
  ['mijn|onze vraag is|om of', 2],
  ['hoop|hopen dat? jullie?', 1.5],
  ['ik|wij|we moet|moeten mijn|mn|onze ..4 verzetten|wijzigen|annuleren|omzetten|doorgeven', 1.6],
  ['graag', 1.2],
  ['ik heb ..6 nodig', 1.4],
  [
    'mag|mogen|kan|kunnen ..12 af|weg|uit|eraf|verwijderd|vervangen|geregeld|stopgezet|opgezegd|omgezet|aangepast|gewijzigd|gecorrigeerd|teruggestort|verzet',
    2,
  ],
  ['gelieve', 2.4],
  [
    'wilt|wil|zoudt|kunt|kijkt|belt|stuurt|regelt|maakt|geeft|laat|zet|past|neemt|zorgt|stort|bevestigt u|jullie|ge|gij',
    2.2,
  ],
  ['verzoek|sommeer|dring ..1 ik|wij ..1 u|jullie?', 2.2],
  ['ik|wij verzoek|sommeer|verzoeken ..1 u|jullie', 2.3],
  ['op ..1 prijs stellen ..2 om|als', 2.4],
  ['met ..1 verzoek|vraag om?', 2.2],
  ['laat mij|me|ons ..2 spreken|praten|weten', 2],
];

/** How English wishes open. */
export const englishWishOpenings: readonly (readonly [string, number])[] = [
  ["i'd|we'd|i|we would? love|like|appreciate|prefer to?", 3],
  ["i'd|we'd love|like|appreciate|prefer to?", 3],
  ['is it possible to', 3],
  ['would it be possible to', 3],
  ['can|could|would|will|can you|someone|somebody|anyone ..1 please?', 2.5],
  ['can|could|may i|we ..1 get|have|request|receive|speak|talk', 2.2],
  ['what can|could we|you', 2.2],
  ['i|we want|demand|expect to?', 2],
  ['we|i hope to|that? you?', 1.5],
  ['our|my request|wish|suggestion is', 3],
  ['requesting', 2],
  ['please', 1.4],
  ['i|we need', 1.5],
  ['let me know', 1.2],
  ['any way|chance ..1 you|we|i|of ..1 could|can?', 2.4],
  ['is|are there any|a ..1 way|chance|possibility', 2],
  ['kindly', 1.8],
  ['i|we ask|request|insist|expect ..1 you|that', 2.2],
  ['let|put me|us ..1 speak|talk|through', 2],
  ['would|could|can|do you mind', 2.4],
  ['grateful|helpful if ..2 you|someone', 2.4],
];

/** Verbs that order in Dutch. */
export const dutchImperatives =
  'stuur maak bel verwijder regel geef zorg los vervang betaal stort corrigeer pas annuleer herstel neem beantwoord verander haal zet laat maakt belt blokkeer deblokkeer wis schrap stop bevestig leg lever bezorg repareer controleer check schrijf mail verplaats verzet boek reserveer breng wijzig activeer heropen koppel verleng beëindig beeindig vertel help leeg verbind scheld onderzoek';

/** Verbs that order in English. */
export const englishImperatives =
  'send fix sort refund replace cancel call delete remove correct change give let add arrange return resend reply answer unsubscribe stop return make take get tell ring email block unblock repair check investigate confirm book rebook move reschedule deliver collect pick honour credit reverse waive close reopen reset restore explain escalate transfer amend issue switch unlock reinstate contact respond help sort pay provide apologise apologize forward release reimburse';

/** Words after which the wish is over. */
export const wishEnders = 'want omdat maar because but aangezien since anders otherwise zodat';

/** "I would like to thank" asks for nothing that can be done. */
export const noWishWords =
  'bedanken thank complimenteren compliment opmerken zeggen say vertellen wist weten know dood worden blijven benieuwd afronden groeten consider effort';

/** Dutch words that ask for an answer and nothing else. */
export const dutchAnswerOnly: readonly string[] = [
  'graag|gaarne|verzoek|verwacht|hoop|wil|zou ..4 reactie|antwoord|terugkoppeling|bericht|horen|reageren|duidelijkheid|update',
  'hoor|verneem ..2 graag',
  'laat ..3 weten|horen',
  'kan|kunnen|kunt ..2 iemand|jullie|u ..4 reageren|antwoorden|antwoord',
];

/** English words that ask for an answer and nothing else. */
export const englishAnswerOnly: readonly string[] = [
  'please|kindly ..4 reply|respond|answer|update|advise|response',
  'let me know',
  'look|looking forward ..4 hearing|reply|response',
  'would like|appreciate ..2 an? answer|reply|response|update',
  'can|could someone|somebody|anyone|you ..2 reply|answer|respond',
];
