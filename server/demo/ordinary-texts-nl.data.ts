import type { OrdinaryTexts } from './ordinary-exchange.ts';

/** Dutch everyday conversations of the invented park. */
export const dutchTexts: OrdinaryTexts = {
  greetings: [
    'Hoi,',
    'Hallo,',
    'Goede{dagdeel},',
    'Hallo Kraaienhof,',
    'Beste mensen,',
    'Hoi hoi,',
    'Goede{dagdeel}!',
    'Dag,',
    '',
    '',
    '',
  ],
  chasers: [
    'Hallo? Is daar iemand?',
    'Heeft iemand mijn bericht al gelezen?',
    'Nog steeds niets gehoord..',
    'Ik wacht nog op antwoord hè',
    'Sorry dat ik nog een keer stuur, maar ik moet het echt weten ivm plannen',
    'joehoe?',
    'Kunnen jullie aub even reageren?',
  ],
  thanks: [
    'Bedankt!',
    'Top, dankjewel!',
    'Super, dank je wel 😊',
    'Fijn, bedankt voor de snelle reactie!',
    'Helemaal goed, dank!',
    'Ok duidelijk, bedankt',
    'Thanks! 👍',
    'Dank u wel voor de uitleg.',
  ],
  apologies: [
    'Sorry dat je zo lang op antwoord moest wachten, het was hier drukker dan we hadden ingepland.',
    'Excuses voor de late reactie, dat had sneller gemoeten.',
    'Het spijt me dat dit zo lang bleef liggen; door zieke collega’s liepen we achter.',
    'Allereerst sorry dat ik nu pas reageer, je bericht kwam binnen na onze laatste dienst.',
  ],
  shortApologies: ['Sorry voor de late reactie!', 'Excuses, dat duurde te lang.', 'Sorry dat je moest wachten.'],
  places: ['Amersfoort', 'Zwolle', 'Arnhem', 'Utrecht', 'Apeldoorn', 'Ede', 'Breda', 'Almere', 'Hengelo'],
  days: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  dayParts: ['morgen', 'middag', 'navond'],
  exchanges: [
    {
      mood: 'question',
      where: 'both',
      openings: [
        'Hoe laat gaan jullie {dag} open en tot hoe laat kunnen we blijven?',
        'Wat zijn de openingstijden op {dag}? Op de site kom ik er niet uit',
        'Zijn jullie {dag} gewoon open? We komen helemaal uit {plaats}',
      ],
      answers: [
        'Op {dag} is het park open van 10:00 tot 17:30. De huisjes en werkplaatsen sluiten een half uur eerder, dus begin daar.',
        'Ja hoor, {dag} kun je van 10:00 tot 17:30 terecht. De laatste stoomtram rijdt om 16:45.',
      ],
      more: [
        'En moet ik van tevoren kaartjes kopen of kan dat ook aan de kassa?',
        'Dat kan allebei. Online is het 2 euro goedkoper per kaartje en je loopt zo door bij de ingang.',
      ],
    },
    {
      mood: 'question',
      where: 'both',
      openings: [
        'Mag de hond mee het park in?',
        'Zijn honden toegestaan? Hij is klein en heel rustig',
        'Vraagje, we hebben een labrador. Kan die mee of moet hij thuis blijven?',
      ],
      answers: [
        'Je hond is welkom aan de lijn. Alleen in de huisjes en in het restaurant mag hij niet mee; op het terras wel.',
        'Ja, aan de lijn mag hij mee. Bij de ingang en bij de molen staan waterbakken. In de historische huisjes mogen geen dieren.',
      ],
    },
    {
      mood: 'question',
      where: 'both',
      openings: [
        'Wat kost parkeren bij jullie en is er plek voor een camper?',
        'Kan ik bij jullie een elektrische auto opladen?',
        'Is P2 {dag} open? Vorige keer stonden we een half uur te zoeken naar een plekje',
      ],
      answers: [
        'Parkeren kost 6 euro per dag op P1 en P2. Op P2 zijn acht laadpunten en vier plaatsen voor campers, rechts achterin.',
        'P1 en P2 zijn de hele dag open voor 6 euro. Campers en elektrische auto’s kunnen het best naar P2, daar zijn de grote vakken en de laadpalen.',
      ],
    },
    {
      mood: 'question',
      where: 'private',
      openings: [
        'Mijn seizoenskaart verloopt volgende maand, hoe verleng ik die? Nummer {order}',
        'Kan ik mn seizoenskaart omzetten naar een gezinskaart? Het gaat om {order}',
        'Is de seizoenskaart ook geldig op het zomerfestival? Ik heb nummer {order}',
      ],
      answers: [
        'Ik heb {order} voor je bekeken. Verlengen en omzetten gaat via Mijn Kraaienhof, onder Mijn kaart; bij omzetten betaal je alleen het verschil. Het festival zit er op alle dagen bij in.',
        'Goed nieuws: je kaart {order} geldt ook op het festival, en een gezinskaart kan voor 35 euro extra. Ik heb de knop daarvoor in je account aangezet.',
      ],
      more: [
        'Moet ik dan ook een nieuwe pasfoto uploaden?',
        'Nee hoor, je oude foto blijft staan. Alleen voor nieuwe gezinsleden vraagt het systeem er een.',
      ],
    },
    {
      mood: 'question',
      where: 'private',
      openings: [
        'Wij willen met groep 5 ({aantal}0 kinderen) op schoolreis komen. Wat zijn de mogelijkheden?',
        'Ik ben leerkracht op een basisschool in {plaats}. Hebben jullie in juni nog plek voor een schoolbezoek met {aantal} klassen?',
        'Kunnen we een schoolreisje boeken met een workshop brood bakken? Gaat om {aantal}0 leerlingen',
      ],
      answers: [
        'Wat leuk dat jullie willen komen! Een schoolbezoek kost 7,50 per kind en begeleiders zijn gratis. In juni zijn dinsdag en donderdag nog vrij, brood bakken kan om 10:30 en 13:00.',
        'Dat kan! Per tien kinderen mag er een begeleider gratis mee. Er zijn drie programma’s: brood bakken, papier scheppen en de speurtocht. In juni is op dinsdag en donderdag nog ruimte.',
      ],
      promised:
        'Wat leuk! De prijs is 7,50 per kind, begeleiders zijn gratis. Welke dagen er nog vrij zijn vraag ik na bij onze collega’s van educatie; je hoort het morgen voor 15:00 van mij.',
    },
    {
      mood: 'question',
      where: 'private',
      openings: [
        'Is het restaurant ook ’s avonds open? We willen er met {aantal} man eten voor een verjaardag',
        'Hebben jullie glutenvrije pannenkoeken? Onze dochter heeft coeliakie',
        'Kan ik voor {dag} een tafel reserveren voor {aantal} personen rond {tijd}?',
      ],
      answers: [
        'Het restaurant is open tot 20:00. Voor {aantal} personen is er {dag} om {tijd} plek op het overdekte terras; ik heb die tafel op jouw naam gezet. Glutenvrij bakken we in een aparte pan.',
        'Gezellig! Ik heb {dag} om {tijd} een tafel voor {aantal} vastgelegd. Pannenkoeken zijn er ook glutenvrij, uit een eigen pan, en de keuken sluit om 20:00.',
      ],
      promised:
        'Leuk! De keuken is open tot 20:00. Of {dag} om {tijd} nog lukt overleg ik met de chef; je krijgt morgen voor 13:00 antwoord van mij.',
    },
    {
      mood: 'question',
      where: 'both',
      openings: [
        'Is het park een beetje te doen met een rolstoel?',
        'Kan mijn moeder (87, rollator) bij jullie ook leuk rondkijken of is het overal zand?',
        'Hebben jullie rolstoelen te leen?',
      ],
      answers: [
        'De hoofdroute van 2 km is verhard en vlak. Bij de ingang staan tien rolstoelen die je gratis mag lenen en de tram heeft een lift.',
        'Zeker. Volg de blauwe route, die is helemaal verhard. Rolstoelen leen je gratis bij de ingang en bij de molen staat om de 50 meter een bankje.',
      ],
    },
    {
      mood: 'question',
      where: 'both',
      openings: [
        'Wie treden er dit jaar op op het zomerfestival?',
        'Zijn er nog kaarten voor het festival op zaterdag?',
        'Kun je op het festival ook met pin betalen of is het weer met muntjes?',
      ],
      answers: [
        'Het hele programma van het zomerfestival staat op onze site. Voor zaterdag zijn er nog kaarten en je kunt overal pinnen, muntjes zijn afgeschaft.',
        'Zaterdag is nog niet uitverkocht! Pinnen kan overal. Op het grote podium staan dit jaar twaalf bands, de tijden staan sinds deze week online.',
      ],
    },
    {
      mood: 'question',
      where: 'private',
      openings: [
        'Kan ik mijn kaartjes nog omzetten naar een andere dag? Bestelling {order}, we zouden {dag} komen maar zoonlief is ziek',
        'Ik heb per ongeluk kaarten voor de verkeerde dag besteld 🙈 ordernr {order}',
        'Wij kunnen {dag} niet meer, is ruilen mogelijk? Het zijn {aantal} kaarten, nummer {order}',
      ],
      answers: [
        'Geen probleem, ik heb bestelling {order} omgezet naar een open datum. Je kaarten zijn tot eind dit jaar geldig en de nieuwe staan al in je mail.',
        'Wat vervelend. Ik heb {order} gewijzigd: je kaarten gelden nu op elke dag tot en met 31 december. De oude codes werken niet meer, kijk dus even in je mail.',
      ],
    },
    {
      mood: 'worried',
      where: 'private',
      openings: [
        'Ik heb {aantal} kaartjes betaald maar geen mail gekregen. Er is wel {bedrag} afgeschreven! Ordernummer {order}',
        'Help, we komen {dag} en ik heb nog steeds geen tickets in mn mailbox. Ook niet in de spam. {order}',
        'Ik maak me een beetje zorgen, betaald met ideal en daarna een foutmelding. Is mijn bestelling {order} wel goed gegaan?',
      ],
      answers: [
        'Ik snap dat je schrikt. Je betaling van {bedrag} is goed binnengekomen. De mail met {order} bleef hangen; ik heb hem net opnieuw verstuurd en de kaarten staan ook in je account.',
        'Geen zorgen, {order} is in orde. Er zat een typefout in het mailadres; die heb ik verbeterd en de {aantal} kaarten zijn zojuist opnieuw verstuurd.',
      ],
      more: [
        'Ja nu heb ik ze! Moet ik ze printen of is op mijn telefoon genoeg?',
        'Op je telefoon is prima. Zet wel even de helderheid hoog bij het poortje.',
      ],
    },
    {
      mood: 'worried',
      where: 'private',
      openings: [
        'Mijn dochter is gisteren haar knuffelkonijn kwijtgeraakt, waarschijnlijk in de tram. Ze is ontroostbaar 😢 is hij gevonden?',
        'Wij zijn {dag} een zwarte rugzak vergeten bij de speeltuin. Er zitten medicijnen in! Is die afgegeven?',
        'Ik ben bij jullie mijn trouwring verloren, ergens bij de smederij denk ik. Ik ben echt in paniek',
      ],
      answers: [
        'Wat naar, ik begrijp heel goed dat je je zorgen maakt. Ik heb meteen bij gevonden voorwerpen gekeken en het ligt daar veilig. Je kunt het ophalen bij de ingang onder nummer {order}.',
        'Ach wat vervelend! Goed nieuws: een collega vond het bij het sluiten van het park. Het ligt klaar bij de receptie, noem nummer {order}.',
      ],
      promised:
        'Wat naar om dat kwijt te zijn. Ik heb een melding gemaakt onder {order} en de collega’s van het terrein zoeken mee. Ik laat je morgen voor 12:00 weten of het gevonden is.',
    },
    {
      mood: 'worried',
      where: 'both',
      openings: [
        'Er komt noodweer aan volgens de berichten. Gaat het park {dag} wel door??',
        'Is er iets aan de hand bij jullie? Zag net brandweer richting de ingang gaan, mijn ouders zijn binnen',
        'Klopt het dat er een boom is omgewaaid bij de speeltuin? Wij komen {dag} met kleine kinderen..',
      ],
      answers: [
        'Begrijpelijk dat je dat vraagt. Het park is veilig en gewoon open. Bij code rood sluiten we en zijn alle kaarten een jaar langer geldig.',
        'Goed dat je het vraagt. Niemand is gewond en het hele terrein is nagelopen. Het park blijft open en bij de ingang hangt de laatste informatie.',
      ],
    },
    {
      mood: 'worried',
      where: 'private',
      openings: [
        'Mijn pakketje uit de webshop ({order}) zou {dag} komen maar de track en trace staat al dagen stil. Het is een cadeau!',
        'Waar blijft mijn bestelling {order}? Ik heb het zaterdag nodig voor een verjaardag',
        'Ik zie dat mijn order {order} op ‘in behandeling’ blijft staan, is er iets mis?',
      ],
      answers: [
        'Vervelend, zeker als het een cadeau is. Je pakket {order} lag stil bij de vervoerder. Ik heb vandaag een nieuw exemplaar met spoed meegegeven; de nieuwe code staat in je mail.',
        'Ik snap je zorg. Bestelling {order} was blijven liggen omdat een artikel op was. Ik heb het nagekeken: alles ligt er nu en is vanochtend de deur uit gegaan.',
      ],
    },
    {
      mood: 'disappointed',
      where: 'public',
      openings: [
        'Jammer hoor. Helemaal uit {plaats} gekomen en dan is de helft van de huisjes dicht, nergens aangegeven',
        'Best teleurgesteld over ons bezoek. De molen dicht, de tram stuk, en toch de volle prijs betalen',
        'We hadden ons er zo op verheugd, maar de helft was gesloten wegens onderhoud. Had dat dan gezegd...',
      ],
      answers: [
        'Wat jammer, ik begrijp je teleurstelling. Dat het onderhoud niet bij de kassa stond is onze fout. Stuur ons een DM, dan krijg je nieuwe kaarten van ons.',
        'Sorry, dit had op de site moeten staan en dat stond het niet. Wij zetten graag iets recht: stuur een DM met je kaartnummer voor een nieuw bezoek.',
      ],
    },
    {
      mood: 'disappointed',
      where: 'private',
      openings: [
        'Het restaurant viel ons erg tegen. 50 minuten gewacht op {aantal} pannenkoeken en toen waren ze koud. Jammer van een mooie dag',
        'Helaas geen leuke ervaring in het restaurant {dag}. Personeel deed wel zijn best maar er stonden er maar twee. Rekening {bedrag}',
        'Wij vierden mn vaders 80e bij jullie. Tafel niet gereserveerd terwijl ik een bevestiging had ({order}). Dat vind ik echt heel jammer',
      ],
      answers: [
        'Wat een domper, en dat terwijl jullie er zo naar uitkeken. We hadden die dag te weinig mensen staan, dat spijt me. Ik heb {bedrag} teruggeboekt op je rekening en de chef heeft je bericht gelezen.',
        'Sorry, dit hoort niet zo te gaan. Ik heb het met de bedrijfsleider besproken: de planning klopte niet. Jullie eten de volgende keer op onze kosten, de bon zit in je mail.',
      ],
      more: [
        'Dat is netjes opgelost. Is die bon ook in de winter geldig?',
        'Jazeker, hij is twee jaar geldig, ook tijdens de winterdagen.',
      ],
    },
    {
      mood: 'disappointed',
      where: 'private',
      openings: [
        'De mok uit jullie webshop kwam in stukken aan. Beetje sneu, het was voor mn oma. {order}',
        'Kannetje uit de webshop met een barst ontvangen, en dan moet ik zelf de verzendkosten betalen? Dat valt me van jullie tegen. Nr {order}',
        'Twee van de {aantal} bordjes in mijn pakket ({order}) waren gebroken. Jammer, ze waren zo mooi',
      ],
      answers: [
        'Dat is sneu, zeker omdat het een cadeau was. Ik heb {bedrag} teruggeboekt en een nieuw exemplaar meegegeven aan de bezorger. Het oude mag je houden.',
        'Vervelend, sorry. Pakket {order} was niet goed ingepakt, dat ligt aan ons. Ik heb {bedrag} vanmiddag overgemaakt, de verzendkosten zitten erbij in.',
      ],
    },
    {
      mood: 'angry',
      where: 'public',
      openings: [
        'Schandalig!! Anderhalf uur in de rij voor de ingang met kleine kinderen in de volle zon en geen slok water te krijgen',
        'Wat een waardeloze organisatie. Kaartjes met tijdslot {tijd} en dan alsnog een uur wachten. Nooit meer',
        'Belachelijk dat je 6 euro parkeren betaalt en vervolgens een half uur niet van het terrein AF komt',
      ],
      answers: [
        'Ik snap goed dat je boos bent. Het was warmer en drukker dan gepland en wij hadden meer mensen moeten inzetten. Sorry. Stuur een DM, dan regelen we een vergoeding.',
        'Terechte klacht en onze excuses. Eén poort was stuk waardoor de rij vastliep. Stuur je kaartnummer in een DM, we maken het in orde.',
      ],
    },
    {
      mood: 'angry',
      where: 'private',
      openings: [
        'Er is TWEE keer {bedrag} afgeschreven voor bestelling {order}. Ik wil mijn geld terug en wel nu!',
        'Dit is al de derde keer dat ik schrijf over {order}. Nooit antwoord. Wat is dit voor klantenservice??',
        'Al weken bezig om {bedrag} terug te krijgen voor {order} en ik word van het kastje naar de muur gestuurd. Ik eis excuses.',
      ],
      answers: [
        'Je hebt gelijk dat je boos bent, dit had nooit zo mogen gaan. Mijn oprechte excuses. Ik heb dossier {order} zelf opgepakt en {bedrag} vandaag teruggeboekt.',
        'Sorry, zo willen wij niet met gasten omgaan. Ik heb je klacht besproken met de leidinggevende en {bedrag} vergoed. Je vindt alles terug onder {order}.',
      ],
      more: [
        'Ok, geld is binnen. Maar waarom kreeg ik dan drie keer geen antwoord?',
        'Je berichten stonden in een map die niemand meer las sinds een verhuizing van de mailbox. Dat is onze fout, en die map is nu weg.',
      ],
      promised:
        'Ik begrijp dat je boos bent en bied je mijn excuses aan. De administratie heeft van mij alle gegevens van {order} gekregen. Je krijgt uiterlijk morgen om 16:00 antwoord van mij.',
    },
    {
      mood: 'angry',
      where: 'private',
      openings: [
        'Mijn seizoenskaart werd geweigerd aan de poort terwijl hij gewoon geldig is! Stond ik daar met {aantal} kinderen. Nummer {order}',
        'Poortje ging niet open, rij achter ons, en niemand die iets wil doen. Kaart {order} is gewoon betaald. Dit pik ik niet',
        'Kaart {order} is ineens geblokkeerd. Ik heb drie keer gebeld en zat steeds 20 min in de wacht. Belachelijk',
      ],
      answers: [
        'Wat een vervelende situatie, daar zou ik ook boos om zijn. Ik heb {order} nagekeken: de fout zit bij ons en is hersteld. Als excuus staan er {aantal} vrijkaarten in je account.',
        'Mijn excuses, dit had anders gemoeten. Kaart {order} stond door een fout van ons op geblokkeerd. Ik heb hem vrijgegeven en zelf getest, en de parkeerkosten van die dag zijn teruggeboekt.',
      ],
    },
    {
      mood: 'ironic',
      where: 'public',
      openings: [
        'Heerlijk hoor, {tijd} en de koffie is al op. Echt een museum van vroeger 👏',
        'Complimenten voor de wc’s, zo vies waren ze in 1850 vast ook. Heel authentiek!',
        'Lekker bezig weer, website plat op de dag dat de festivalkaarten in de verkoop gaan 🙃',
      ],
      answers: [
        'Zo echt had het nou ook weer niet gehoeven, sorry. Je hebt gelijk en het is inmiddels verholpen. Stuur een DM, dan trakteren we de volgende keer.',
        'Au, die is raak. Excuses, we hadden dit eerder moeten zien. Het is opgelost en via DM maken we het graag goed.',
      ],
    },
    {
      mood: 'ironic',
      where: 'private',
      openings: [
        'Fijn dat jullie chat 24/7 open is, nu alleen nog iemand die antwoordt 😉 mijn vraag is of je {dag} met de bus kan komen uit {plaats}',
        'Nou, de route op jullie site is weer prachtig, we staan nu in een weiland bij {plaats}. Waar is de ingang echt?',
        'Geweldig systeem hoor, inloggen lukt niet en wachtwoord vergeten stuurt je naar inloggen. Account {order}',
      ],
      answers: [
        'Haha, oké, die hebben we verdiend. Sorry voor de omweg. Bus 105 stopt voor de deur, de ingang ligt aan de Oude Heideweg 4 en je account {order} heb ik net gereset.',
        'Dat is niet handig van ons, sorry. De juiste ingang is Oude Heideweg 4 (bus 105, halte Kraaienhof). Je inlog onder {order} werkt weer, ik heb het getest.',
      ],
    },
    {
      mood: 'happy',
      where: 'both',
      openings: [
        'Wat een heerlijke dag gehad! Vooral de smid was geweldig. Tot hoe laat is de werkplaats in de winter open?',
        'Superleuk die speurtocht, de kinderen praten nergens anders over. Komt er ook een nieuwe met de herfst?',
        'Complimenten voor jullie vrijwilligers, wat een kennis! Zijn ze er in de herfst en de winter ook?',
      ],
      answers: [
        'Wat leuk om te horen, ik geef het door aan de vrijwilligers! Smederij en bakkerij zijn ook in de winter open tot 16:00 en in de herfst is er een nieuwe speurtocht.',
        'Daar worden we blij van! De winteruren zijn van 11:00 tot 16:00. De nieuwe herfstspeurtocht begint in de eerste week van oktober.',
      ],
    },
    {
      mood: 'happy',
      where: 'private',
      openings: [
        'Wij zijn zo enthousiast over het park dat we een seizoenskaart willen. Telt het kaartje van {dag} nog mee? {order}',
        'Echt genoten {dag}! Nu willen we er graag ons 40-jarig huwelijk vieren met ongeveer {aantal}0 gasten. Kan dat?',
        'Wat was het weer mooi bij jullie. Mag ik de foto’s die ik bij de molen maakte gebruiken voor een kalender?',
      ],
      answers: [
        'Wat fijn dat jullie zo genoten hebben! Ja, dat kan. Het kaartje van {dag} gaat van de prijs af, feesten zijn mogelijk tot 80 gasten in de deel, en foto’s mag je vrij gebruiken.',
        'Dank je wel, wat leuk! Ik heb {order} genoteerd zodat je bezoek meetelt. In de oude deel passen 80 gasten en foto’s van de molen mag je gewoon gebruiken.',
      ],
      promised:
        'Wat leuk om te lezen! Ik leg je verzoek voor aan de collega van evenementen en laat je morgen voor 14:00 weten wat er kan.',
    },
    {
      mood: 'question',
      where: 'private',
      openings: [
        'Ik wil een cadeaubon voor mijn schoonouders, is die ook digitaal te krijgen en hoe lang geldig?',
        'Werkt de museumpas bij jullie? En voor de kinderen?',
        'Is er korting voor studenten of met een stadspas uit {plaats}?',
      ],
      answers: [
        'Goede vraag! De museumpas geldt voor de houder zelf, kinderen tot 4 jaar zijn gratis. Studenten en houders van een stadspas krijgen 25 % korting, en een cadeaubon is drie jaar geldig en digitaal te koop.',
        'Met een museumpas of stadspas loop je zo door, de kassa scant de pas. Studenten betalen 12 euro. Digitale cadeaubonnen staan in de webshop en zijn drie jaar geldig.',
      ],
      more: [
        'Kan ik bij de kassa ook contant betalen?',
        'Aan de kassa bij de hoofdingang wel. In het restaurant en de winkel kun je alleen pinnen.',
      ],
    },
    {
      mood: 'question',
      where: 'private',
      openings: [
        'Wij zijn met {aantal}5 personen voor een bedrijfsuitje, hebben jullie een groepsprijs?',
        'Kan ik een rondleiding boeken voor {dag}, liefst rond {tijd}? We zijn met {aantal}2 personen',
        'Zoek een leuk uitje met de familie ({aantal}0 man). Zijn er arrangementen met lunch?',
      ],
      answers: [
        'Vanaf 15 personen betaal je 13 euro per kaart. Een rondleiding van een uur kost 75 euro en een lunch 14,50 per persoon. Op {dag} om {tijd} is er nog een gids vrij, ik heb hem alvast vastgelegd.',
        'Leuk plan! Het groepsarrangement met rondleiding en lunch is 29 euro per persoon. Op {dag} rond {tijd} is er ruimte; de aanvraag staat op jouw naam en is nog gratis te wijzigen.',
      ],
    },
    {
      mood: 'question',
      where: 'both',
      openings: [
        'Zijn jullie nog op zoek naar vrijwilligers? Mijn man is gepensioneerd timmerman',
        'Hebben jullie vakantiewerk voor scholieren van 16?',
        'Waar kan ik jullie jaarprogramma vinden? Zoek de markt met oude ambachten',
      ],
      answers: [
        'Altijd welkom! Op de site staat onder Werken bij alles over vrijwilligers en vakantiewerk (vanaf 16). De ambachtenmarkt is elk jaar in het tweede weekend van september.',
        'Leuk! Kijk onder Werken bij op onze site: we zoeken timmerlieden en hulp in de horeca. Het jaarprogramma staat daar vlak naast, bij Agenda.',
      ],
    },
  ],
};
