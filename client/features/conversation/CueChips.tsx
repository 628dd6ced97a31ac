import type { CueVerdict, MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { cueStyleOf } from '#client/ui/cue-style.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Popover } from '#client/ui/Popover.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { CueJudgeButtons, QuickJudgeButtons } from './CueJudgeButtons.tsx';
import { useJudgeCue } from './use-judge-cue.ts';

type Message = MessageItem_MessageFragment;
type Label = Message['cueLabels'][number];

/** A sign as a chip: found by the detector, or only seen by people (`cue` null). */
type Sign = {
  readonly code: string;
  readonly label: Label['label'];
  readonly cue: Message['cues'][number] | null;
  readonly labels: readonly Label[];
};

function signsOf({ cues, cueLabels }: Message): Sign[] {
  const labelsOf = (code: string): Label[] => cueLabels.filter((label) => label.code === code);
  const found = cues.map((cue): Sign => ({ code: cue.code, label: cue.label, cue, labels: labelsOf(cue.code) }));
  const known = new Set(found.map(({ code }) => code));
  const seen = new Map(cueLabels.filter(({ code }) => !known.has(code)).map(({ code, label }) => [code, label]));
  return [...found, ...[...seen].map(([code, label]): Sign => ({ code, label, cue: null, labels: labelsOf(code) }))];
}

function SignDetails({ sign }: { readonly sign: Sign }) {
  const { t, pick } = useLanguage();
  const viewer = useViewer();
  const { cue, labels } = sign;
  const spans = cue?.spans ?? labels.flatMap(({ words }) => (words === null ? [] : [words]));
  return (
    <>
      <p className="meaning__title">{pick(sign.label)}</p>
      {spans.map((span) => (
        <p key={span.start}>
          <q className="words">{span.text}</q>
        </p>
      ))}
      {cue ? <p className="muted">{pick(cue.why)}</p> : null}
      {labels.map(({ id, verdict, userId, userName }) =>
        verdict === null ? null : (
          <p key={id} className="muted">
            {t.judge.saidBy(userId === viewer.id ? t.judge.you : userName, t.judge.verdicts[verdict])}
          </p>
        ),
      )}
    </>
  );
}

const icons = { confirmed: 'check', rejected: 'cross', missed: 'plus' } as const;
const keys: Readonly<Record<string, CueVerdict>> = { '+': 'confirmed', '-': 'rejected' };

function SignChip({ message, sign }: { readonly message: Message; readonly sign: Sign }) {
  const { t, pick } = useLanguage();
  const viewer = useViewer();
  const { judge, busy, problem } = useJudgeCue(message.id);
  const { code, cue, labels } = sign;
  const name = pick(sign.label);
  const own = labels.find(({ userId }) => userId === viewer.id)?.verdict ?? null;
  // Without an own judgement the chip shows what colleagues said.
  const shown = own ?? labels.find(({ verdict }) => verdict !== null)?.verdict ?? null;
  const mayJudge = viewer.role !== 'marketing';
  const say = (verdict: CueVerdict): void => {
    void judge({ code, name }, own === verdict ? null : verdict);
  };
  return (
    <li className="cue-chip">
      <Popover
        label={name}
        trigger={({ ref, open, panelId, toggle }) => (
          <button
            ref={(node) => {
              ref.current = node;
            }}
            type="button"
            className={`cue cue--button cue--${cueStyleOf(code)} ${shown === null ? '' : `cue--${shown}`}`.trim()}
            aria-haspopup="dialog"
            aria-expanded={open}
            aria-controls={open ? panelId : undefined}
            aria-keyshortcuts={mayJudge && cue ? '+ -' : undefined}
            onClick={toggle}
            onKeyDown={(event) => {
              const verdict = keys[event.key];
              if (!mayJudge || !cue || verdict === undefined) return;
              event.preventDefault();
              say(verdict);
            }}
          >
            {shown === null ? null : <Icon name={icons[shown]} size={12} />}
            {name}
            {shown === null ? null : <span className="visually-hidden"> ({t.judge.verdicts[shown]})</span>}
          </button>
        )}
      >
        {() => (
          <div className="meaning">
            <SignDetails sign={sign} />
            {mayJudge ? <CueJudgeButtons found={cue !== null} own={own} busy={busy} onVerdict={say} /> : null}
            {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
          </div>
        )}
      </Popover>
      {mayJudge && cue ? <QuickJudgeButtons name={name} own={own} busy={busy} onVerdict={say} /> : null}
    </li>
  );
}

/** The signs of a message as chips in the style of their marks: each tells why it is there and can be confirmed, rejected or, when missed, taken back. */
export function CueChips({ message }: { readonly message: Message }) {
  const { t } = useLanguage();
  const signs = message.deletedAt ? [] : signsOf(message);
  if (signs.length === 0) return null;
  return (
    <ul className="cue-chips" aria-label={t.conversation.signs}>
      {signs.map((sign) => (
        <SignChip key={sign.code} message={message} sign={sign} />
      ))}
    </ul>
  );
}
