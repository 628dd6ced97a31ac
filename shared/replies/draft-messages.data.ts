import type { Bilingual } from '../emotion/cue-model.ts';
import type { DraftCode, DraftFinding } from './draft-model.ts';

/** Level, message and suggestion of every finding of the draft check. */
export const draftMessages: Record<
  DraftCode,
  { level: DraftFinding['level']; message: Bilingual; suggestion: Bilingual | null }
> = {
  late_no_apology: {
    level: 'error',
    message: {
      nl: 'De klant wacht te lang of moest het vaker vragen, maar het begin van je antwoord bevat geen excuus.',
      en: 'The customer waited too long or had to ask again, but your reply does not open with an apology.',
    },
    suggestion: {
      nl: 'Begin met: "Sorry dat je zo lang op antwoord moest wachten", met de reden erbij.',
      en: 'Open with: "I am sorry you had to wait this long", and add the reason.',
    },
  },
  wish_ignored: {
    level: 'error',
    message: {
      nl: 'De klant vraagt iets en je antwoord gaat daar niet op in.',
      en: 'The customer asks for something that your reply does not address.',
    },
    suggestion: {
      nl: 'Herhaal de vraag in de woorden van de klant en zeg wat wel kan, of waarom niet.',
      en: "Repeat the request in the customer's words and say what is possible, or why it is not.",
    },
  },
  vague_promise: {
    level: 'error',
    message: {
      nl: 'Je belooft iets zonder tijdstip. De klant kan er niet op rekenen.',
      en: 'You promise something without a time. The customer cannot rely on it.',
    },
    suggestion: {
      nl: 'Noem een dag en uur, bijvoorbeeld: "uiterlijk morgen om 17.00 uur".',
      en: 'Name a day and hour, for instance: "by 5 pm tomorrow".',
    },
  },
  superficial: {
    level: 'warn',
    message: {
      nl: 'Dit antwoord is te mager: er staat geen oplossing, uitleg, vraag of volgende stap in.',
      en: 'This reply is too thin: it holds no solution, explanation, question or next step.',
    },
    suggestion: {
      nl: 'Zeg wat je hebt gedaan of gaat doen, en wanneer de klant dat merkt.',
      en: 'Say what you did or will do, and when the customer will notice.',
    },
  },
  conditional_apology: {
    level: 'warn',
    message: {
      nl: 'Dit is een half excuus: het legt het gevoel bij de klant of maakt het voorwaardelijk.',
      en: 'This is half an apology: it puts the feeling on the customer or makes it conditional.',
    },
    suggestion: {
      nl: 'Zeg waarvoor je sorry zegt: "Sorry dat wij niet reageerden."',
      en: 'Say what you are sorry for: "I am sorry that we did not reply."',
    },
  },
  defensive: {
    level: 'warn',
    message: { nl: 'Dit klinkt verdedigend.', en: 'This sounds defensive.' },
    suggestion: {
      nl: 'Geef eerst erkenning, leg daarna kort uit en zonder verwijt.',
      en: 'Acknowledge first, then explain briefly and without blame.',
    },
  },
  org_centred: {
    level: 'warn',
    message: {
      nl: 'Je antwoord gaat vooral over ons, niet over de klant.',
      en: 'Your reply is mostly about us, not about the customer.',
    },
    suggestion: {
      nl: 'Schrijf vanuit de klant: wat betekent dit voor je lezer?',
      en: 'Write from their side: what does this mean for the reader?',
    },
  },
  emoji_on_grief: {
    level: 'warn',
    message: {
      nl: 'Een emoji past niet bij verdriet, boosheid of een dreigement.',
      en: 'An emoji does not fit grief, anger or a threat.',
    },
    suggestion: { nl: 'Laat de emoji weg.', en: 'Leave the emoji out.' },
  },
  mixed_address: {
    level: 'hint',
    message: { nl: 'Je gebruikt "je" en "u" door elkaar.', en: 'The reply mixes informal "je" and formal "u".' },
    suggestion: { nl: 'Kies één vorm, liefst die van de klant.', en: "Choose one form, preferably the customer's." },
  },
  boilerplate: {
    level: 'hint',
    message: {
      nl: 'Dit antwoord is bijna gelijk aan een eerder antwoord van het team.',
      en: 'This reply is nearly identical to an earlier one of the team.',
    },
    suggestion: {
      nl: 'Voeg iets toe wat alleen voor deze klant geldt.',
      en: 'Add something that only holds for this customer.',
    },
  },
  too_long: {
    level: 'error',
    message: { nl: 'Dit antwoord is te lang voor dit kanaal.', en: 'This reply is too long for this channel.' },
    suggestion: { nl: 'Kort het in of splits het.', en: 'Shorten or split it.' },
  },
  no_next_step: {
    level: 'hint',
    message: { nl: 'De klant leest niet wat er nu gebeurt.', en: 'The customer does not read what happens next.' },
    suggestion: { nl: 'Sluit af met een vraag of een volgende stap.', en: 'Close with a question or a next step.' },
  },
  no_greeting: {
    level: 'hint',
    message: { nl: 'Je noemt de klant niet bij naam.', en: 'You do not greet the customer by name.' },
    suggestion: null,
  },
  no_empathy: {
    level: 'hint',
    message: {
      nl: 'De klant laat een gevoel zien en je antwoord reageert daar niet op.',
      en: 'The customer shows a feeling and your reply does not respond to it.',
    },
    suggestion: {
      nl: 'Erken eerst wat dit voor de klant betekent.',
      en: 'First acknowledge what this means for the customer.',
    },
  },
  open_slot: {
    level: 'error',
    message: {
      nl: 'Er staat nog een leeg invulveld in je antwoord.',
      en: 'There is still an empty slot in your reply.',
    },
    suggestion: { nl: 'Vul het veld tussen de haken in.', en: 'Fill in the slot between the brackets.' },
  },
  promise_in_past: {
    level: 'error',
    message: { nl: 'Dit tijdstip is al voorbij.', en: 'This time has already passed.' },
    suggestion: { nl: 'Noem een dag en uur die nog komen.', en: 'Name a day and hour that are still to come.' },
  },
  promise_when_closed: {
    level: 'error',
    message: {
      nl: 'Je belooft iets voor een moment waarop jullie dicht zijn.',
      en: 'You promise something for a moment when you are closed.',
    },
    suggestion: { nl: 'Noem een moment binnen de openingstijden.', en: 'Name a moment within opening hours.' },
  },
  promise_too_early: {
    level: 'warn',
    message: {
      nl: 'Deze belofte haal je waarschijnlijk niet: de laatste tijd duurde het langer.',
      en: 'You will probably not keep this promise: lately it took longer.',
    },
    suggestion: { nl: 'Beloof een later moment.', en: 'Promise a later moment.' },
  },
  private_data_public: {
    level: 'error',
    message: {
      nl: 'Iedereen kan dit antwoord lezen en er staan of komen privégegevens in.',
      en: 'Everybody can read this reply and it holds or asks for personal details.',
    },
    suggestion: {
      nl: 'Vraag om een privébericht: "Stuur me je gegevens in een privébericht."',
      en: 'Ask for a private message: "Please send me your details in a direct message."',
    },
  },
  wrong_name: {
    level: 'error',
    message: {
      nl: 'Je noemt een andere naam dan die van de klant.',
      en: 'You use another name than the customer has.',
    },
    suggestion: { nl: 'Kijk na hoe de klant heet.', en: "Check the customer's name." },
  },
  unsafe_link: {
    level: 'error',
    message: { nl: 'Deze link is onveilig of werkt niet.', en: 'This link is unsafe or does not work.' },
    suggestion: {
      nl: 'Gebruik een volledig https-adres van jullie eigen site.',
      en: 'Use a full https address of your own site.',
    },
  },
  near_copy: {
    level: 'warn',
    message: {
      nl: 'Deze klant kreeg kort geleden bijna hetzelfde antwoord.',
      en: 'This customer had nearly the same reply not long ago.',
    },
    suggestion: {
      nl: 'Zeg wat er sinds die tijd is gebeurd, in andere woorden.',
      en: 'Say what has happened since, in other words.',
    },
  },
  missing_sign_off: {
    level: 'hint',
    message: { nl: 'Er staat geen naam onder je antwoord.', en: 'There is no name under your reply.' },
    suggestion: { nl: 'Sluit af met je voornaam.', en: 'Close with your first name.' },
  },
  jargon: {
    level: 'hint',
    message: { nl: 'Dit is ambtelijke taal.', en: 'This is officialese.' },
    suggestion: { nl: 'Zeg het zoals je het aan de balie zou zeggen.', en: 'Say it as you would at the counter.' },
  },
};
