/** What a word can be in a commitment; a word may be several at once. */
export const wordClass = {
  /** we, ik; we, I */
  self: 1,
  /** een collega, ons team; a colleague, our team */
  staff: 2,
  /** Somebody else's people: the carrier, the airline. */
  outsider: 4,
  /** je, u; you */
  customer: 8,
  /** uw, jouw; your */
  yours: 16,
  /** krijgt, ontvangt; get, receive */
  receive: 32,
  /** hoort, verneemt; hear */
  hear: 64,
  /** is, zijn; is, are, be */
  be: 128,
  /** heeft, hebben; have, has */
  have: 256,
  /** wordt, worden */
  become: 512,
  /** zal, gaan; will, going */
  will: 1024,
  /** kan, mag; can, may, should */
  modal: 2048,
  /** streven, hopen; aim, hope */
  aim: 4096,
  call: 8192,
  /** A verb of answering or telling. */
  tell: 16384,
  /** A noun for an answer. */
  answer: 32768,
  /** A verb of doing something for the customer. */
  act: 65536,
  /** A verb that promises nothing, whoever is its subject. */
  idle: 131072,
  /** What a customer waits for: money, a parcel, a form. */
  goods: 262144,
  /** A participle of service: teruggestort; refunded */
  done: 524288,
  /** staat, komt, ligt; arrive, reach */
  arrive: 1048576,
  /** A word that is no verb: conjunctions, articles, adverbs. */
  grammar: 2097152,
  preposition: 4194304,
  /** zij, hij, die; they, he */
  anyone: 8388608,
  /** Makes a promise without any time words: uitzoeken, terugkomen; look into. */
  alone: 16777216,
  /** Particle of a separable verb: terug, op, uit. */
  particle: 33554432,
  /** A verb that a particle elsewhere in the clause makes a deed: "stelt … op", "sluiten … aan". */
  split: 67108864,
} as const;

/** Words and phrases of one class list: separated by spaces. */
export function listed(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '');
}

/** A dictionary of word classes; `guess` classes unlisted words by their shape. */
export type WordBook = { readonly classesOf: (word: string) => number };

/** Makes a word book from class lists and a guess for the rest. */
export function createWordBook(
  lists: readonly (readonly [classes: number, words: readonly string[]])[],
  guess: (word: string) => number,
): WordBook {
  const known = new Map<string, number>();
  for (const [classes, words] of lists) for (const word of words) known.set(word, (known.get(word) ?? 0) | classes);
  return { classesOf: (word) => known.get(word) ?? guess(word) };
}
