import type { Sentence } from './tokens.ts';

const openings = new Set(
  (
    'is zijn hebben kan kunnen mag mogen wat hoe waar wanneer wie welke doen geldt kun krijg krijgen are do does can could will what how ' +
    'where when who which may should any tip'
  ).split(' '),
);

/** True when a sentence opens as a question does; people leave out question marks. */
export function opensQuestion({ tokens }: Sentence): boolean {
  return openings.has(tokens[0]?.form ?? '');
}
