import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordHash } from './word-hash.ts';

/** A promise that a sentence must give: `due` is local Amsterdam time 'yyyy-mm-dd HH:MM', 'dated' (any deadline) or 'vague'. */
export type ExpectedPromise = { readonly due: string; readonly act?: string; readonly words?: string };

/** A sentence of the corpus; `at` is local Amsterdam time. No expected promise = the sentence only looks like one. */
export type CorpusSentence = {
  readonly text: string;
  readonly at: string;
  readonly expect: readonly ExpectedPromise[];
  /** It may make further promises that are not written down: only the one that is expected is looked for. */
  readonly more?: boolean;
  /** Where it stands, for reports of misses. */
  readonly source: string;
};

/** The halves of the corpus: one the grammar was tuned on, one kept aside. */
export type PromiseCorpus = {
  readonly tuned: readonly CorpusSentence[];
  readonly keptAside: readonly CorpusSentence[];
};

const folder = fileURLToPath(new URL('../fixtures/promises/', import.meta.url));

/** The bits that the halves of this corpus were drawn by: another choice would mix the tuned with the unseen. */
function mixed(hash: number): number {
  return (hash >>> 13) ^ (hash >>> 5);
}

function sentencesOf(file: string): CorpusSentence[] {
  const lines = readFileSync(path.join(folder, file), 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    line === '' ? [] : { ...(JSON.parse(line) as Omit<CorpusSentence, 'source'>), source: `${file}:${index + 1}` },
  );
}

/** Reads the corpus: files split-*.jsonl are halved by hash, seen-*.jsonl are tuned on and aside-*.jsonl kept aside wholly. */
export function readPromiseCorpus(): PromiseCorpus {
  const files = readdirSync(folder).sort();
  const split = files.filter((file) => /^split-.*\.jsonl$/.test(file)).flatMap(sentencesOf);
  const seen = files.filter((file) => /^seen-.*\.jsonl$/.test(file)).flatMap(sentencesOf);
  const aside = files.filter((file) => /^aside-.*\.jsonl$/.test(file)).flatMap(sentencesOf);
  return {
    tuned: [...seen, ...split.filter(({ text }) => mixed(wordHash(text)) % 2 === 0)],
    keptAside: [...aside, ...split.filter(({ text }) => mixed(wordHash(text)) % 2 !== 0)],
  };
}
