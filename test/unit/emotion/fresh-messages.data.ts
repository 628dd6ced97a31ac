/** Messages written after the rules were frozen, to see how they do on wording nobody had in mind. Own words. */
export const freshMessages = `
nl|-|waiting,promise_broken|Goedemiddag, vorige week donderdag kreeg ik te horen dat er binnen twee dagen iemand zou bellen. Inmiddels is het dinsdag en mijn telefoon is stil gebleven.
nl|-|failure,disappointment|Taart opgehaald voor de verjaardag van ons dochtertje, staat er de naam van een ander kind op. Feestje een beetje verpest.
nl|-|pillar_to_post|Via de chat krijg ik te horen dat ik moet mailen, per mail dat ik moet bellen en aan de telefoon dat ik de chat moet gebruiken.
nl|-|frustration|Wat een onlogisch menu hebben jullie, ik heb al vijf keer de verkeerde toets ingedrukt.
nl|-|unimportant,waiting|Als nieuwe klant staan jullie klaar, maar heb je een vraag dan hoor je niemand meer.
nl|-|threat_leave|Ik ga eens rondkijken bij een andere energieleverancier want zo hoeft het van mij niet meer.
nl|-|threat_public|Wordt vervolgd op Tiktok, met filmpje.
nl|-|threat_legal|Ik geef u tot 1 maart de tijd, daarna laat ik het aan de rechter over.
nl|-|worry|Mijn moeder van 86 zit nu zonder alarmknop, ik vind dat geen fijn idee.
nl|-|anger|Jullie chauffeur stak zijn middelvinger op naar mijn zoontje op de fiets. Hoe haalt hij het in zijn hoofd!
nl|-|sadness|Na het overlijden van mijn man wil ik zijn rekening sluiten, maar iedere brief begint met zijn naam. Dat valt me zwaar.
nl|-|sarcasm,promise_broken|Applaus voor jullie belofte "voor 22 uur besteld, morgen in huis". Het is nu zaterdag.
nl|-|urgency|Over een uur begint de crematie en de bloemen zijn er nog niet, bel me aub nu meteen op.
nl|-|repeat_contact|Vorige maand schreef ik ook al dat de straatlantaarn kapot is.
nl|-|failure|Sinds vanochtend krijg ik bij elke bladzijde een wit scherm.
nl|-|disappointment|Het eten was koud en de bediening liep ons steeds voorbij. Voor 90 euro mag je iets anders verwachten.
nl|-|waiting|De teller staat op 19 dagen. Iemand?
nl|-|failure,frustration|Alweer een verkeerd formaat gordijnen!! Ik baal hier zo van.
nl|+|gratitude|Dat is snel opgelost, waarvoor dank.
nl|+|joy|We hebben zo gelachen bij de voorstelling, aanrader!
nl|+|gratitude,joy|Mijn complimenten voor jullie monteur Ali, hij heeft het keurig geregeld en de kat is ook fan.
nl|+||Kunnen we bij slecht weer ons geld terugkrijgen?
nl|+||Wordt er nog gewerkt aan de storing op lijn 5 of rijdt de tram alweer?
nl|+||Is een advocaat verplicht bij een bezwaar tegen de gemeente?
nl|+||Hoe lang is een cadeaubon geldig?
nl|+||Ik ga volgende maand verhuizen en wil mijn krant graag meenemen, wat moet ik doen?
nl|+||Hebben jullie glutenvrije opties op de kaart?
nl|+||Ik mis de kleur groen in het overzicht, komt die nog?
nl|+||Wij zijn met 40 man, is het mogelijk om de hele bovenzaal te huren?
nl|+||Oké, dan wacht ik de mail van morgen even af.
en|-|waiting,disappointment|Ordered on the 2nd, today is the 20th and still nothing on my doorstep. Not what I hoped for.
en|-|failure|Half of the screws were not in the box so the wardrobe is lying on my bedroom floor.
en|-|frustration|I have filled in the same form four times and each time it logs me out. Unbelievable.
en|-|unimportant|It seems long-time members count for nothing these days.
en|-|threat_public|Let's see what my 8,000 subscribers think of this.
en|-|threat_legal|If the deposit is not back on my account by Monday I will start proceedings.
en|-|threat_leave|After ten years I will be taking my savings to a different bank.
en|-|anger|Your colleague hung up on me while I was still talking. Who does that?!
en|-|worry|There is a strange payment on my statement and I don't feel safe about it at all.
en|-|sarcasm,waiting|Lovely hold music by the way, I now know every note after 45 minutes.
en|-|promise_broken|The technician was going to be here before noon. It is half past four.
en|-|sadness|My husband died in March and I still get invoices in his name. Every envelope hurts.
en|-|repeat_contact|I already gave this information to two of your colleagues last week.
en|-|urgency|Our boiler leaks and there is water all over the kitchen, please send someone right now.
en|+|gratitude|Brilliant, that did the trick. Thank you Sophie!
en|+|joy|Best pancakes in town, we will definitely be back.
en|+||Are there lockers near the entrance?
en|+||Can I still change the delivery address of my order?
en|+||What happens if my train is delayed and I miss the show?
en|+||Just checking: is the store closed on Sunday?
`;
