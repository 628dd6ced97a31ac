import type { Bilingual } from '../emotion/cue-model.ts';
import type { ReplyKind, ReplyMix } from './reply-sentences.data.ts';

/** Other ways of saying the acknowledgements, for when the first was used lately. */
export const acknowledgementVariants: Record<ReplyMix, readonly Bilingual[]> = {
  grief: [
    {
      nl: 'Wat naar voor {je}. Ik help {je} hier zelf mee, {je} hoeft niemand anders te zoeken.',
      en: 'I am so sorry for you. I will help you with this myself; you need not look for anybody else.',
    },
  ],
  threat: [
    {
      nl: 'Ik snap dat {je} geduld op is. Ik kijk hier nu zelf naar.',
      en: 'I see that your patience has run out. I am looking at this myself now.',
    },
  ],
  anger: [
    { nl: 'Logisch dat {je} hier boos over bent.', en: 'No wonder this makes you angry.' },
    { nl: '{Je} bent terecht boos.', en: 'You are right to be angry.' },
  ],
  worry: [
    {
      nl: 'Ik snap dat {je} hier onzeker over bent; ik leg het {je} precies uit.',
      en: 'I see why this worries you; I will tell you exactly how it stands.',
    },
  ],
  unimportant: [
    {
      nl: '{Je} kreeg van ons niet de aandacht die {jouw} vraag verdient, en dat snap ik.',
      en: 'Your question did not get the attention it deserves, and I see that.',
    },
  ],
  pillar_to_post: [
    {
      nl: 'Wat frustrerend dat niemand {je} verder hielp. Vanaf nu ben ik {jouw} aanspreekpunt.',
      en: 'How annoying that nobody helped you on. From now on you can come to me.',
    },
  ],
  failure: [
    {
      nl: 'Wat balen dat dit niet werkt zoals {je} mag verwachten.',
      en: 'What a nuisance that this does not work as you may expect.',
    },
    {
      nl: 'Dat hoort niet zo te gaan, ik begrijp dat {je} hiervan baalt.',
      en: 'It should not go like that; I understand your annoyance.',
    },
  ],
  disappointment: [
    { nl: 'Ik snap dat {je} meer van ons had verwacht.', en: 'I see that you expected more of us.' },
    { nl: 'Wat jammer dat dit {je} zo is tegengevallen.', en: 'What a pity that this fell short for you.' },
  ],
  thanks: [{ nl: 'Wat fijn om te horen!', en: 'That is good to hear!' }],
  neutral: [
    { nl: 'Fijn dat {je} dit vraagt.', en: 'Good of you to ask.' },
    { nl: 'Bedankt voor {jouw} vraag.', en: 'Thanks for your question.' },
  ],
};

/** Other ways of saying the bodies of replies. The open slots are those of the first way. */
export const bodyVariants: Partial<Record<ReplyKind, readonly Bilingual[]>> = {
  answer: [{ nl: 'Het zit zo: [antwoord].', en: 'This is how it is: [answer].' }],
  decline: [
    {
      nl: 'Dit kunnen we helaas niet doen, omdat [reden]. {Je} kunt wel kiezen voor [wat wel kan].',
      en: 'Unfortunately we cannot do this, because [reason]. You can choose [what is possible] instead.',
    },
  ],
  deadline: [
    {
      nl: 'Ik ga dit voor {je} na en kom er uiterlijk {deadline} bij {je} op terug.',
      en: 'I will find this out for you and come back to you by {deadline}.',
    },
  ],
  thanks: [
    { nl: 'Dit maakt de dag van het team goed, dank {je} wel.', en: 'This makes the day of the team, thank you.' },
  ],
};
