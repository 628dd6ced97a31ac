import type { DraftCode, DraftContext } from '#shared/replies/draft-check.ts';

/** A draft with the findings it must give (hints about the greeting left out) and what the customer wrote. */
export type DraftCaseRow = { customer: string; draft: string; expected: DraftCode[]; context?: Partial<DraftContext> };

const broken = 'Mijn koffiemachine is kapot en ik ben hier flink boos over.';
const waited = 'Ik wacht al twee weken op antwoord, heel vervelend.';
const refund = 'Kunnen jullie het bedrag van mijn retour terugstorten? Ik vind het teleurstellend.';
const question = 'Kunnen jullie een rolstoelplek reserveren voor de matinee?';
const grief = 'Mijn moeder is overleden en er komt nog steeds post op haar naam.';
const brokenEn = 'My coffee machine is broken and I am quite angry about it.';
const waitedEn = 'I have been waiting two weeks for a reply, so annoying.';
const questionEn = 'Could you reserve a wheelchair spot for the matinee?';

/** Own drafts, good and poor. */
export const draftCases: readonly DraftCaseRow[] = [
  {
    customer: waited,
    draft: 'Het spijt me dat je zo lang moest wachten. Ik heb je dossier bekeken en bel je morgen om 10.00 uur.',
    expected: [],
  },
  {
    customer: waited,
    draft: 'Ik heb je dossier bekeken en bel je morgen om 10.00 uur met de uitkomst.',
    expected: ['late_no_apology'],
  },
  {
    customer: waited,
    draft: 'Sorry als je dit zo hebt ervaren. Ik bel je morgen om 10.00 uur over je dossier.',
    expected: ['conditional_apology'],
  },
  {
    customer: waited,
    draft: 'Excuses voor het eventuele ongemak. Ik bel je morgen om 10.00 uur over je dossier.',
    expected: ['conditional_apology'],
  },
  {
    customer: waited,
    draft: 'Sorry dat je moest wachten! We komen er z.s.m. op terug bij je.',
    expected: ['vague_promise'],
  },
  {
    customer: waited,
    draft: 'Wat vervelend om te lezen.',
    expected: ['late_no_apology', 'superficial'],
  },
  {
    customer: waited,
    draft: 'Sorry, maar het was erg druk.',
    expected: ['defensive'],
  },
  {
    customer: waited,
    draft:
      'Sorry voor het lange wachten. Door een storing kwam je mail niet aan. Vandaag voor 17.00 uur krijg je van mij antwoord.',
    expected: [],
  },
  {
    customer: waited,
    draft: 'Je had eerder moeten bellen. Sorry dat je wachtte, ik stuur je vandaag het formulier.',
    expected: ['defensive'],
  },
  {
    customer: broken,
    draft: 'Ik begrijp dat je boos bent. Ik stuur je vandaag een nieuwe machine; je hebt hem donderdag in huis.',
    expected: [],
  },
  {
    customer: broken,
    draft: 'Ik begrijp dat je boos bent 😊 Ik stuur je vandaag een nieuwe machine.',
    expected: ['emoji_on_grief'],
  },
  {
    customer: broken,
    draft: 'Ik begrijp dat je boos bent. Stuurt u mij uw bonnetje, dan stuur ik u vandaag een nieuwe machine.',
    expected: ['mixed_address'],
  },
  {
    customer: broken,
    draft:
      'Onze machines zijn van topkwaliteit. Wij testen onze machines uitvoerig en wij zijn trots op ons assortiment.',
    expected: ['org_centred', 'superficial'],
  },
  {
    customer: broken,
    draft: 'Het staat duidelijk in de handleiding. Probeer de machine vandaag te ontkalken.',
    expected: ['defensive'],
  },
  {
    customer: broken,
    draft: 'Wat naar dat de machine kapot is. We pakken het op!',
    expected: ['vague_promise'],
  },
  {
    customer: broken,
    draft: 'Zoals eerder gezegd moet je de machine ontkalken. Laat je weten of dat vandaag lukt?',
    expected: ['defensive'],
  },
  {
    customer: refund,
    draft:
      'Ik snap je teleurstelling. Ik heb het bedrag van je retour vandaag teruggestort; het staat morgen op je rekening.',
    expected: [],
  },
  {
    customer: refund,
    draft:
      'Ik snap je teleurstelling. We sturen je graag een folder over onze nieuwe collectie, laat je adres maar weten.',
    expected: ['wish_ignored'],
  },
  { customer: refund, draft: 'Ik snap je teleurstelling. Je geld heb ik vandaag overgemaakt.', expected: [] },
  {
    customer: refund,
    draft:
      'Ik snap je teleurstelling. Dat kan helaas niet, omdat de termijn voorbij is. Je mag wel een tegoedbon kiezen.',
    expected: [],
  },
  {
    customer: refund,
    draft: 'Ik snap je teleurstelling. We gaan je retour binnenkort bekijken.',
    expected: ['vague_promise'],
  },
  { customer: question, draft: 'Dat kan zeker! Ik heb de rolstoelplek voor je gereserveerd, rij 3.', expected: [] },
  { customer: question, draft: 'Leuk dat je komt! Veel plezier alvast.', expected: ['wish_ignored'] },
  { customer: question, draft: 'Wij doen niet aan dit soort verzoeken.', expected: ['wish_ignored', 'org_centred'] },
  {
    customer: question,
    draft: 'Helaas kan een rolstoelplek op zondag niet, want de lift is dan in onderhoud. Zaterdag kan wel.',
    expected: [],
  },
  { customer: question, draft: 'Voor een rolstoelplek vul je [naam formulier] in.', expected: ['open_slot'] },
  {
    customer: question,
    draft: 'De rolstoelplek staat klaar voor je.',
    expected: ['too_long'],
    context: { maxLength: 20 },
  },
  {
    customer: question,
    draft: 'De rolstoelplek voor de matinee staat voor je klaar, je hoeft verder niets te doen.',
    expected: ['boilerplate'],
    context: { recentReplies: ['De rolstoelplek voor de matinee staat voor je klaar, je hoeft verder niets te doen!'] },
  },
  {
    customer: grief,
    draft:
      'Gecondoleerd met het verlies van je moeder. Sorry dat je hier nog op moest wachten. Ik heb haar naam vandaag uit het bestand gehaald.',
    expected: [],
  },
  {
    customer: grief,
    draft: 'Sorry, dat is vervelend! 🙂 Ik heb haar naam vandaag uit ons bestand gehaald.',
    expected: ['emoji_on_grief'],
  },
  { customer: 'Super bedankt voor de hulp!', draft: 'Graag gedaan!', expected: [] },
  { customer: 'Super bedankt voor de hulp!', draft: 'Wat leuk om te horen, fijne avond! 🎉', expected: [] },
  { customer: 'Zijn jullie maandag open?', draft: 'Ja, van 9.00 tot 17.00 uur.', expected: [] },
  {
    customer: 'Zijn jullie maandag open?',
    draft: 'Ja hoor.',
    expected: ['late_no_apology'],
    context: { late: true },
  },
  {
    customer: waitedEn,
    draft: 'I am sorry that you had to wait two weeks. I have checked your file and will call you tomorrow at 10 am.',
    expected: [],
  },
  {
    customer: waitedEn,
    draft: 'I have checked your file and will call you tomorrow at 10 am.',
    expected: ['late_no_apology'],
  },
  {
    customer: waitedEn,
    draft: 'We apologise for any inconvenience. I will call you tomorrow at 10 am.',
    expected: ['conditional_apology'],
  },
  {
    customer: waitedEn,
    draft: 'Sorry for the long wait. We will get back to you shortly.',
    expected: ['vague_promise'],
  },
  {
    customer: brokenEn,
    draft: 'I understand why you are angry. I am sending you a new machine today; it arrives on Thursday.',
    expected: [],
  },
  {
    customer: brokenEn,
    draft: 'You should have read the manual. Send us a photo today.',
    expected: ['defensive'],
  },
  {
    customer: brokenEn,
    draft: 'I understand why you are angry 🎉 I am sending you a new machine today.',
    expected: ['emoji_on_grief'],
  },
  { customer: questionEn, draft: 'Yes! I have reserved the wheelchair spot for you, row 3.', expected: [] },
  { customer: questionEn, draft: 'How nice that you are coming. Have fun!', expected: ['wish_ignored'] },
  { customer: questionEn, draft: "We don't do such requests.", expected: ['wish_ignored', 'org_centred'] },
  {
    customer: question,
    draft: 'Stuur ons hier je telefoonnummer en adres, dan zetten we de rolstoelplek voor je vast.',
    expected: ['private_data_public'],
    context: { visibility: 'public' },
  },
  {
    customer: question,
    draft: 'Hoi Ans, ik heb de rolstoelplek voor je gereserveerd.',
    expected: ['wrong_name'],
    context: { customerName: 'Marloes Bakker' },
  },
  {
    customer: question,
    draft: 'Je kunt de rolstoelplek reserveren via http://kaartjes.example.nl/rolstoel.',
    expected: ['unsafe_link'],
  },
  {
    customer: question,
    draft: 'Je kunt de rolstoelplek reserveren via https://kaartjes.example.com/rolstoel.',
    expected: ['unsafe_link'],
    context: { allowedHosts: ['example.nl'] },
  },
  {
    customer: question,
    draft: 'Je kunt de rolstoelplek reserveren via https://kaartjes.example.nl/rolstoel.',
    expected: [],
    context: { allowedHosts: ['example.nl'] },
  },
  {
    customer: question,
    draft: 'De rolstoelplek voor de matinee staat voor je klaar, je hoeft verder echt niets te doen.',
    expected: ['near_copy'],
    context: {
      repliesToCustomer: ['De rolstoelplek voor de matinee staat voor je klaar, je hoeft verder niets te doen!'],
    },
  },
  {
    customer: question,
    draft: 'Wij dienen uw verzoek om een rolstoelplek middels een formulier te ontvangen, dat vindt u op de site.',
    expected: ['jargon'],
  },
  {
    customer: question,
    draft: 'De rolstoelplek is gereserveerd voor je.',
    expected: ['missing_sign_off'],
    context: { signOffWanted: true },
  },
  {
    customer: question,
    draft: 'Ik zoek het uit en bel je zondag om 11.00 uur over de rolstoelplek.',
    expected: ['promise_when_closed'],
    context: { judgesCalendar: true },
  },
  {
    customer: question,
    draft: 'Ik zoek het uit en bel je uiterlijk 9 augustus 2016 over de rolstoelplek.',
    expected: ['promise_in_past'],
    context: { judgesCalendar: true },
  },
  {
    customer: question,
    draft: 'Ik bel je binnen een uur over de rolstoelplek.',
    expected: ['promise_too_early'],
    context: { advice: { honestAt: new Date('2016-08-12T14:00:00Z'), keptShare: 0.9 } },
  },
];
