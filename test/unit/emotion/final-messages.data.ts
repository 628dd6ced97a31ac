/** The last set: written after all tuning, measured and left as it is. Own words. */
export const finalMessages = `
nl|-|failure|Mijn koffer is op Schiphol gebleven en ik zit nu in Athene zonder kleren.
nl|-|waiting|Op mijn vraag van begin mei heb ik tot nu toe geen enkele reactie gezien.
nl|-|repeat_contact,waiting|Vijf e-mails later weet ik nog niets.
nl|-|promise_broken|Volgens de medewerker aan de balie werd het geld dezelfde dag overgemaakt, maar er staat niets op mijn rekening.
nl|-|anger|Schaam je, een oude vrouw zo afsnauwen!
nl|-|disappointment|Na al die jaren vind ik dit echt beneden peil.
nl|-|frustration|Ik word horendol van dat keuzemenu.
nl|-|unimportant|Het kan jullie blijkbaar geen bal schelen wat er met onze buurt gebeurt.
nl|-|pillar_to_post|Afdeling verkoop wijst naar service en service wijst naar verkoop.
nl|-|threat_leave|Vanaf volgende maand zitten wij bij een ander.
nl|-|threat_public|De lokale krant heeft al interesse in dit verhaal.
nl|-|threat_legal|Mijn rechtsbijstand is ingelicht en neemt het van hier over.
nl|-|worry|Ik vertrouw het niet helemaal, die mail leek van jullie te komen.
nl|-|sadness|We missen onze zoon elke dag en dan ligt er reclame voor zijn verjaardag op de mat.
nl|-|urgency|Kunnen jullie me binnen een uur bellen? Ik sta bij de douane en mag niet verder.
nl|-|sarcasm,failure|Nou, geweldig hoor, die nieuwe site. Niets doet het.
nl|+|gratitude|Dank voor de vlotte afhandeling!
nl|+|joy|Onze kinderen praten nergens anders meer over, wat een feest was het.
nl|+||Ik wil mijn ticket overdragen aan een vriendin, kan dat?
nl|+||Wordt er bij jullie ook gebruikgemaakt van een geschillencommissie?
nl|+||Is de wachtrij op zaterdag langer dan op zondag?
nl|+||Welke maat past bij een taille van 82 cm?
nl|+||Ik kom vanavond met de auto, waar kan ik staan?
nl|+||Mijn vorige bestelling was in orde, nu zoek ik er een lamp bij.
en|-|failure|The zip on the jacket came off the first time I wore it.
en|-|waiting|Your chat has been telling me I am number 38 in the queue since ten o'clock.
en|-|repeat_contact|I rang on Monday, on Wednesday and again this morning.
en|-|promise_broken|According to your agent the money would be back by Tuesday, yet my account shows nothing.
en|-|anger|Charging a pensioner for this is downright indecent!
en|-|disappointment|For a five star hotel this was mediocre at best.
en|-|unimportant|You make your regulars feel like they are a nuisance.
en|-|threat_leave|Our whole office is switching to your rival next month.
en|-|threat_legal|Consider this my final notice before I go to court.
en|-|worry|I'm nervous about leaving my child there after reading this.
en|-|urgency|We are stuck in the lift right now, send help!
en|+|gratitude|Cheers for the quick fix.
en|+|joy|What a fantastic evening, the band was superb.
en|+||Do you deliver to the islands as well?
en|+||How does the complaints committee work?
en|+||My previous order was fine, can I add a lamp to it?
`;
