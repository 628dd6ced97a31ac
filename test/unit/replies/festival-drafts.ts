/** The festival case in our own words: what the customer wrote and four possible answers, in Dutch and English. */
export type FestivalTexts = {
  /** The warm request of July, sent by e-mail and later by Messenger. */
  request: string;
  /** The disappointed message of 12 August. */
  disappointed: string;
  /** The auto-reply that came twice. */
  autoReply: string;
  /** The refusal in two lines. */
  refusal: string;
  /** The organisation's last word. */
  lastWord: string;
  /** The answer the customer deserved. */
  goodReply: string;
};

export const festivalDutch: FestivalTexts = {
  request:
    'Hallo! Op 13 augustus komen we met tien vriendinnen naar jullie festival, het is het vrijgezellenfeest van Noor. ' +
    'Ze is al jaren fan. We zouden haar op het festival graag verrassen met iets bijzonders, bijvoorbeeld een groet vanaf het podium of een versierd plekje. ' +
    'Wat mag wel en wat mag niet? We hebben een klein budget en sturen gerust foto’s mee. Alvast heel erg bedankt voor het meedenken!',
  disappointed:
    'Ik ben behoorlijk teleurgesteld. We hebben jullie gebeld, gemaild en een bericht gestuurd, maar nooit antwoord gekregen. ' +
    'Het is nu een dag voor het festival en blijkbaar zijn wij niet belangrijk voor jullie. Jammer.',
  autoReply: 'Bedankt voor je bericht! Je krijgt z.s.m. antwoord van ons team.',
  refusal: 'Leuk idee, maar wij doen niet aan dit soort verzoeken.\nFijne dag nog!',
  lastWord:
    'Je moet begrijpen dat wij morgen 4.000 bezoekers ontvangen. Wij hebben dan geen tijd voor lange antwoorden. ' +
    'Onze huisregels staan op de site. Onze excuses dat wij jullie enthousiasme niet delen.',
  goodReply:
    'Hoi Marloes,\nHet spijt me dat je vier weken op antwoord moest wachten en het zo vaak moest vragen: door ziekte lag onze mailbox stil, en dat had je van ons moeten horen. ' +
    'Wat een lief plan om Noor op het festival te verrassen met iets bijzonders. Een groet vanaf het podium lukt morgen niet meer, omdat het programma vaststaat. ' +
    'Wat wel kan: jullie mogen slingers en een taart meenemen, en ik zet om 15.00 uur een gereserveerde tafel bij de vijver voor jullie klaar. ' +
    'In de huisregels op onze site vind je wat er verder mee naar binnen mag. Zullen we de tafel op naam van Noor zetten?\nGroet, Daan',
};

export const festivalEnglish: FestivalTexts = {
  request:
    'Hello! On 13 August ten of us are coming to your festival for the hen party of our friend Nora, who has been a fan for years. ' +
    'We would love to surprise her with something special at the festival, perhaps a greeting from the stage or a decorated spot. ' +
    'What is allowed and what is not? We have a small budget and will gladly send photos. Thanks in advance for thinking along!',
  disappointed:
    'I am quite disappointed. We called you, emailed you and sent a message, but never got an answer. ' +
    'The festival is tomorrow and clearly we are not important to you. A pity.',
  autoReply: 'Thanks for your message! Our team will reply a.s.a.p.',
  refusal: "Nice idea, but we don't do such requests.\nHave a nice day!",
  lastWord:
    'You must understand that we welcome 4,000 visitors tomorrow. We have no time for long answers. ' +
    'Our rules are on the site. Our apologies that we do not share your enthusiasm.',
  goodReply:
    'Hi Marloes,\nI am sorry that you waited four weeks for an answer and had to ask so often: illness left our mailbox unread, and we should have told you. ' +
    'What a lovely plan to surprise Nora with something special at the festival. A greeting from the stage is not possible any more, because the programme is fixed. ' +
    'What is possible: you can bring garlands and a cake, and I have reserved a table by the pond for you at 3 pm. ' +
    'The house rules on our site tell you what else may come inside. Shall we put the table in the name of Nora?\nBest regards, Daan',
};
