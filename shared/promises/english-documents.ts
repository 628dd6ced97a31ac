import { isA } from './clause-view.ts';
import type { ClauseView, Word } from './clause-view.ts';
import { wordClass as is } from './word-classes.ts';

const mailing = /^(?:e-?mail|mail|text|message|dm|send|ping|drop|get|whatsapp)(?:ed|ing|s)?$/;
const documents =
  /^(?:forms?|links?|labels?|invoices?|receipts?|contracts?|certificates?|vouchers?|codes?|passwords?|tickets?|schedule|statements?|letters?|documents?|paperwork|copy|copies|files?|photos?|quote|estimate|brochure|guide|manual|pack|attachments?|bills?|licen[cs]e|keys?|slip|pass|passes|export|agreement|policy|transcript|itinerary|programme)$/;

/** "We'll email you the download link": what the mail brings counts, not that it is one. */
export function sendsDocument(view: ClauseView): boolean {
  const telling = view.words.filter((word) => isA(word, is.tell | is.answer | is.hear));
  return (
    telling.every(({ text }) => mailing.test(text) || text === 'reach') &&
    view.words.some(({ text }) => documents.test(text))
  );
}

const hearingAid = /^(?:aids?|test|centre)$/;

/** Not "review your report", "drop it off", "reach your account" or "by email". */
export function tells(words: readonly Word[], index: number): boolean {
  return !hasOtherSense(words, index) && tellsSomething(words, index);
}

/** "Hearing aid", "write off". */
function hasOtherSense(words: readonly Word[], index: number): boolean {
  const next = words[index + 1]?.text ?? '';
  return (
    (words[index]?.text === 'hearing' && hearingAid.test(next)) || (words[index]?.text === 'write' && next === 'off')
  );
}

function tellsSomething(words: readonly Word[], index: number): boolean {
  const next = words[index + 1];
  const before = words[index - 1]?.text;
  switch (words[index]?.text) {
    case 'report':
      return before !== 'the' && !isA(words[index - 1], is.yours);
    case 'drop':
      return isA(next, is.customer) || (next !== undefined && /^(?:a|an|the)$/.test(next.text));
    case 'reach':
      return next?.text === 'out' || isA(next, is.customer);
    default:
      return before !== 'by';
  }
}
