/** Messages looked at while the rules were written. Own words. */
export const developmentMessages = `
nl|-|repeat_contact,waiting,frustration|Ik heb al drie keer gemaild en nog steeds geen antwoord. Heel frustrerend dit.
nl|-|waiting|Ik wacht nu al twee weken op mijn pakket.
nl|-|disappointment,repeat_contact,waiting|Wat een teleurstelling. Gebeld, gemaild, een appje gestuurd en nooit iets teruggehoord.
nl|-|anger|Ik ben echt woedend over hoe jullie met mijn moeder zijn omgegaan!
nl|-|failure|De app doet het niet meer sinds de update van gisteren.
nl|-|promise_broken|Jullie zouden mij vrijdag terugbellen, maar er is niet gebeld.
nl|-|promise_broken,waiting|Er was beloofd dat ik binnen 24 uur antwoord kreeg. Het is nu dag vier.
nl|-|unimportant|Blijkbaar zijn klanten voor jullie niet belangrijk.
nl|-|pillar_to_post|Ik word van het kastje naar de muur gestuurd: de winkel verwijst naar jullie en jullie naar de winkel.
nl|-|threat_leave,frustration|Ik ben het zat, ik zeg mijn abonnement op en stap over naar de concurrent.
nl|-|threat_public|Als dit morgen niet is opgelost, zoek ik contact met Kassa en zet ik het hele verhaal online.
nl|-|threat_legal|U hoort van mijn advocaat als het bedrag niet voor vrijdag is teruggestort.
nl|-|sarcasm,failure|Leuk hoor, weer een storing. Top geregeld 👏
nl|+|gratitude,joy|Super bedankt voor de snelle hulp, ik ben er heel blij mee!
nl|+|gratitude|Dank je wel voor de uitleg.
nl|+||Wat zijn de openingstijden van jullie winkel in Zwolle op zaterdag?
nl|+||Hoe kan ik een klacht indienen?
nl|+||Hoe lang is de wachttijd gemiddeld bij de balie?
nl|+||Mijn zus is advocaat en zoekt een nieuwe laptoptas, hebben jullie die?
nl|+||Wanneer kan ik het pakket ongeveer verwachten?
nl|-|worry|Ik maak me zorgen of mijn betaling wel goed is gegaan.
nl|-|urgency,worry|Mijn vlucht gaat morgenochtend en ik heb nog geen ticket, ik word er zenuwachtig van. Graag met spoed reageren!
nl|-|sadness|Mijn vader is vorige week overleden en ik krijg nog steeds post op zijn naam. Dat doet pijn.
nl|-|frustration,waiting|Pfff, 50 minuten in de wacht en dan wordt de verbinding verbroken. Zo irritant.
nl|-|anger,failure|Belachelijk dit! Wasmachine voor de tweede keer kapot binnen een maand!!
nl|-|disappointment|Ik had echt meer van jullie verwacht.
nl|-|frustration|Ik snap hier helemaal niets meer van, wat een gedoe.
nl|-|waiting|Hallo? Is daar iemand?
nl|-|repeat_contact|Zoals ik al eerder schreef: het adres is gewijzigd.
nl|-|pillar_to_post,repeat_contact|Voor de derde keer mijn verhaal moeten doen omdat ik weer werd doorverbonden.
nl|-|failure|Ik kan niet inloggen, hij geeft steeds een foutmelding.
nl|-|failure,waiting|Bestelling kwam beschadigd aan en op mijn mail reageert niemand.
nl|+|joy|Wat een geweldige dag gehad in jullie park, we hebben genoten!
nl|+|gratitude|Thanks!
nl|+||Kan ik mijn abonnement per 1 januari opzeggen? We gaan verhuizen.
nl|+||Ik heb gisteren een bestelling geplaatst, kan ik het adres nog wijzigen?
nl|+||Niets te klagen hoor, alles was prima in orde.
nl|+|joy|Verschrikkelijk lekker gegeten vanavond!
nl|-|disappointment|Niet tevreden over de behandeling bij de kassa.
nl|-|anger,unimportant|Schandalig dat jullie een trouwe klant zo aan zijn lot overlaten.
nl|-|threat_public|Ik heb 12.000 volgers en die gaan dit allemaal te horen krijgen.
nl|-|threat_legal|Ik leg dit voor aan de geschillencommissie.
nl|-|threat_leave|Dit was de laatste keer dat ik bij jullie iets bestel.
nl|-|sarcasm,waiting|Fijn dat jullie zo "snel" reageren, ik wacht pas drie weken 🙄
nl|-|urgency,failure|De verwarming is uitgevallen en we hebben een baby van 3 weken. Dit kan echt niet wachten!
nl|+||Is er vandaag nog plek voor twee personen?
nl|+||Ik zou graag willen weten of jullie ook cadeaubonnen verkopen.
nl|-|waiting,unimportant|Ruim een maand geleden gemaild, nooit antwoord gehad. Voelt alsof we er niet toe doen.
nl|-|promise_broken,disappointment|Weer niet bezorgd, terwijl het vandaag zou komen. Jammer.
nl|-|frustration,repeat_contact|Ik blijf bellen en krijg elke keer een ander verhaal te horen, ik word er gek van.
en|-|waiting,repeat_contact|I've emailed you twice and still no reply.
en|-|waiting,frustration|On hold for 2 hours now, this is so frustrating.
en|-|anger|I am absolutely furious about the way your driver spoke to me.
en|-|disappointment|Really disappointed with the service today.
en|-|failure|My order arrived broken and one item is missing.
en|-|promise_broken|You promised a refund within five days, that was three weeks ago.
en|-|pillar_to_post|I keep getting passed from one department to another.
en|-|threat_leave|That's it, I'm cancelling and moving to another provider.
en|-|threat_legal|My solicitor will be in touch if this is not settled by Friday.
en|-|threat_public|If nobody answers I will post the whole story and leave a one star review everywhere.
en|-|sarcasm,failure|Great job, another delay. Love waiting in the rain 👏
en|-|unimportant|Clearly you don't care about your customers.
en|-|worry|I'm worried that my passport got lost in the post.
en|-|sadness|My grandmother passed away and your letters to her keep coming, it is heartbreaking.
en|-|urgency|I need an answer today please, the wedding is tomorrow!
en|+|gratitude|Thank you so much for sorting this out!
en|+|joy|Had a wonderful time at the museum, the kids loved it.
en|+||How do I file a complaint about a parking fine?
en|+||What is the current waiting time at the desk?
en|+||Do you sell gift cards online?
en|+||Is your legal department hiring interns?
en|-|failure|The website keeps crashing at checkout.
en|+||Could you tell me whether the shop is open on Monday?
nl|-|disappointment,waiting,repeat_contact,unimportant|Ik ben teleurgesteld. We hebben gebeld, gemaild en een bericht gestuurd, maar nooit antwoord gekregen. Kennelijk zijn wij niet belangrijk voor jullie.
nl|+||We willen onze vriendin verrassen op jullie festival. Is het mogelijk om iets bijzonders te regelen?
`;
