import type { MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { markText } from '#client/lib/marked-text.ts';
import type { Mark, MarkedSegment } from '#client/lib/marked-text.ts';
import { cueStyleOf } from '#client/ui/cue-style.ts';
import { PromiseFacts } from '#client/ui/PromiseFacts.tsx';
import { TextMark } from '#client/ui/TextMark.tsx';
import { PromiseWork } from './PromiseWork.tsx';

type Message = MessageItem_MessageFragment;
type Meaning =
  | { readonly kind: 'cue'; readonly cue: Message['cues'][number] }
  | { readonly kind: 'wish'; readonly wish: NonNullable<Message['wish']> }
  | { readonly kind: 'promise'; readonly promise: Message['promises'][number] };

function marksOf(message: Message): Mark<Meaning>[] {
  const cues = message.cues.flatMap((cue) =>
    cue.spans.map(({ start, end }): Mark<Meaning> => ({ start, end, value: { kind: 'cue', cue } })),
  );
  const promises = message.promises.map((promise): Mark<Meaning> => {
    const { start, end } = promise.wording;
    return { start, end, value: { kind: 'promise', promise } };
  });
  const { wish } = message;
  const wishes: Mark<Meaning>[] = wish ? [{ start: wish.start, end: wish.end, value: { kind: 'wish', wish } }] : [];
  return [...wishes, ...cues, ...promises];
}

function classOf(meaning: Meaning): string {
  if (meaning.kind === 'cue') return `mark--${cueStyleOf(meaning.cue.code)}`;
  if (meaning.kind === 'wish') return 'mark--wish';
  const { state, settledAt } = meaning.promise;
  return `mark--promise mark--promise-${state === 'missed' && settledAt === null ? 'late' : state}`;
}

function MeaningDetails({ meaning }: { readonly meaning: Meaning }) {
  const { t, pick } = useLanguage();
  if (meaning.kind === 'promise') {
    return (
      <>
        <PromiseFacts promise={meaning.promise} />
        <PromiseWork promise={meaning.promise} />
      </>
    );
  }
  if (meaning.kind === 'wish') {
    return (
      <div className="meaning">
        <p className="meaning__title">{t.conversation.wishTitle}</p>
        <p>
          <q className="words">{meaning.wish.text}</q>
        </p>
        <p className="muted">{t.conversation.wishWhy}</p>
      </div>
    );
  }
  return (
    <div className="meaning">
      <p className="meaning__title">
        <span className={`cue cue--${cueStyleOf(meaning.cue.code)}`}>{pick(meaning.cue.label)}</span>
        <span className="muted">{Math.round(meaning.cue.score * 100)}%</span>
      </p>
      <p>{pick(meaning.cue.why)}</p>
    </div>
  );
}

function Marked({ segment }: { readonly segment: MarkedSegment<Meaning> }) {
  const { t, pick } = useLanguage();
  const labels = segment.values.map((meaning) => {
    if (meaning.kind === 'cue') return pick(meaning.cue.label);
    return meaning.kind === 'wish'
      ? t.conversation.wishTitle
      : `${t.promise.title}: ${pick(meaning.promise.understood)}`;
  });
  const hasPromise = segment.values.some((meaning) => meaning.kind === 'promise');
  return (
    <TextMark
      className={['mark', ...segment.values.map(classOf)].join(' ')}
      label={labels.join(', ')}
      text={segment.text}
      testId={hasPromise ? 'promise-mark' : 'cue-mark'}
    >
      {segment.values.map((meaning, index) => (
        <MeaningDetails key={labels[index]} meaning={meaning} />
      ))}
    </TextMark>
  );
}

/** The words of a message, with signs, wish and promises marked on them. */
export function MessageText({ message }: { readonly message: Message }) {
  return (
    <p className="bubble__text">
      {markText(message.text, marksOf(message)).map((segment) =>
        segment.values.length === 0 ? (
          <span key={segment.start}>{segment.text}</span>
        ) : (
          <Marked key={segment.start} segment={segment} />
        ),
      )}
    </p>
  );
}
