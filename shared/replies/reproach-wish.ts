import type { Language } from '../emotion/cue-model.ts';

type Turn = { readonly pattern: RegExp; readonly wish: string };

/** What somebody wants who reproaches us with something; `{je}` and its kin become the form of address. */
const dutch: readonly Turn[] = [
  {
    pattern:
      /\b(?:bel(?:len|t)?|gebeld)\b.{0,40}\b(?:nooit|niet|niemand)\b|\b(?:nooit|niet|niemand|geen)\b.{0,40}\b(?:terug)?(?:bel(?:len|t)?|gebeld|teruggebeld)\b|bel(?:len|t) nooit terug/i,
    wish: 'graag wilt dat we {je} terugbellen',
  },
  {
    pattern:
      /\b(?:nooit|geen|niet|niemand|niks|niets)\b.{0,40}\b(?:antwoord\w*|reactie|reageert|reageren|gereageerd|gehoord|bericht terug)\b|\breag\w+\b.{0,20}\b(?:nooit|niet)\b/i,
    wish: 'gewoon antwoord wilt krijgen',
  },
  {
    pattern:
      /\bbelofte|beloofd|beloven|afgesproken|afspraak\b.{0,60}\b(?:niet|nooit|weer)\b|\bkom\w* .{0,30}afspraken niet na/i,
    wish: 'wilt dat we doen wat we beloven',
  },
  {
    pattern: /\bkastje naar (?:de )?muur|doorverbonden|doorgestuurd|steeds iemand anders|telkens iemand anders/i,
    wish: 'één vast aanspreekpunt wilt',
  },
  { pattern: /\b(?:luister\w*|serieus genomen|niet serieus)\b/i, wish: 'serieus genomen wilt worden' },
  {
    pattern: /\b(?:onbereikbaar|niet te bereiken|niemand neemt op|neemt niemand op)\b/i,
    wish: 'ons gewoon wilt kunnen bereiken',
  },
  {
    pattern: /\b(?:dubbel|te veel|teveel|verkeerd bedrag)\b.{0,30}\b(?:afgeschreven|betaald|gerekend|geïncasseerd)\b/i,
    wish: '{jouw} geld terug wilt',
  },
  {
    pattern: /\b(?:niet|nog steeds niet|nooit)\b.{0,30}\b(?:geleverd|bezorgd|aangekomen|ontvangen)\b/i,
    wish: 'wilt weten wanneer {jouw} bestelling komt',
  },
  { pattern: /\b(?:kapot|stuk|defect|werkt niet|doet het niet)\b/i, wish: 'wilt dat het weer werkt' },
];

const english: readonly Turn[] = [
  {
    pattern: /\b(?:never|nobody|no one|not|didn't|don't)\b.{0,30}\b(?:call|called|ring|rang|phone|phoned)\b/i,
    wish: 'would like us to call you back',
  },
  {
    pattern: /\b(?:never|nobody|no one|no|not|nothing)\b.{0,40}\b(?:repl\w+|answer\w*|respon\w+|heard)\b/i,
    wish: 'would simply like an answer',
  },
  { pattern: /\bpromise\w*\b/i, wish: 'want us to do what we promise' },
  {
    pattern: /\b(?:pillar to post|passed around|passed on|transferred|someone else every time)\b/i,
    wish: 'want one person to turn to',
  },
  { pattern: /\b(?:listen\w*|taken seriously|not serious)\b/i, wish: 'want to be taken seriously' },
  { pattern: /\b(?:charged|billed|paid)\b.{0,20}\b(?:twice|double|too much)\b/i, wish: 'would like your money back' },
  {
    pattern: /\b(?:not|never|still hasn't|hasn't)\b.{0,30}\b(?:arrived|delivered|turned up|come)\b/i,
    wish: 'want to know when your order will come',
  },
  { pattern: /\b(?:broken|doesn't work|not working|faulty)\b/i, wish: 'want it to work again' },
];

/**
 * Turns a reproach into the wish behind it: "jullie bellen nooit terug" gives "graag wilt dat we {je} terugbellen", to stand after
 * "Ik begrijp dat {je} …". Null when no reproach is known.
 */
export function wishBehind(texts: readonly string[], language: Language): string | null {
  const turns = language === 'nl' ? dutch : english;
  for (const text of texts) {
    const shown = text.slice(0, 4_000);
    const turn = turns.find(({ pattern }) => pattern.test(shown));
    if (turn) return turn.wish;
  }
  return null;
}
