import { readSentences } from '../emotion/tokens.ts';
import type { Sentence } from '../emotion/tokens.ts';
import { contentWords } from '../emotion/wish.ts';
import type { DraftContext } from './draft-model.ts';

/** Something the customer asks: the content words that an answer would touch; `open` when any step or explanation answers it. */
export type CustomerAsk = {
  readonly text: string;
  readonly keywords: readonly string[];
  /** All content words of the messages. */
  readonly matter: readonly string[];
  readonly open: boolean;
};

// "Can you solve this?" names no object: whatever helps is an answer to it.
const openWords = new Set(
  (
    'oplossen opgelost oplossing regelen helpen hulp uitzoeken uitleggen uitleg kijken nakijken reageren doen laten snel even ' +
    'fixen probleem klacht gaan gebeuren horen bericht update stand zaken weten graag zaak vraag antwoord ' +
    'help solve solved resolve sort fix explain look respond happening going know answer update something problem issue complaint'
  ).split(' '),
);

const rhetorical =
  /^(?:en )?(?:hoe (?:moeilijk|kan (?:dit|dat|het)|dan|lang nog|bestaat|vaak)|waarom (?:reage|antwoord|doe|duurt|hoor|bel|laat|zegt|krijg ik (?:geen|nooit))|wie|wat (?:is dit|voor|denken|moet|nu|heb)|serieus|echt|hallo|nou|toch|huh|niet|kan dit|is dit (?:normaal|nou|hoe|service)|vinden jullie|how (?:hard|can|is|many|much longer)|why (?:do(?:es|n't)?|is (?:no|this|it taking)|can't|am i)|who|what (?:is (?:this|wrong|going)|kind|am|now|the)|really|seriously|hello|is (?:this|anyone|anybody|it too)|are you (?:serious|kidding|joking)|do you (?:even|think|care))/i;

function keywordsOf(sentence: Sentence): string[] {
  return contentWords(sentence.tokens).slice(0, 8);
}

// An answer that only repeats the customer's day has not taken up the matter.
const timeWords = new Set(
  (
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag morgen gisteren vanavond vanmiddag overmorgen week weken dagen maand ' +
    'maanden uur uren volgende vorige monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight weeks days ' +
    'month months hour hours next last morning afternoon evening'
  ).split(' '),
);

// "Why is my bill this high?" is answered by any explanation or deed.
const explanation =
  /^(?:waarom|waardoor|hoe komt|hoe kan het|why|how come|what happened|wat is er)\b|\b(?:toelichten|toelichting|uitleggen|explain)\b/i;

function askOf(text: string, words: readonly string[], matter: readonly string[]): CustomerAsk {
  const keywords = words.filter((word) => !openWords.has(word) && !timeWords.has(word));
  return { text, keywords, matter, open: keywords.length === 0 || explanation.test(text) };
}

/** A customer text with its sentences. */
type ReadText = { readonly text: string; readonly sentences: readonly Sentence[] };

/** What is asked in texts that were read already; see {@link customerAsks}. */
export function asksIn(wish: DraftContext['wish'], texts: readonly ReadText[]): CustomerAsk[] {
  const asked = wish === null ? [] : [{ said: wish.text, words: wish.keywords }];
  for (const { text, sentences } of texts) {
    for (const sentence of sentences) {
      if (!sentence.question) continue;
      const said = text.slice(sentence.start, sentence.end);
      const words = keywordsOf(sentence);
      if (words.length > 0 && !rhetorical.test(said)) asked.push({ said, words });
    }
  }
  if (asked.length === 0) return [];
  const matter = contentWords(texts.flatMap(({ sentences }) => sentences.flatMap(({ tokens }) => tokens)));
  return asked.map(({ said, words }) => askOf(said, words, matter));
}

/** What the customer asks for: the wish that was read, else the questions that want an answer. Empty when nothing is asked. */
export function customerAsks({ wish, customerTexts }: Pick<DraftContext, 'wish' | 'customerTexts'>): CustomerAsk[] {
  return asksIn(
    wish,
    customerTexts.map((text) => ({ text, sentences: readSentences(text) })),
  );
}
