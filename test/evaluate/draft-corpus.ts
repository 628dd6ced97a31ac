import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckInput } from '#shared/replies/check-input.ts';
import { wordHash } from './word-hash.ts';

/** A draft of the corpus with the codes of the findings it deserves, sorted; none = a good reply. */
export type CorpusDraft = CheckInput & { readonly expected: readonly string[]; readonly source: string };

const folder = fileURLToPath(new URL('../fixtures/drafts/', import.meta.url));

/** Reads every draft of test/fixtures/drafts: files seen-*.jsonl were tuned on, aside-*.jsonl kept aside; the rest is halved by hash. */
export function readDraftCorpus(): {
  readonly tuned: readonly CorpusDraft[];
  readonly keptAside: readonly CorpusDraft[];
} {
  const drafts = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          line === ''
            ? []
            : { ...(JSON.parse(line) as Omit<CorpusDraft, 'source'>), source: `${file}:${String(index + 1)}` },
        ),
    );
  const isTuned = ({ draft, source }: CorpusDraft): boolean =>
    source.startsWith('seen-') || (!source.startsWith('aside-') && wordHash(draft) % 2 === 0);
  return { tuned: drafts.filter(isTuned), keptAside: drafts.filter((draft) => !isTuned(draft)) };
}
