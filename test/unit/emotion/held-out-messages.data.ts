/** Messages written before the rules and not looked at one by one while tuning. Own words. */
export const heldOutMessages = `
nl|-|repeat_contact,waiting|Dit is mijn vierde bericht over dezelfde factuur, krijg ik nog een reactie?
nl|-|waiting|Al sinds maandag hoor ik niets meer van jullie.
nl|-|disappointment|Dit valt me vreselijk tegen van een bedrijf als dat van jullie.
nl|-|anger|Wat een ongelooflijke brutaliteit. Ik ben des duivels.
nl|-|failure|Mijn router valt om de haverklap uit.
nl|-|promise_broken|De monteur zou tussen 9 en 12 komen. Niemand gezien.
nl|-|promise_broken,disappointment|Jullie hadden toegezegd het geld deze week terug te storten. Niets ontvangen, erg teleurstellend.
nl|-|unimportant|Ik voel me als klant totaal niet serieus genomen.
nl|-|pillar_to_post|De ene collega zegt bel de verzekering, de verzekering zegt bel jullie. Niemand voelt zich verantwoordelijk.
nl|-|threat_leave|Nog één keer zo'n fout en jullie zijn me kwijt als klant.
nl|-|threat_public|Misschien moet Radar hier maar eens naar kijken.
nl|-|threat_legal|Ik stel u hierbij in gebreke en schakel mijn rechtsbijstandverzekering in.
nl|-|sarcasm,waiting|Heerlijk zo'n ochtendje wachten op een bus die niet komt. Complimenten hoor!
nl|+|gratitude|Hartelijk dank voor het meedenken, het is gelukt.
nl|+|joy,gratitude|Yes, pakketje binnen! Helemaal top, dankjewel 😍
nl|+||Zijn jullie met Pasen open?
nl|+||Waar vind ik het klachtenformulier op de site?
nl|+||Ik studeer rechten en zoek een stageplek bij jullie juridische afdeling.
nl|+||Hoeveel dagen duurt een levering naar België?
nl|+||Kan ik als ik lang moet wachten ook alvast parkeren?
nl|-|worry|Ik ben bang dat mijn gegevens op straat liggen.
nl|-|urgency|Kan iemand hier vandaag nog naar kijken? Het is dringend, morgen gaan we weg.
nl|-|sadness|We zitten er helemaal doorheen sinds het ongeluk van onze dochter en dan krijg je zo'n brief.
nl|-|frustration|Ik word hier zo moe van. Telkens hetzelfde liedje.
nl|-|anger,failure|Ongehoord. Verkeerde maat geleverd en ik mag zelf de retour betalen!
nl|-|disappointment|Helaas geen goede ervaring, het hotel leek in niets op de foto's.
nl|-|waiting,frustration|Hoe lang moet ik nog wachten? Het geduld is op.
nl|-|waiting|Joehoe, krijg ik nog een antwoord vandaag?
nl|-|repeat_contact|Voor de zoveelste keer: mijn naam is verkeerd gespeld.
nl|-|failure|De kaartjes scannen niet bij de poort en we staan hier met z'n achten.
nl|-|failure,frustration|Betaling mislukt, bedrag wel afgeschreven. Om gek van te worden.
nl|-|failure|Er ontbreekt een onderdeel in de doos.
nl|+|joy|Wat waren de medewerkers vriendelijk, we komen zeker terug!
nl|+|gratitude|Fijn, bedankt voor je reactie.
nl|+||Ik wil graag mijn contract overzetten naar mijn dochter, hoe gaat dat?
nl|+||Mijn fiets is vorige maand gestolen, is dat verzekerd onder mijn polis?
nl|+||Geen probleem, ik kom morgen wel even langs.
nl|+||Kun je mij vertellen of de storing in Utrecht al is verholpen?
nl|-|disappointment|Niet blij met hoe dit is verlopen.
nl|-|anger|Wat een waardeloze organisatie zeg, om te schreeuwen!
nl|-|threat_public|Ik ga hier een recensie over schrijven zodat anderen gewaarschuwd zijn.
nl|-|threat_legal|Zonder terugbetaling doe ik aangifte van oplichting.
nl|-|threat_leave|Hier ga ik dus nooit meer heen.
nl|-|sarcasm|Lekker bezig weer, die klantenservice van jullie...
nl|-|urgency,failure|Ik sta buitengesloten, de code werkt niet en het vriest. Help alsjeblieft snel!
nl|+||Mag mijn hond mee het terrein op?
nl|-|waiting,repeat_contact|Drie mails, twee telefoontjes, nul reacties.
nl|-|failure|Jullie hebben me dubbel laten betalen.
nl|-|frustration|Waarom is dit zo ingewikkeld? Ik kom er niet uit.
nl|+|gratitude|Wat lief van jullie, dat waarderen we enorm.
en|-|waiting|Three days and nobody has come back to me.
en|-|repeat_contact|This is the fourth time I'm asking about the same invoice.
en|-|anger|What a disgrace. Your staff lied to my face.
en|-|disappointment|Such a let down, we expected so much more.
en|-|failure|The heater stopped working after one week.
en|-|promise_broken|Someone was supposed to call me back yesterday. Nobody did.
en|-|pillar_to_post|Support tells me to call sales, sales tells me to call support.
en|-|threat_leave|You just lost a customer.
en|-|threat_legal|I will take this to the ombudsman and to small claims court.
en|-|threat_public|Maybe the newspaper would like to hear about this.
en|-|sarcasm,failure|Wow, brilliant, the app is down again. Well done everyone 🙄
en|-|unimportant|I feel completely ignored as a customer.
en|-|worry|I'm afraid I may have been charged by mistake.
en|-|sadness|We lost our dog last week and the reminder card made me cry.
en|-|urgency|Please respond asap, my flight leaves in three hours.
en|+|gratitude|Much appreciated, thanks for the quick response.
en|+|joy|So happy with my new bike, it's amazing!
en|+||Where can I read your complaints policy?
en|+||My lawyer friend recommended your store, do you have parking?
en|+||How many days does delivery to Germany take?
en|+||No worries, I will try again tomorrow.
en|-|frustration,failure|So annoying, the discount code does not work.
en|+||Can I bring my own food to the event?
nl|-|waiting,repeat_contact,disappointment|Jammer dat ik na twee herinneringen nog altijd op een inhoudelijk antwoord zit te wachten.
nl|+||Kunnen jullie mij de factuur van maart nog een keer sturen?
`;
