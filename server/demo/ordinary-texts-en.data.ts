import type { OrdinaryTexts } from './ordinary-exchange.ts';

/** English everyday conversations of the invented park. */
export const englishTexts: OrdinaryTexts = {
  greetings: ['Hi,', 'Hello,', 'Good {dagdeel},', 'Hi there,', 'Hi!', '', ''],
  chasers: [
    'Hello? Anyone there?',
    'Still waiting for a reply...',
    'Did you get my message?',
    'Sorry to ask again, but we need to know for our planning',
  ],
  thanks: [
    'Thanks!',
    'Great, thank you!',
    'Perfect, thanks so much 🙂',
    'Thank you for the quick reply!',
    'Ok great, cheers',
  ],
  apologies: [
    'Sorry for keeping you waiting, we had more messages than we planned for.',
    'Apologies for the late reply, that should have been faster.',
    'I am sorry this took so long; two colleagues were ill and we fell behind.',
  ],
  shortApologies: ['Sorry for the late reply!', 'Apologies for the wait.'],
  places: ['Cologne', 'Antwerp', 'London', 'Düsseldorf', 'Amsterdam', 'Leeds'],
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  dayParts: ['morning', 'afternoon', 'evening'],
  exchanges: [
    {
      mood: 'question',
      where: 'both',
      openings: [
        'Are you open on {dag}? We are visiting from {plaats}',
        'What time does the park close on {dag}?',
        'Is the steam tram running on {dag}? My son would love it',
      ],
      answers: [
        'On {dag} the park is open from 10:00 to 17:30 and the steam tram runs every 20 minutes until 16:45.',
        'Yes, from 10:00 to 17:30. The first steam tram leaves at 10:15 next to the main entrance, the last one at 16:45.',
      ],
      more: ['Do we need to book the tram separately?', 'No, the tram is included in your ticket. Just hop on.'],
    },
    {
      mood: 'question',
      where: 'private',
      openings: [
        'Do you have guided tours in English? We are a group of {aantal}0 from {plaats}',
        'Is there an English map or audio guide for the museum houses?',
      ],
      answers: [
        'Our English audio guide is free with every ticket; collect it at the entrance. A guide in person costs 75 euros per hour and is available on {dag} at {tijd}.',
        'All houses have signs in English, and the free app has a one hour audio tour. For groups there is a guide on {dag} at {tijd}, 75 euros for up to 20 people.',
      ],
      promised:
        'Every ticket includes the English audio guide. Whether a guide in person is free on {dag} is something I need to ask my colleague; I will let you know tomorrow before 14:00.',
    },
    {
      mood: 'worried',
      where: 'private',
      openings: [
        'I paid {bedrag} for {aantal} tickets but never got an email. Order {order}. We leave {plaats} on {dag}!',
        'My card was charged but the page crashed, I am a bit worried. Is order {order} confirmed?',
      ],
      answers: [
        'I understand the worry. Order {order} is confirmed and paid. I have just sent the tickets again, and they are in your account too.',
        'No need to worry: {order} is fine. There was a typing error in your email address, which I have corrected. The tickets are in your inbox now.',
      ],
    },
    {
      mood: 'disappointed',
      where: 'public',
      openings: [
        'Quite disappointed to be honest. Half of the houses were closed and nobody told us at the gate',
        'We came all the way from {plaats} and the windmill was shut. Such a shame, no sign anywhere',
      ],
      answers: [
        'What a shame, and I understand your disappointment. The closure should have been on our website and at the gate. Send us a DM and we have new tickets for you.',
        'Sorry about that, the sign at the gate was missing and that was our mistake. Please send a DM with your ticket number for a free second visit.',
      ],
    },
    {
      mood: 'angry',
      where: 'private',
      openings: [
        'This is ridiculous. Third time I ask for a refund of {bedrag} for {order} and nobody bothers to answer',
        'Your staff refused our valid tickets ({order}) in front of everyone. I want an apology and my money back!',
      ],
      answers: [
        'You have every right to be angry and I apologise. I have checked {order} and refunded {bedrag} today. The mistake was ours.',
        'I am truly sorry, this is not how we want to treat our guests. {bedrag} has gone back to your card and the gate team has been spoken to about {order}.',
      ],
    },
    {
      mood: 'happy',
      where: 'both',
      openings: [
        'Lovely day at the park! The blacksmith made my kids a tiny horseshoe. What is his name?',
        'Just wanted to say we loved it. Is there a Christmas market as well?',
      ],
      answers: [
        'That is so kind, I have passed it on! Our blacksmith is called Berend, and the winter market is held on the second weekend of December.',
        'What a lovely message, thank you! Berend the blacksmith read it and smiled. And yes, there is a winter market on the second weekend of December.',
      ],
    },
    {
      mood: 'question',
      where: 'private',
      openings: [
        'I left my blue jacket in the restaurant on {dag}. Has anyone found it?',
        'We lost a camera near the playground. Is there a lost property office?',
      ],
      answers: [
        'Good news, it was handed in at the restaurant. It is at the reception under number {order}; we can also post it to {plaats} for 9 euros.',
        'Found it! A colleague brought it to the lost property desk. Please mention {order} when you collect it at the main entrance.',
      ],
    },
  ],
};
