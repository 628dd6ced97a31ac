/** First names of the ordinary traffic's invented Dutch customers. */
export const dutchFirstNames: readonly string[] = (
  'Anneke Bram Carla Dirk Esra Floor Gijs Hanna Ilse Jeroen Karin Lars Mirjam Noor Olaf Petra Quinten Roos Sven Tineke ' +
  'Umut Vera Wouter Yasmine Zoë Arjan Bianca Chantal Dennis Ellen Frits Gerda Hassan Inge Jasper Kim Linda Marco Nadia Oscar ' +
  'Patricia Rick Saskia Tom Ursula Vincent Willemijn Yvonne Ahmed Britt Corné Daphne Erik Fleur Geert Hilde Ivo Judith Koen Lieke'
).split(' ');

/** Family names that go with them. */
export const dutchLastNames: readonly string[] = [
  ...['de Boer', 'Jansen', 'Bakker', 'van Leeuwen', 'Visser', 'Smits', 'Meijer', 'Kuipers', 'van den Berg', 'Dekker'],
  ...['Yildiz', 'Brouwer', 'Hofman', 'Veenstra', 'Peeters', 'Bouzid', 'van Rijn', 'Scholten', 'Prins', 'Huisman'],
  ...['Molenaar', 'Kok', 'Verbeek', 'Schouten', 'Wiersma', 'Martens', 'Blom', 'van Dijk', 'Groen', 'Kaya'],
];

/** First names of customers who write English. */
export const englishFirstNames: readonly string[] =
  'Alice Ben Claire David Emma Frank Grace Helen Ian Julia Kevin Laura Martin Nina Oliver Paul Rachel Stefan Tamara Will'.split(
    ' ',
  );

/** Family names that go with them. */
export const englishLastNames: readonly string[] =
  'Archer Becker Carter Dawson Evans Fischer Graham Hughes Keller Lambert Morgan Novak Parker Reid Schmidt Turner Walsh Young'.split(
    ' ',
  );
