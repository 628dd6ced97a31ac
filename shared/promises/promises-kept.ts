import type { TimePhrase } from './time-phrase.ts';

const asPromised =
  /\b(?:(?:zoals|als) (?:eerder |gisteren |vanochtend |net )?(?:beloofd|afgesproken|toegezegd|aangekondigd|besproken|gezegd)|as (?:promised|agreed|announced|discussed))[ ,]*$/;
const closes = /^ *(?:[:;.!]|$|,(?! *(?:dan|then)\b))/;

/** Time phrases without those of a promise that the text itself keeps: "zoals beloofd voor 12:00: onze bakker doet het". */
export function withoutKept(phrases: readonly TimePhrase[], text: string): TimePhrase[] {
  return phrases.filter(
    ({ start, end }) =>
      !(asPromised.test(text.slice(Math.max(0, start - 50), start)) && closes.test(text.slice(end, end + 12))),
  );
}
