import { nlChannels } from './nl-channels.ts';
import { nlAdvice } from './nl-advice.ts';
import { nlConversation } from './nl-conversation.ts';
import { nlCues } from './nl-cues.ts';
import { nlQuality } from './nl-quality.ts';
import { nlAlertHistory } from './nl-alert-history.ts';
import { nlNotifications } from './nl-notifications.ts';
import { nlHours } from './nl-hours.ts';
import { nlPromises } from './nl-promises.ts';
import { nlSending } from './nl-sending.ts';
import { nlReports } from './nl-reports.ts';
import { nlTemplates } from './nl-templates.ts';
import { nlSettings } from './nl-settings.ts';
import { nlWarnings } from './nl-warnings.ts';

/** A dictionary entry keeps its form in every language: a text, or a function with the same parameters that gives a text. */
export type Loosened<T> = {
  readonly [Key in keyof T]: T[Key] extends (...args: infer Args) => string
    ? (...args: Args) => string
    : T[Key] extends string
      ? string
      : Loosened<T[Key]>;
};

/** The Dutch texts of the screens. */
export const nl = {
  common: {
    appName: 'Woordhouder',
    mainNavigation: 'Hoofdmenu',
    skipToContent: 'Naar de inhoud',
    skipToConversation: 'Naar het gesprek',
    language: 'Taal',
    close: 'Sluiten',
    cancel: 'Annuleren',
    save: 'Opslaan',
    saved: 'Opgeslagen',
    retry: 'Opnieuw proberen',
    loading: 'Bezig met laden…',
    back: 'Terug naar de lijst',
    more: 'Meer laden',
    somethingWrong: 'Dit ging niet goed',
    loadFailed: 'De gegevens konden niet worden opgehaald.',
    actionFailed: 'Dat is niet gelukt. Er is niets veranderd; probeer het nog eens.',
    crashed: 'Dit deel van het scherm is vastgelopen. De rest werkt nog.',
    notFound: 'Deze pagina bestaat niet.',
    toInbox: 'Naar de inbox',
    settings: 'Instellingen',
    signOut: 'Afmelden',
    offline: 'Geen verbinding met internet. Wat je ziet kan verouderd zijn.',
    liveLost: 'De live verbinding is weg; we proberen het opnieuw. Wat je ziet kan verouderd zijn.',
    you: 'jij',
    unknown: 'onbekend',
    yes: 'ja',
    no: 'nee',
    signedInAs: (name: string) => `Aangemeld als ${name}`,
  },
  session: {
    title: 'Aanmelden',
    pitch: 'De inbox die weet wat je beloofde, en of je woord hield.',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    submit: 'Aanmelden',
    submitting: 'Bezig…',
    throttled: (duration: string) => `Te veel pogingen. Probeer het over ${duration} opnieuw.`,
    failed: 'Aanmelden lukte niet: de server is niet bereikbaar.',
    incomplete: 'Vul je e-mailadres en je wachtwoord in.',
  },
  inbox: {
    title: 'Inbox',
    views: 'Weergave',
    open: 'Open',
    mine: 'Van mij',
    unassigned: 'Niet opgepakt',
    closed: 'Gesloten',
    channel: 'Kanaal',
    allChannels: 'Alle kanalen',
    counts: 'Wachtende klanten naar risico',
    nobodyWaits: 'Niemand wacht op antwoord',
    empty: {
      open: 'Geen open gesprekken. Iedereen heeft antwoord.',
      mine: 'Je hebt nu geen gesprekken opgepakt.',
      unassigned: 'Alles is opgepakt.',
      closed: 'Er zijn nog geen gesloten gesprekken.',
    },
    emptyHint: 'Nieuwe berichten verschijnen hier vanzelf.',
    listLabel: 'Gesprekken, meest dringende eerst',
    choose: 'Kies een gesprek',
    chooseHint:
      'De lijst staat op volgorde van risico: bovenaan wacht wie al te lang wacht. Druk op ? voor de sneltoetsen.',
    unread: (count: number) => (count === 1 ? '1 ongelezen bericht' : `${String(count)} ongelezen berichten`),
    waits: (duration: string) => `wacht ${duration}`,
    noWait: 'niemand wacht',
    assignedTo: (name: string) => `Opgepakt door ${name}`,
    unassignedRow: 'Nog niet opgepakt',
    changed: (name: string, risk: string) => `Gesprek met ${name} bijgewerkt: ${risk}`,
    lastBy: {
      customer: '',
      agent: 'Wij: ',
      autoReply: 'Automatisch: ',
      bot: 'Bot: ',
      outsideAgent: 'Wij: ',
      outsideUnknown: 'Wij: ',
      system: '',
    },
  },
  risk: { missed: 'te laat', dueSoon: 'bijna te laat', waiting: 'wacht', calm: 'rustig' },
  visibility: { private: 'privé', public: 'openbaar' },
  promise: {
    states: { open: 'open', kept: 'nagekomen', missed: 'gemist', superseded: 'vervangen', withdrawn: 'ingetrokken' },
    left: (duration: string) => `nog ${duration}`,
    late: (duration: string) => `${duration} te laat`,
    badge: (wording: string, status: string) => `Belofte “${wording}”: ${status}`,
    title: 'Belofte',
    wording: 'Woorden',
    understood: 'Begrepen als',
    confidence: 'Zekerheid',
    due: 'Uiterlijk',
    state: 'Stand',
    kinds: { explicit: 'concreet', vague: 'vaag' },
    lateBy: 'Te laat',
    madeAt: 'Gedaan op',
    onTopOfMissed: 'Gedaan terwijl een eerdere belofte al was gemist',
    acts: { reply: 'antwoord', call: 'terugbellen', action: 'actie' },
  },
  alerts: {
    title: 'Meldingen',
    none: 'Over dit gesprek is nog niets gemeld.',
    button: (count: number) =>
      count === 0 ? 'Meldingen' : `Meldingen, ${count > 98 ? '99 of meer' : String(count)} nieuw`,
    empty: 'Geen meldingen. Alle beloften zijn op tijd.',
    markAll: 'Alles gezien',
    settled: 'afgehandeld',
    isNew: 'nieuw',
    raised: (text: string) => `Nieuwe melding: ${text}`,
    kinds: {
      promiseDueSoon: 'Belofte verloopt bijna',
      promiseMissed: 'Belofte gemist',
      normDueSoon: 'Norm verloopt bijna',
      normMissed: 'Norm gemist',
      repeatedAutoReply: 'Zelfde automatische antwoord herhaald',
      channelTrouble: 'Storing op kanaal',
    },
  },
  keyboard: {
    title: 'Sneltoetsen',
    hint: 'Ze werken niet terwijl je typt.',
    then: 'dan',
    send: 'Antwoord versturen (in het antwoordveld)',
    escape: 'Venster of uitleg sluiten',
    actions: {
      next: 'Volgend gesprek',
      previous: 'Vorig gesprek',
      open: 'Gesprek openen',
      reply: 'Antwoord schrijven',
      template: 'Sjabloon kiezen (in het antwoord: Alt+T)',
      claim: 'Oppakken',
      close: 'Gesprek sluiten',
      logContact: 'Contact vastleggen',
      goInbox: 'Naar de inbox',
      help: 'Deze lijst tonen',
    },
  },
  simulation: {
    button: 'Simuleer een bericht',
    title: 'Simuleer een bericht',
    intro: 'Speel een klant. Het bericht komt binnen via een echte, ondertekende webhook.',
    account: 'Kanaal',
    name: 'Naam van de klant',
    nameHint: 'Dezelfde naam is dezelfde klant.',
    text: 'Bericht',
    public: 'Openbaar bericht',
    submit: 'Versturen als klant',
    stories: 'Verhalen van de demo',
    done: (status: number) => `Afgeleverd (webhook antwoordde ${String(status)}).`,
  },
  ...nlChannels,
  ...nlAdvice,
  ...nlConversation,
  ...nlSending,
  ...nlReports,
  ...nlSettings,
  ...nlWarnings,
  ...nlNotifications,
  ...nlAlertHistory,
  ...nlHours,
  ...nlPromises,
  ...nlTemplates,
  ...nlCues,
  ...nlQuality,
};

/** The shape every language's texts have. */
export type Dictionary = Loosened<typeof nl>;
