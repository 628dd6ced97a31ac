import type { Sentence } from './tokens.ts';

const openings = new Set(
  (
    'is zijn hebben kan kunnen mag mogen wat hoe waar wanneer wie welke doen geldt kun krijg krijgen are do does can could will what how ' +
    'where when who which may should any tip'
  ).split(' '),
);

// "Vergoeden jullie brillen?": with a question mark any word before one of these is the verb of a question.
const subjects = new Set('jullie u ge je er you they staff people'.split(' '));

/** True when a sentence opens as a question does; people leave out question marks. */
export function opensQuestion({ tokens, question }: Sentence): boolean {
  return openings.has(tokens[0]?.form ?? '') || (question && subjects.has(tokens[1]?.form ?? ''));
}
