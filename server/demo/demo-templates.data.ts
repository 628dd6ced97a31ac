/** Templates of the demo's WhatsApp number as the platform lists them, one of each kind an agent may meet. */
export const demoTemplates: readonly unknown[] = [
  {
    id: '9001',
    name: 'antwoord_op_je_vraag',
    language: 'nl',
    status: 'APPROVED',
    category: 'UTILITY',
    parameter_format: 'POSITIONAL',
    components: [
      {
        type: 'BODY',
        text: 'Dag {{1}}, je vroeg ons iets over {{2}}. We hebben het antwoord voor je. Stuur een berichtje terug, dan helpen we je meteen verder.',
      },
      { type: 'FOOTER', text: 'Openluchtpark De Kraaienhof' },
    ],
  },
  {
    id: '9002',
    name: 'excuus_late_reactie',
    language: 'nl',
    status: 'APPROVED',
    category: 'UTILITY',
    parameter_format: 'NAMED',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Sorry dat je moest wachten, {{voornaam}}' },
      {
        type: 'BODY',
        text: 'We beloofden je een antwoord op {{datum}} en dat is niet gelukt. Antwoord op dit bericht, dan pakken we je vraag over {{onderwerp}} direct op.',
      },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Ja, graag' }] },
    ],
  },
  {
    id: '9003',
    name: 'answer_to_your_question',
    language: 'en',
    status: 'APPROVED',
    category: 'UTILITY',
    parameter_format: 'POSITIONAL',
    components: [
      {
        type: 'BODY',
        text: 'Hello {{1}}, you asked us about {{2}}. We have an answer: reply to this message and we will go on.',
      },
    ],
  },
  {
    id: '9004',
    name: 'zomerprogramma',
    language: 'nl',
    status: 'PAUSED',
    category: 'MARKETING',
    components: [{ type: 'BODY', text: 'Het zomerprogramma staat klaar, {{1}}.' }],
  },
  {
    id: '9005',
    name: 'kaartje_met_foto',
    language: 'nl',
    status: 'APPROVED',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Hier is je kaartje voor {{1}}.' },
    ],
  },
];
