import type { CueVerdict } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';

type JudgeProps = {
  /** What the viewer said; null when nothing. Saying the same again takes it back. */
  readonly own: CueVerdict | null;
  readonly busy: boolean;
  readonly onVerdict: (verdict: CueVerdict) => void;
};

const choices = [
  { verdict: 'confirmed', icon: 'check', text: 'right', named: 'rightOf' },
  { verdict: 'rejected', icon: 'cross', text: 'wrong', named: 'wrongOf' },
] as const;

/** Confirm and reject in words, inside the explanation of a sign; a sign that only people saw can be taken back by who marked it. */
export function CueJudgeButtons({ found, own, busy, onVerdict }: JudgeProps & { readonly found: boolean }) {
  const { t } = useLanguage();
  if (!found && own === null) return null;
  return (
    <>
      <div className="form__buttons">
        {found
          ? choices.map(({ verdict, icon, text }) => (
              <button
                key={verdict}
                type="button"
                className="button button--small"
                aria-pressed={own === verdict}
                disabled={busy}
                onClick={() => {
                  onVerdict(verdict);
                }}
              >
                <Icon name={icon} size={14} /> {t.judge[text]}
              </button>
            ))
          : null}
        {own === null ? null : (
          <button
            type="button"
            className="button button--small button--quiet"
            disabled={busy}
            onClick={() => {
              onVerdict(own);
            }}
          >
            {t.judge.undo}
          </button>
        )}
      </div>
      {found ? <p className="muted meaning__keys">{t.judge.keys}</p> : null}
    </>
  );
}

/** The same as two marks beside the chip: one click, shown while the message has the pointer or the focus. */
export function QuickJudgeButtons({ name, own, busy, onVerdict }: JudgeProps & { readonly name: string }) {
  const { t } = useLanguage();
  return (
    <span className="cue-judge">
      {choices.map(({ verdict, icon, named }) => (
        <button
          key={verdict}
          type="button"
          className="cue-judge__button"
          aria-pressed={own === verdict}
          aria-label={t.judge[named](name)}
          title={t.judge[named](name)}
          disabled={busy}
          onClick={() => {
            onVerdict(verdict);
          }}
        >
          <Icon name={icon} size={13} />
        </button>
      ))}
    </span>
  );
}
