/** What the demo brand can offer for wishes that come back. */
export const demoIdeas = [
  {
    wish: 'Rekening houden met een allergie',
    offers: [
      'De kok maakt een apart bord, zonder het ingrediënt en op schone spullen bereid.',
      'Onze allergenenlijst sturen we je vandaag nog toe.',
      'Bel de keuken tussen 10 en 11 uur, dan denkt de kok met je mee.',
    ],
  },
  {
    wish: 'Reservering verzetten',
    offers: [
      'Verzetten kan kosteloos naar elke andere dag van dit seizoen.',
      'We houden je tafel vast zonder datum, dan kies je later.',
      'Komt het niet meer goed uit, dan krijg je het hele bedrag terug.',
    ],
  },
  {
    wish: 'Iets bijzonders regelen op het festival',
    offers: [
      'Een eigen plek vooraan bij het kleine podium.',
      'De muzikanten spelen een nummer voor haar.',
      'Foto’s maken met de kostuums uit het depot, van tevoren af te spreken.',
    ],
  },
] as const;
