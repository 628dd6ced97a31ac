/** Our people, without the compounds that end in one of `staffEndings`. */
export const staff =
  "dienst collega collegas collega's collegaatje medewerker medewerkers medewerkster specialist specialisten adviseur adviseurs klantenservice klantendienst webcare webcareteam afdeling monteur monteurs manager teamleider teamlead leidinggevende supervisor iemand technieker technicus team teams redactie directie directeur wethouder buitendienst helpdesk servicedesk backoffice administratie boekhouding facturatie planning planner klantcontact expert experts behandelaar reisleider reisleiding opzichter loodgieter elektricien vakman buurtbeheerder huismeester consulent makelaarsteam programmeur gastheer gastvrouw engineer engineers coordinator winkelteam support servicebalie balie fraudedesk agent agents grofvuilwagen reparateur installateur schadebehandelaar jurist beheerder projectleider secretariaat klachtencommissie aannemer casemanager dokter arts assistente";

/** A compound that ends so is one of our people: "debiteurenafdeling", "klachtenteam". */
export const staffEndings =
  /(?:team|teams|afdeling|dienst|desk|monteur|monteurs|adviseur|adviseurs|specialist|specialisten|medewerker|medewerkers|medewerkster|behandelaar|behandelaars|coordinator|consulent|manager|leider|expert|experts|beheerder|beheer|service|administratie|ondersteuning)$/;

/** People and firms that are not ours. */
export const outsiders =
  'postnl dhl ups dpd gls fedex bpost trunkrs homerr budbee bezorger bezorgers bezorgdienst pakketdienst koeriersdienst vervoerder vervoerders leverancier leveranciers fabrikant netbeheerder luchtvaartmaatschappij vliegmaatschappij maatschappij hotel verkoper buurman buren politie rechter gemeenteraad garage dealer verhuurmakelaar bank notaris hersteller huisarts ziekenhuis partner importeur winkelier regering belastingdienst uwv kpn ziggo odido liander enexis stedin schiphol klm transavia huisbaas postbode chauffeur geschillencommissie ombudsman rechtbank kifid koerier koeriers persbureau organisator artiest scheidsrechter verzekeraar concurrent';

/** Verbs of calling. */
export const callVerbs = 'bellen terugbellen opbellen nabellen doorbellen telefoneren';

/** Verbs of answering, telling, writing to. */
export const tellVerbs =
  'reageren antwoorden beantwoorden mailen appen whatsappen berichten smsen dmen schrijven informeren melden vertellen uitleggen terugkoppelen terugmailen terugappen terugschrijven terugmelden benaderen contacten inlichten toelichten meedelen mededelen rapporteren bijpraten praten spreken updaten aanschrijven';

/** Verbs of doing something for a customer. */
export const actVerbs =
  'oplossen lossen regelen storten terugstorten terugbetalen betalen uitbetalen uitkeren vergoeden repareren herstellen leveren afleveren bezorgen verwerken behandelen afhandelen handelen controleren nakijken checken helpen sturen opsturen toesturen versturen verzenden nasturen doorsturen terugsturen zenden boeken omboeken terugboeken annuleren crediteren onderzoeken corrigeren aanpassen wijzigen plaatsen verwijderen overmaken regelen bekijken inplannen plannen plan inboeken vervangen ruilen omruilen maken fixen installeren aansluiten activeren inschakelen schakelen omzetten overzetten zetten starten opstarten uitzoeken oppakken pakken zoeken opzoeken navragen nagaan napluizen uitpluizen doorgeven doorzetten delen bevestigen beoordelen beslissen opmaken opstellen uitnodigen inspecteren opruimen ruimen reinigen schoonmaken ophalen afhalen brengen langsbrengen langskomen bezoeken verhelpen verlengen vrijgeven deblokkeren blokkeren resetten herzien herberekenen berekenen factureren kwijtschelden compenseren verrekenen verstrekken aanvragen afronden afwikkelen wikkelen verzorgen voorzien doorvoeren voeren invoeren toepassen toekennen kijken meekijken werken aanmaken klaarzetten klaarleggen reserveren bestellen nabestellen lezen overleggen bespreken toevoegen opvragen opvolgen volgen afspreken organiseren rechtzetten herplaatsen uitvoeren nakomen';

/** Strong participles of service, joined forms included. */
export const doneForms =
  'teruggebeld gebeld opgebeld opgenomen benaderd beantwoord gereageerd teruggekoppeld geinformeerd geholpen opgepakt opgelost hersteld verholpen verzonden verstuurd toegestuurd toegezonden opgestuurd nagezonden gestuurd bekeken nagekeken uitgezocht overgemaakt vergoed geregeld gestort teruggestort terugbetaald teruggeboekt overgeboekt bijgeschreven uitbetaald uitgekeerd gecrediteerd gerepareerd bezorgd thuisbezorgd geleverd afgeleverd vervangen behandeld afgehandeld verwerkt onderzocht beoordeeld ingepland gepland omgeboekt omgezet overgezet aangepast gewijzigd gecorrigeerd verwijderd geplaatst geinstalleerd aangesloten geactiveerd ingeschakeld opgehaald afgehaald gebracht bezocht uitgenodigd opgeruimd gereinigd schoongemaakt vrijgegeven gedeblokkeerd gemaild geappt nagevraagd gecheckt gecontroleerd verrekend toegekend verstrekt uitgevoerd doorgevoerd nagebeld ingelicht doorgegeven doorgezet afgerond gemaakt besproken gelezen vervolgd aangeboden gecompenseerd kwijtgescholden langsgebracht teruggebracht nageleverd bijgewerkt rechtgezet klaargezet klaargelegd vernieuwd meegegeven';

/** Participles of things that happen to everybody: no service to this customer. */
export const idleParticiples =
  'afgesloten gesloten afgeschreven geincasseerd verwacht gespeeld gehouden gevierd beeindigd verlengd gemiddeld geopend gewerkt geblokkeerd verhoogd verlaagd gestopt opgezegd bewaard gevraagd verzocht geacht bedoeld gezien gehoord geteld gemeten geraadpleegd bekendgemaakt verkocht vergeten bedankt gewaardeerd';

/** Nouns for an answer in the widest sense. */
export const answers =
  'antwoord antwoordt antwoorden uitslag reactie reacties bericht berichtje respons terugkoppeling update updates uitsluitsel mail mailtje e-mail email appje sms smsje besluit beslissing oordeel resultaat nieuws duidelijkheid uitkomst terugbericht informatie bevestiging voorstel seintje contact uitleg advies reaktie anwoord antwoort kontakt';

/** What else a customer waits for. */
export const goods =
  'geld bedrag terugbetaling vergoeding teruggave creditnota nota factuur rekening vervangend vervangende nieuw nieuwe tegoed voucher vouchers cadeaubon pakket pakketje bestelling toestel pas betaling creditbedrag aankoopbedrag refund retourlabel label code codes ticket tickets e-ticket simkaart modem decoder brief offerte contract document documenten uitnodiging schadebedrag schade uitkering monteur track kaartje kaartjes eindafrekening jaarnota afrekening bewijs bijdrage compensatie korting claim declaratie rapport uitslag sleutel afspraak product artikel exemplaar afspraakbevestiging boeking restitutie vervanging oplossing';

/** Finite verbs that promise nothing with our people as their subject. */
export const idleVerbs =
  'zien zie ziet ontvangen ontvang ontvangt krijgen krijg krijgt wensen wens wenst denken denk denkt vinden vind vindt willen wil moeten moet begrijpen begrijp begrijpt snappen snap snapt sluiten sluit openen opent vieren vier viert werken werk werkt zitten zit staan sta staat liggen lig ligt adviseren adviseer raden raad vragen vraag vraagt verzoeken verzoek danken dank bedanken bedank geloven geloof blijven blijf blijft hanteren hanteer gebruiken gebruik bestaan verkopen verkoop rekenen bieden bied bewaren bewaar bedoelen wachten wacht accepteren accepteer missen mis kennen ken leven wonen rijden spelen beginnen begint schatten schat vrezen vermoeden vermoed weten weet horen hoor hoort waarderen waardeer betreuren betreur verheugen verheug hebben heb heeft zijn ben bent is mogen mag kunnen kan kon konden was waren had hadden zou zouden deden deed gingen ging kregen kreeg stonden stond waarschuwen herinneren hoeven hoef zagen zag wilden wilde moesten moest dachten dacht vonden vond hielden lopen loop verwelkomen begroeten ontmoeten groeten luisteren onthouden leren gunnen excuseren verontschuldigen stemmen stemt stoppen stop verhuizen verwachtten hoopten vierden zaten merken merk constateren zeggen zeg noemen incasseren incasseer incasseert verhogen verlagen lanceren presenteren introduceren publiceren draaien';

/** Function words: never a verb. */
export const grammar =
  'vandaag morgen overmorgen vanmiddag vanavond maandag dinsdag woensdag donderdag vrijdag zaterdag zondag binnen uur uren dagen werkdagen week weken uiterlijk en maar dus want of dat die omdat zodat als dan daarom daar er hier hierover daarover hoe wat waar wanneer waarom namelijk ook hallo hoi hey beste dag ja nee sorry helaas natuurlijk uiteraard graag even nu al nog niet geen de het een met van voor op aan in om te bij naar door uit over tot per deze dit zo heel erg echt wel toch eerst daarna verder weer zelf samen ondertussen momenteel inmiddels hierbij hiermee daarmee ermee ervoor eraan erop hierop daarop erover mogelijk snel altijd meestal doorgaans normaal normaliter gemiddeld vaak gewoon alleen direct meteen persoonlijk alsnog opnieuw alle al alles iets wat meer nog s mijn onze ons hun zijn haar uw je jou jouw u jullie me mij zich elkaar jij ik we wij';

/** Prepositions that make a following noun no subject. */
export const prepositions = 'door met aan bij van naar voor via tegen over namens uit op in onder per tussen zonder';
