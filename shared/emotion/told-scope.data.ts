/** How a stretch of words takes what it names out of what is told of the writer. */
export type ScopeKind = 'heard' | 'sayer' | 'other' | 'denied' | 'answer' | 'supposed' | 'named' | 'kindly' | 'theirs';

const dutchOthers =
  'buurman|buurvrouw|buren|collega|collegas|vriend|vriendin|kennis|zus|zusje|broer|broertje|zwager|schoonzus|neef|nicht|huisgenoot|iemand|mensen|klasgenoot|bewoner|huurder|eigenaar|juf|meester|trainer|baas';
const englishOthers =
  "neighbour|neighbours|neighbour's|neighbor|friend|friend's|friends|colleague|colleagues|coworker|sister|sister's|brother|brother's|cousin|cousin's|flatmate|housemate|roommate|somebody|someone|people|tenant|owner|teacher|mate|boss|folks";
const trouble =
  'klacht|klachten|haast|spoed|probleem|problemen|kritiek|verwijt|bedreiging|bezwaar|vraag|vragen|complaint|complaints|rush|hurry|problem|problems|issue|issues|trouble|wrong|urgent|emergency|worries|bother|criticism|question|questions';

const lawyers =
  'advocaat|advocaten|jurist|juristen|deurwaarder|deurwaarders|incassobureau|notaris|rechter|rechtbank|politie|journalist|redactie|solicitor|solicitors|lawyer|lawyers|bailiff|bailiffs|barrister|police|court|reporter';
const papers =
  'review|reviews|recensie|recensies|reactie|facebook|instagram|google|krant|tv|pagina|website|beoordeling|rating|page|newspaper';
const bonds =
  'abonnement|abonnementen|contract|contracten|lidmaatschap|rekening|polis|verzekering|overeenkomst|account|inschrijving|membership|subscription|policy|contracts|bestelling|booking|order';
const ended =
  'opgezegd|beeindigd|stopgezet|geblokkeerd|geannuleerd|ontbonden|afgesloten|verwijderd|opgeheven|cancelled|closed|ended|terminated|canceled|stopped';

/** Patterns (word-patterns.ts) of both languages by what they say about the words around them. */
export const scopePatterns: readonly (readonly [ScopeKind, string])[] = [
  // Hearsay: read, heard or seen somewhere; told by somebody who is not concerned.
  ['heard', 'las|lees|hoorde|hoor|vernam|begreep ..2 dat|over|in|op|van|ergens|overal|iets|laatst|net|vandaag'],
  ['heard', 'heb|had|hebben|hadden ..4 gelezen|gehoord|vernomen|begrepen'],
  [
    'heard',
    'zag|zie|gezien ..3 op|in|bij|onder ..3 facebook|krant|nieuws|journaal|pagina|forum|tv|instagram|internet|nextdoor|buurtapp',
  ],
  [
    'heard',
    'reactie|bericht|verhaal|review|recensie|post|berichten|reacties|verhalen ..1 van iemand|mensen|anderen|een',
  ],
  ['heard', "i|we|i've|we've ..1 read|heard|saw|seen ..3 about|that|on|in|online|somewhere|people|from"],
  ['heard', 'according to'],
  [
    'sayer',
    `${dutchOthers} ..3 zei|zegt|vertelde|vertelt|noemde|beweert|tipte|hoorde|las|schreef|zeiden|zeggen|vertellen|klaagde`,
  ],
  [
    'sayer',
    `${englishOthers}|they ..2 said|says|told|mentioned|reckons|reckoned|tells|recommended|heard|posted|wrote|moaned|say`,
  ],
  ['sayer', 'op|in|volgens ..1 radio|nieuws|krant|journaal|forum|tv'],
  ['sayer', 'on|in ..1 radio|news|paper|papers|telly'],
  // Somebody else's affair, at the head of a sentence.
  ['other', `de|mijn|een|onze|m'n|vorige|jullie? ..1 ${dutchOthers}`],
  ['other', `my|a|our|the|your ..1 ${englishOthers}`],
  ['other', 'iemand|someone|somebody|sommige|some|veel|many|andere|other|vorige|previous'],
  // No complaint, no hurry.
  ['denied', `geen|nergens|nooit|zonder|no|not|never|nothing|without|isn't|hardly ..1 ${trouble}`],
  [
    'denied',
    "niet|not|don't|isn't|never|nooit ..1 om|about|here|hier|bedoeld|meant|had|having ..2 klacht|klagen|haast|spoed|complaint|complain|problem|problems|probleem|problemen",
  ],
  ['denied', 'niet|not ..1 dringend|urgent|erg|ontevreden|boos|desperate|pressing'],
  ['denied', 'hoef|hoeft|hoeven|hoefde ..4 niet|geen|niks|niets'],
  ['denied', 'niet|geen ..2 nodig|hoeven|hoeft'],
  ['denied', "no|don't|doesn't|needn't ..1 need|have to|bother"],
  ['denied', 'niks|niets aan ..2 hand'],
  ['denied', 'nothing ..2 wrong|serious|special'],
  // An answer to what was asked.
  [
    'answer',
    "ja|jawel|nee|neen|klopt|yes|yep|yeah|nope|correct|inderdaad|oke|okee|ok|okay|precies|jazeker|hoi_ja|hallo_ja|that's_right",
  ],
  ['answer', 'no thanks|thank|need|worries|problem|rush|it|that|the|my|i|we'],
  // A case that is only supposed.
  ['supposed', 'als|indien|wanneer|mocht|stel|tenzij|zodra|if|when|suppose|should|unless'],
  ['supposed', 'in_geval|voor_het_geval|in_case|in_the_event'],
  ['named', 'bij|tegen|tijdens|na|against|during|after een|a|an|eventuele|any|such|de?'],
  ['named', 'bij|tegen|against'],
  // A friendly request.
  ['kindly', 'graag|interesse|geinteresseerd|interested|curious|wondering|please'],
  ['kindly', "would|i'd|we'd like|love|be"],
  [
    'kindly',
    "ben|werk|was|i'm|am|work|werkt ..2 als|a|as|for|een|van? ..1 advocaat|jurist|deurwaarder|journalist|journaliste|redacteur|rechter|notaris|agent|solicitor|lawyer|barrister|reporter|paralegal|bailiff|influencer|blogger",
  ],
  ['kindly', 'destijds|vroeger|jaren_geleden|years_ago|back_then|used_to'],
  ['kindly', 'niet|geen|not|no ..1 plannen|plan|plans|planning|intention'],
  // A threat's words on what the organisation did or has, on what came to the writer, on a way that is barred.
  ['theirs', `jullie|uw|your|hun|their|je ..1 ${lawyers}|${papers}`],
  [
    'theirs',
    `kreeg|krijg|kregen|gekregen|ontving|ontvangen|got|received ..5 ${lawyers}|incassobrief|dagvaarding|summons`,
  ],
  ['theirs', `${lawyers} ..1 stond|kwam|belde|stuurde|came|turned|rang|called`],
  ['theirs', `jullie|u|you|they|ze|the_bank|de_bank ..1 hebben|heeft|have|has ..6 ${ended}`],
  ['theirs', `you|they|somebody|jullie ..1 cancelled|closed|ended|terminated|stopped|canceled`],
  ['theirs', `${bonds} ..2 is|was|werd|wordt|been|got|zijn|were ..5 ${ended}`],
  [
    'theirs',
    'overstap|overstappen|overgestapt|overzetten|switch|switched|switching|transfer ..4 naar|to jullie|u|you|paperless|e-facturen|digitaal',
  ],
  ['theirs', 'van ..2 naar jullie|u'],
  ['theirs', 'kan|kon|kunnen|lukt|lukte ..3 niet ..4 opzeggen|annuleren|uitschrijven|afmelden|overstappen|beeindigen'],
  [
    'theirs',
    'opzeggen|annuleren|uitschrijven|afmelden|opzegformulier|opzegknop|opzegging|opzegpagina ..5 lukt|gaat|kan|werkt|doet|deed|werkte|verwerkt|bevestigd ..3 niet',
  ],
  ['theirs', 'opzegformulier|opzegknop|opzegpagina|cancellation_page|cancel_button|unsubscribe'],
  ['theirs', "can't|cannot|couldn't|unable|let|trying|tried|impossible ..3 cancel|unsubscribe|leave|switch|close"],
  ['theirs', `als|as ..1 een|a? ..1 ${lawyers} ..1 zit|ben|werk|reis|heb|i|moet`],
  [
    'theirs',
    'op|via|on ..1 facebook|twitter|instagram|x|linkedin|tv|whatsapp ..2 antwoorden|reageren|adverteren|zeggen|schrijven|beloven|krijg|krijgen|reply|answer|advertise|say|promise',
  ],
  [
    'theirs',
    'reclame|advertentie|spotje|actie|ad|advert|commercial|promotie ..3 op|in|on ..2 tv|radio|krant|facebook|instagram|google|paper|telly',
  ],
  [
    'theirs',
    'lovely|mooi|mooie|leuk|leuke|nice|great|goed|tip|goede ..3 piece|stuk|artikel|article|tip|in|review|recensie',
  ],
  [
    'theirs',
    'ander|andere|different|another ..1 model|maat|kleur|mailadres|nummer|adres|size|colour|address|number|moment|datum|tijd|dag|date|day|product|artikel',
  ],
  [
    'theirs',
    'bij|van ..1 de buren|buurman|buurvrouw ..4 is|werkt|ligt|doet|hebben|wel|afgeven|afgegeven|bezorgd|bezorgen|leggen',
  ],
  // What was, what the writer was sent to, what is asked of or said by the organisation.
  [
    'theirs',
    'last time|last_week|last_month ..1 i|we|you|your ..3 ordered|called|rang|came|was|were|spoke|emailed|booked|stayed|flew|paid|asked|had|said|told',
  ],
  [
    'theirs',
    'laatste|vorige|eerste|tweede|derde keer ..1 dat|toen? ik|we|wij|jullie|u|er|de ..4 belde|bestelde|kwam|vroeg|mailde|was|waren|bestelden|belden|boekte|boekten|betaalde|kwamen|vlogen|sprak|had',
  ],
  [
    'theirs',
    'another|different|other|ander|andere ..1 department|branch|number|address|team|counter|colleague|customer|customers|office|person|depot|desk|extension|flat|house|street|afdeling|nummer|adres|loket|balie|collega|klant|klanten|filiaal|vestiging|persoon|huis|straat|bezorger|monteur|chauffeur|medewerker|medewerkster|begeleider|afspraak|stoel|kamer|trein|bus|vlucht|bed|gate|perron',
  ],
  [
    'theirs',
    'sent|referred|told|moved|passed|transferred|directed ..3 to|go ..2 another|different|elsewhere|other|someone',
  ],
  ['theirs', 'gestuurd|verwezen|doorverwezen|doorverbonden|doorgestuurd ..8 ergens_anders|elders|ander|andere|ergens'],
  [
    'theirs',
    'naar ..1 een? ander|andere|elders ..3 gestuurd|verwezen|doorverwezen|doorverbonden|doorgestuurd|gebracht',
  ],
  [
    'theirs',
    'coming|back|using|training|swimming|playing|komen|sporten|trainen ..5 until|till|before|tot|totdat|voordat ..1 my|our|the|mijn|onze|de|het|sunday|monday|next|after|zondag|maandag',
  ],
  [
    'theirs',
    "can't|cannot|couldn't|can_not|kan|kon|kunnen ..2 not|use|niet ..3 use|get|log|book|order|return|inloggen|gebruiken|boeken|bestellen|bestel|openen|betalen|bellen",
  ],
  ['theirs', 'filed|lodged|sent|raised|logged|made|submitted ..2 complaint|claim|report ..1 with|to ..1 you|your'],
  [
    'theirs',
    'klacht|klachten|melding|bezwaar|bezwaarschrift|claim ..4 bij|aan|naar jullie|u|je ..3 ingediend|gestuurd|gedaan|gemeld|neergelegd|liggen',
  ],
  ['theirs', 'ingediend|gemeld|gedaan|ingestuurd bij jullie|u'],
  [
    'theirs',
    'mijn|onze|de|my|our|the claim|schadeclaim|schademelding|klacht|bezwaar|complaint|bezwaarschrift ..2 loopt|open|pending|number|nummer|has|is|ligt|staat|duurt|werd|was|been|still|in_behandeling',
  ],
  [
    'theirs',
    'review|recensie|beoordeling|reactie|comment ..5 visible|zichtbaar|verwijderd|removed|gone|weg|deleted|verschijnt|appear',
  ],
  [
    'theirs',
    "app|systeem|system|website|site|brief|letter|mail|portal|portaal ..2 zegt|says|meldt|beweert|keeps|blijft ..3 dat|that|ik|i|i'm|saying",
  ],
  ['theirs', 'jullie|uw|your overstap|migratie|verhuizing|overname|fusie|migration|takeover|merger|switch|update'],
  ['theirs', 'jullie|your|uw ..1 post|bericht|story|tweet|folder|account|feed'],
  ['theirs', 'hoor|heb|heard|krijg|gehoord ..3 niks|niets|nothing ..3 over|about|van|of ..2 verlenging|renewal|nieuw'],
  ['theirs', "rival's|competitor's|concurrenten_van_jullie"],
  ['theirs', 'vorige|previous bewoner|bewoners|huurder|huurders|eigenaar|tenant|tenants|owner'],
  ['theirs', 'of|van yours|jullie|jou ..3 closed|dicht|gesloten|and|en'],
  ['theirs', 'another|different|ander|andere shop|store|branch|winkel|filiaal ..2 of|van yours|jullie|u'],
  ['theirs', 'moet|zal|kan ik ..1 dat|die|het|deze|hem ..3 opsturen|doorsturen|mailen|sturen|meesturen|toevoegen'],
  [
    'theirs',
    "buren|neighbours|neighbors|neighbour|buurvrouw|buurman ..3 maar|but|die|who|weten|weet|says|say|zeggen|zegt|niks|haven't|hasn't|hebben|heeft ..4 van|niks|niets|nothing|pakket|parcel|it",
  ],
  ['theirs', 'niks|niets|nooit|niet opgezegd|geannuleerd|uitgeschreven'],
  [
    'theirs',
    'screenshots|screenshot|schermafbeelding|schermafbeeldingen|fotos|photos|pictures ..4 sent|gestuurd|erbij|bijgevoegd|attached|meegestuurd|gemaild|uploaded|bijlage|hieronder',
  ],
  [
    'theirs',
    'sent|stuurde|gestuurd|mailde|gemaild|attached|uploaded ..6 screenshots|screenshot|fotos|photos|pictures|schermafbeeldingen',
  ],
  [
    'theirs',
    'rekening|factuur|kosten|nota|bill|invoice|fees ..1 van|of|from ..2 advocaat|jurist|notaris|solicitor|lawyer',
  ],
  ['theirs', "don't|didn't|never know|knew|trust"],
  ['theirs', 'public transport|toilet|toilets|holiday|footpath|car'],
  ['theirs', 'outside|near|by|opposite|bij|tegenover|naast ..1 court|rechtbank|politiebureau|redactie'],
  [
    'theirs',
    'nieuwsbrief|nieuwsbrieven|newsletter|reclamemails|mailinglijst|mailing|reclame-sms|meldingen|notifications',
  ],
  [
    'theirs',
    'camera|deurbel|doorbell ..1 bij|van|aan|at|by|on ..1 de|het|onze|mijn|the|our|my deur|huis|ingang|door|house|gate',
  ],
];
