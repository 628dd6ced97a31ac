import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordHash } from './word-hash.ts';

/** An annotated customer message of our own; codes as `woordhouder analyse` prints them (docs/cues.md), `wish` the words that ask. */
export type CorpusMessage = {
  readonly id: string;
  readonly lang: 'nl' | 'en';
  readonly text: string;
  readonly dissatisfied: boolean;
  readonly cues: readonly string[];
  readonly wish?: string;
  /** Set where people looked at some signs only (labels exported by the product): nothing else of the message is counted. */
  readonly judged?: readonly string[];
};

/** The halves of the corpus: one that words and rules were tuned on, one kept aside. */
export type CueCorpus = { readonly tuned: readonly CorpusMessage[]; readonly keptAside: readonly CorpusMessage[] };

const folder = fileURLToPath(new URL('../fixtures/cues/', import.meta.url));

function messagesOf(file: string): CorpusMessage[] {
  const lines = readFileSync(path.join(folder, file), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as CorpusMessage);
}

/** Reads the corpus: files seen-*.jsonl belong to the tuned half wholly, aside-*.jsonl to the other; the rest is halved by hash. */
export function readCueCorpus(): CueCorpus {
  const files = readdirSync(folder).sort();
  const seen = files.filter((file) => file.startsWith('seen-')).flatMap(messagesOf);
  const aside = files.filter((file) => file.startsWith('aside-')).flatMap(messagesOf);
  const split = files.filter((file) => !/^(?:seen|aside)-/.test(file)).flatMap(messagesOf);
  const isTuned = ({ text }: CorpusMessage): boolean => (wordHash(text) >>> 7) % 2 === 0;
  return {
    tuned: [...seen, ...split.filter(isTuned)],
    keptAside: [...aside, ...split.filter((message) => !isTuned(message))],
  };
}
