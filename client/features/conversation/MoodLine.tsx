import type { MessageItem_MessageFragment, MoodLine_ConversationFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { moodWords } from '#client/lib/i18n/mood.ts';
import { useNow } from '#client/lib/present.ts';
import { moodOf } from '#shared/emotion/mood.ts';
import type { Mood, MoodPoint } from '#shared/emotion/mood.ts';

type Message = MessageItem_MessageFragment;
type MoodLineProps = {
  readonly conversation: MoodLine_ConversationFragment;
  readonly messages: readonly Message[];
};

const width = 120;
const height = 28;
const margin = 4;

/** Where the points lie on the line: oldest left, upset on top. */
export function sparkline(points: readonly MoodPoint[]): { x: number; y: number }[] {
  const step = points.length > 1 ? (width - 2 * margin) / (points.length - 1) : 0;
  return points.map(({ tension }, index) => ({
    x: Math.round((margin + index * step) * 10) / 10,
    y: Math.round((margin + (1 - tension) * (height - 2 * margin)) * 10) / 10,
  }));
}

function Sparkline({ mood, label }: { readonly mood: Mood; readonly label: string }) {
  const places = sparkline(mood.points);
  const last = places.at(-1);
  return (
    <svg className="mood__line" viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={label}>
      <polyline points={places.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')} />
      {last ? <circle cx={last.x} cy={last.y} r="3" /> : null}
    </svg>
  );
}

/** What the customer asks for, and how the mood goes over the conversation: in words, with a small line beside them. */
export function MoodLine({ conversation, messages }: MoodLineProps) {
  const { language, pick } = useLanguage();
  const now = useNow();
  const words = moodWords[language];
  const fromCustomer = messages.filter(({ direction, deletedAt }) => direction === 'in' && deletedAt === null);
  if (fromCustomer.length === 0) return null;
  const { clock, promises } = conversation;
  const since = clock === null ? null : Date.parse(clock.startedAt);
  const mood = moodOf(
    fromCustomer.map(({ id, sentAt, cues }) => ({ id, sentAt: new Date(sentAt), cues })),
    {
      waitedMs: since === null ? 0 : now.getTime() - since,
      contactMoments: since === null ? 0 : fromCustomer.filter(({ sentAt }) => Date.parse(sentAt) >= since).length,
      missedPromise: since !== null && promises.some(({ state }) => state === 'missed'),
    },
  );
  const wish = fromCustomer.findLast((message) => message.wish !== null)?.wish ?? null;
  return (
    <section className="mood" aria-label={words.title}>
      {wish ? (
        <p className="mood__wish">
          <span className="mood__label">{words.wish}</span> <q>{wish.text}</q>
        </p>
      ) : null}
      <p className="mood__course">
        {mood.points.length > 1 ? <Sparkline mood={mood} label={words.line(mood.points.length)} /> : null}
        <span>
          <span className="mood__label">{words.mood}</span> <strong>{words.trends[mood.trend]}</strong>
          <span className="muted"> · {pick(mood.reason)}</span>
        </span>
      </p>
    </section>
  );
}
