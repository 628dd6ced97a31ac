/** What customers of an invented park, shop and town write; lengths as in real inboxes: mostly a sentence or two. */
export const customerTexts: readonly string[] = [
  'Hallo, mijn kaartjes voor zaterdag zijn nog steeds niet binnen. Kunnen jullie kijken wat er misgaat?',
  'Is het park morgen gewoon open? Op de site staat iets anders dan in de app.',
  'Ik wacht nu al drie dagen op antwoord. Dit is echt niet te geloven.',
  'Dank je wel, dat werkt!',
  'Mijn bestelling 4471029 zou gisteren bezorgd worden. Waar blijft die?',
  'Belachelijk. Eerst zeggen jullie dat ik gebeld word en dan hoor ik weer niets.',
  'Kan ik mijn abonnement per direct opzeggen? Ik wil mijn geld terug.',
  'We stonden voor een dichte deur met twee huilende kinderen. Had dat niet op de website gekund?',
  'Weten jullie of de shuttlebus ook op zondag rijdt?',
  'Ik heb het al drie keer uitgelegd aan jullie collega. Lees eens terug.',
  'Prima, ik wacht het af.',
  'De monteur is wéér niet komen opdagen. Ik heb hier een vrije dag voor genomen!',
  'Hi, could you tell me whether dogs are allowed in the garden?',
  'I was promised a call yesterday and nobody called. Please get back to me today.',
  'Thanks, got it.',
  'My refund still has not arrived and it has been two weeks. What is going on?',
  'Hoe laat begint het laatste concert en is er dan nog een trein terug?',
  'Ik sta bij de ingang en mijn code doet het niet, help!',
];

/** What the organisation answers elsewhere: some promise, some solve, some only thank. */
export const replyTexts: readonly string[] = [
  'Bedankt voor je bericht! We reageren binnen 24 uur.',
  'Wat vervelend. Ik zoek het uit en kom er vandaag nog bij je op terug.',
  'Je kaartjes zijn zojuist opnieuw verstuurd, kijk ook even in je spam.',
  'We nemen zo snel mogelijk contact met je op.',
  'Ja, zondag rijdt de shuttlebus van negen tot zes, elk kwartier vanaf het station.',
  'Thanks for reaching out. Someone will call you tomorrow before noon.',
  'Je ontvangt binnen vijf werkdagen je geld terug.',
  'Goed om te horen, fijne dag nog!',
];
