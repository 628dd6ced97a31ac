const words: Readonly<Record<string, number>> = {
  een: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  elf: 11,
  twaalf: 12,
  dertien: 13,
  veertien: 14,
  vijftien: 15,
  twintig: 20,
  vierentwintig: 24,
  dertig: 30,
  veertig: 40,
  vijfenveertig: 45,
  achtenveertig: 48,
  zestig: 60,
  tweeenzeventig: 72,
  anderhalf: 1.5,
  anderhalve: 1.5,
  tweeeneenhalf: 2.5,
  half: 0.5,
  halve: 0.5,
  'een half': 0.5,
  'een halve': 0.5,
  'een paar': 3,
  enkele: 3,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  'twenty-four': 24,
  'twenty four': 24,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  'forty-eight': 48,
  'forty eight': 48,
  sixty: 60,
  'seventy-two': 72,
  'half an': 0.5,
  'half a': 0.5,
  'a half': 0.5,
  'a couple of': 2,
  'a few': 3,
  few: 3,
  several: 3,
  het: 1,
  de: 1,
  the: 1,
};

const wordSource = Object.keys(words)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Source of a pattern (no groups) for a Dutch or English amount in normalised text. */
export const amountSource = `(?:\\d{1,3}(?:[.,]\\d)?(?:½)?|(?:${wordSource})(?![a-z]))`;

/** Words that name no exact amount. */
export const looseAmount = /^(?:een paar|enkele|a couple of|a few|few|several)$/;

/** The value of an amount matched by `amountSource`; NaN when it is none. */
export function amountOf(word: string): number {
  return words[word] ?? Number(word.replace(',', '.'));
}
