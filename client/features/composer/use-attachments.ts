import { useRef, useState } from 'react';
import type { ComposerQuery } from '#client/gql/graphql.ts';
import type { LocalText } from '#client/lib/i18n/language.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';

/** What may be attached. */
export type MediaOptions = NonNullable<NonNullable<ComposerQuery['conversation']>['mediaOptions']>;

/** A file on the draft: on its way to us, with us, or refused. */
export type Attached = {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly state: 'sending' | 'ready' | 'refused';
  /** Where it is with us once it is ready. */
  readonly file: { readonly id: string; readonly url: string; readonly kind: string } | null;
  readonly problem: string | null;
};

type Place = { readonly media: MediaOptions | null; readonly privately: boolean };

type Answer = {
  readonly file?: { readonly id: string; readonly url: string; readonly kind: string };
  readonly errors?: readonly { readonly extensions?: { readonly message?: LocalText } }[];
};

/** Hands a file over as bare bytes: a type no form can send. Throws what to tell the user when it is not taken. */
async function handOver(file: File, conversationId: string, privately: boolean): Promise<Answer> {
  const query = new URLSearchParams({
    conversation: conversationId,
    name: file.name,
    ...(privately ? { private: '1' } : {}),
  });
  const response = await fetch(`/media?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return (await response.json()) as Answer;
}

/** Files of the draft: each is checked against the limits here, sent to us at once, and checked there by its bytes. */
export function useAttachments(conversationId: string, { media, privately }: Place) {
  const { t, pick } = useLanguage();
  const [list, setList] = useState<readonly Attached[]>([]);
  const nextKey = useRef(0);

  const change = (key: number, part: Partial<Attached>): void => {
    setList((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each)));
  };
  const misfitOf = (file: File): string | null => {
    if (media === null || file.size === 0) return t.attach.empty(file.name);
    // A browser that does not know the type leaves it to the server, which looks at the bytes.
    const fitting = media.rules.filter((rule) => file.type === '' || rule.mimeTypes.includes(file.type));
    if (fitting.length === 0) return t.attach.wrongKind(file.name, pick(media.limits));
    const largest = Math.max(...fitting.map((rule) => rule.maxBytes));
    return file.size > largest ? t.attach.tooLarge(file.name, sizeText(file.size), sizeText(largest)) : null;
  };
  const take = async (key: number, file: File): Promise<void> => {
    try {
      const answer = await handOver(file, conversationId, privately);
      const words = answer.errors?.[0]?.extensions?.message;
      if (answer.file) change(key, { state: 'ready', file: answer.file });
      else change(key, { state: 'refused', problem: words ? pick(words) : t.attach.failed(file.name) });
    } catch (error) {
      console.error(error);
      change(key, { state: 'refused', problem: t.attach.failed(file.name) });
    }
  };
  return {
    list,
    options: media,
    readyIds: list.flatMap(({ file, state }) => (state === 'ready' && file ? [file.id] : [])),
    /** True while a file is on its way, or refused and not taken away yet: sending would leave it out unseen. */
    waiting: list.some(({ state }) => state !== 'ready'),
    add: (files: readonly File[]): void => {
      for (const file of files) {
        const key = nextKey.current;
        nextKey.current += 1;
        const problem = misfitOf(file);
        const state = problem === null ? 'sending' : 'refused';
        setList((before) => [...before, { key, name: file.name, size: file.size, state, file: null, problem }]);
        if (problem === null) void take(key, file);
      }
    },
    remove: (key: number): void => {
      setList((before) => before.filter((each) => each.key !== key));
    },
    clear: (): void => {
      setList([]);
    },
  };
}

/** A size in kilobytes or megabytes. */
export function sizeText(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${String(Math.ceil(kilobytes))} kB` : `${String(Math.round(kilobytes / 102.4) / 10)} MB`;
}
