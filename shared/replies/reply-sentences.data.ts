import type { Bilingual } from '../emotion/cue-model.ts';

/** The feeling that sets the tone of a reply; the first that fits wins, in this order. */
export const replyMixes = [
  'grief',
  'threat',
  'anger',
  'worry',
  'unimportant',
  'pillar_to_post',
  'failure',
  'disappointment',
  'thanks',
  'neutral',
] as const;

/** One of {@link replyMixes}. */
export type ReplyMix = (typeof replyMixes)[number];

/** What a suggested reply does, in the order of the picker. */
export const replyKindNames = [
  'answer',
  'decline',
  'ask_details',
  'apologise',
  'deadline',
  'call',
  'hand_over',
  'thanks',
  'pass_on',
  'invite',
  'close',
] as const;

/** One of {@link replyKindNames}. */
export type ReplyKind = (typeof replyKindNames)[number];

/**
 * Acknowledgement per mix. `{je}`, `{jou}`, `{jouw}` and `{zich}` become the customer's own form of address; the same marks in
 * English are not needed.
 */
export const acknowledgements: Record<ReplyMix, Bilingual> = {
  grief: {
    nl: 'Wat een verdrietige situatie, ik leef met {je} mee. {Je} krijgt hiervoor één vast contactpersoon: mij.',
    en: 'This is a very sad situation and my thoughts are with you. You have one contact person for this: me.',
  },
  threat: {
    nl: 'Ik begrijp dat het voor {jou} klaar is en ik neem dit serieus.',
    en: 'I understand that you have had enough, and I take this seriously.',
  },
  anger: { nl: 'Ik begrijp dat {je} boos bent.', en: 'I understand why you are angry.' },
  worry: { nl: 'Ik begrijp dat {je} {zich} zorgen maakt.', en: 'I understand that you are worried.' },
  unimportant: {
    nl: '{Jouw} vraag is voor ons belangrijk. Ik begrijp dat dat voor {jou} anders voelde.',
    en: 'Your question matters to us. I understand that it did not feel like that.',
  },
  pillar_to_post: {
    nl: 'Wat vervelend dat {je} steeds ergens anders terechtkwam. Ik blijf {jouw} aanspreekpunt tot dit klaar is.',
    en: 'How frustrating that you kept being passed on. You can reach me directly until this is done.',
  },
  failure: { nl: 'Wat vervelend dat dit bij {jou} misging.', en: 'How annoying that this went wrong for you.' },
  disappointment: { nl: 'Ik begrijp {jouw} teleurstelling.', en: 'I understand your disappointment.' },
  thanks: { nl: 'Wat leuk om te lezen!', en: 'How lovely to read this!' },
  neutral: { nl: 'Dank {je} wel voor {jouw} bericht.', en: 'Thank you for your message.' },
};

/** Apologies; `{wait}` is the waiting time in words. */
export const apologies: Record<'late' | 'missed' | 'missedOften' | 'fault' | 'againLate' | 'againMissed', Bilingual> = {
  missedOften: {
    nl: 'Sorry: we beloofden je meer dan eens een antwoord en hielden ons daar niet aan. {Je} wachtte {wait}.',
    en: 'I am sorry: we promised you an answer more than once and did not keep our word. You waited {wait}.',
  },
  late: {
    nl: 'Sorry dat {je} {wait} op antwoord moest wachten{again}.',
    en: 'I am sorry that you had to wait {wait} for an answer{again}.',
  },
  missed: {
    nl: 'Sorry: we beloofden {je} een antwoord en dat kwam niet op tijd. {Je} wachtte {wait}{again}.',
    en: 'I am sorry: we promised you an answer and it did not come in time. You waited {wait}{again}.',
  },
  fault: { nl: 'Sorry dat dit zo is gegaan.', en: 'I am sorry that it went this way.' },
  againLate: { nl: ' en het vaker moest vragen', en: ' and had to ask more than once' },
  againMissed: { nl: ' en moest het vaker vragen', en: ' and had to ask more than once' },
};

/** Other building sentences. */
export const replyParts = {
  longWait: { nl: 'zo lang', en: 'so long' },
  reason: { nl: 'De oorzaak: {reason}.', en: 'The cause: {reason}.' },
  openReason: { nl: 'De oorzaak: [oorzaak].', en: 'The cause: [cause].' },
  reproach: { nl: 'Ik begrijp dat {je} {reproach}.', en: 'I understand that you {reproach}.' },
  wish: { nl: '{Je} vroeg: "{wish}".', en: 'You asked: "{wish}".' },
  greeting: { nl: 'Hoi {name},', en: 'Hi {name},' },
  formalGreeting: { nl: 'Goedendag {name},', en: 'Dear {name},' },
  signOff: { nl: 'Groet, {agent}', en: 'Best regards, {agent}' },
} satisfies Record<string, Bilingual>;

/** Title, reason and body of every kind of reply. Words in square brackets are open slots for the agent. */
export const replyKinds: Record<ReplyKind, { title: Bilingual; why: Bilingual; body: Bilingual; close: Bilingual }> = {
  answer: {
    title: { nl: 'Antwoord nu', en: 'Answer now' },
    why: {
      nl: 'je weet het antwoord: geef het meteen en concreet',
      en: 'you know the answer: give it at once and concretely',
    },
    body: { nl: 'Mijn antwoord: [antwoord].', en: 'My answer: [answer].' },
    close: { nl: 'Helpt dit {je} verder? Laat het me weten.', en: 'Does this help you? Let me know.' },
  },
  decline: {
    title: { nl: 'Het kan niet, dit wel', en: 'Not possible, but this is' },
    why: {
      nl: 'een nee met reden en alternatief doet recht aan de wens',
      en: 'a no with a reason and an alternative does justice to the wish',
    },
    body: {
      nl: 'Dat kan helaas niet, omdat [reden]. Wat wel kan: [wat wel kan].',
      en: 'That is unfortunately not possible, because [reason]. What is possible: [what is possible].',
    },
    close: { nl: 'Zal ik dat voor {je} regelen?', en: 'Shall I arrange that for you?' },
  },
  deadline: {
    title: { nl: 'Ik zoek het uit, met tijdstip', en: 'I find out, with a time' },
    why: {
      nl: 'je weet het antwoord nog niet: beloof een tijdstip dat je haalt',
      en: 'you do not know yet: promise a time you will meet',
    },
    body: {
      nl: 'Ik zoek dit zelf voor {je} uit. {Je} krijgt uiterlijk {deadline} antwoord van mij.',
      en: 'I am checking this for you myself. You will get an answer from me by {deadline}.',
    },
    close: { nl: 'Is er iets wat ik daarbij moet weten?', en: 'Is there anything I should know?' },
  },
  call: {
    title: { nl: 'Bied een gesprek aan', en: 'Offer a call' },
    why: {
      nl: 'bij sterke gevoelens of herhaald contact helpt een gesprek met een vast persoon',
      en: 'with strong feelings or repeated contact, a talk with a named person helps',
    },
    body: {
      nl: 'Ik wil dit graag persoonlijk met {jou} oplossen. Stuur me {jouw} nummer en een moment dat past om te praten over [onderwerp].',
      en: 'I would like to solve this with you in person. Send me your number and a time that suits you to talk about [subject].',
    },
    close: { nl: 'Komt dat uit?', en: 'Would that suit you?' },
  },
  ask_details: {
    title: { nl: 'Vraag wat je nodig hebt', en: 'Ask for what you need' },
    why: { nl: 'zonder gegevens kun je niets toezeggen', en: 'you can promise nothing without the details' },
    body: {
      nl: 'Om dit goed uit te zoeken heb ik nog [gegeven] van {je} nodig. Wil {je} dat in een privébericht sturen?',
      en: 'To look into this properly I still need [detail] from you. Could you send it in a private message?',
    },
    close: { nl: 'Zodra ik het heb, ga ik ermee verder.', en: 'Once I have it, I will carry on.' },
  },
  apologise: {
    title: { nl: 'Excuus met herstel', en: 'Apologise and put right' },
    why: { nl: 'er ging iets mis aan onze kant', en: 'something went wrong on our side' },
    body: {
      nl: 'Ik heb dit vandaag zo hersteld: [wat is hersteld].',
      en: 'This is how I put it right today: [what was put right].',
    },
    close: { nl: 'Is het zo voor {jou} opgelost?', en: 'Does that solve it for you?' },
  },
  hand_over: {
    title: { nl: 'Draag over, met naam en tijd', en: 'Hand over, with a name and a time' },
    why: {
      nl: 'een collega weet meer: zeg wie, en wanneer de klant iets hoort',
      en: 'a colleague knows more: say who, and when the customer will hear',
    },
    body: {
      nl: 'Mijn collega [naam] weet hier meer van. {Je} hoeft niets opnieuw te vertellen: alles is doorgegeven. {Je} krijgt uiterlijk {deadline} antwoord.',
      en: 'My colleague [name] knows more about this. You need not tell your story again: everything has been passed on. You will get an answer by {deadline}.',
    },
    close: { nl: 'Lukt dat zo voor {je}?', en: 'Does that work for you?' },
  },
  close: {
    title: { nl: 'Rond af', en: 'Close' },
    why: { nl: 'alles is gedaan: vat samen en laat de deur open', en: 'all is done: sum up and leave the door open' },
    body: {
      nl: 'Even kort wat er is gedaan: [wat is gedaan].',
      en: 'In short, this is what has been done: [what was done].',
    },
    close: { nl: 'Mist {je} nog iets? Laat het me weten.', en: 'Is anything missing? Let me know.' },
  },
  thanks: {
    title: { nl: 'Bedank terug', en: 'Say thanks' },
    why: {
      nl: 'een compliment verdient een kort en warm antwoord',
      en: 'a compliment deserves a short and warm reply',
    },
    body: {
      nl: 'Dank {je} wel dat {je} de moeite nam om dit te laten weten.',
      en: 'Thank you for taking the time to tell us.',
    },
    close: { nl: '', en: '' },
  },
  pass_on: {
    title: { nl: 'Geef het compliment door', en: 'Pass on the compliment' },
    why: { nl: 'de collega hoort graag dat het gewaardeerd is', en: 'the colleague will like to hear it was valued' },
    body: {
      nl: 'Ik geef {jouw} compliment vandaag door aan [collega of team].',
      en: 'I will pass your compliment on to [colleague or team] today.',
    },
    close: { nl: '', en: '' },
  },
  invite: {
    title: { nl: 'Nodig uit om terug te komen', en: 'Invite to come back' },
    why: { nl: 'een open deur houdt het contact warm', en: 'an open door keeps the contact warm' },
    body: {
      nl: 'Is er later nog iets? {Je} bent altijd welkom met {jouw} vraag.',
      en: 'Is there anything later on? Your questions are always welcome.',
    },
    close: { nl: '', en: '' },
  },
};
