import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import type { Finding } from './draft-findings.ts';

type FindingListProps = {
  readonly findings: readonly Finding[];
  readonly draft: string;
  readonly acceptedCodes: readonly string[];
  readonly onAccept: (code: string, on: boolean) => void;
  readonly onShow: (start: number, end: number) => void;
};

const icons = { error: 'alert', warn: 'flag', hint: 'spark' } as const;

type FindingLineProps = Omit<FindingListProps, 'findings' | 'acceptedCodes'> & {
  readonly finding: Finding;
  readonly accepted: boolean;
};

function FindingLine({ finding, draft, accepted, onAccept, onShow }: FindingLineProps) {
  const { t, pick } = useLanguage();
  const { code, level, start, end, message, suggestion } = finding;
  return (
    <li className={`finding finding--${level}`} data-code={code}>
      <Icon name={icons[level]} />
      <div className="finding__body">
        <p>
          <strong className="finding__level">{t.composer.levels[level]}</strong> {pick(message)}{' '}
          {start !== null && end !== null && end > start ? (
            <button
              type="button"
              className="link"
              onClick={() => {
                onShow(start, end);
              }}
            >
              <q className="words">{draft.slice(start, end)}</q>
              <span className="visually-hidden"> {t.composer.show}</span>
            </button>
          ) : null}
        </p>
        {suggestion === null ? null : (
          <p className="muted">
            {t.composer.suggestion} {pick(suggestion)}
          </p>
        )}
        {level === 'error' ? (
          <label className="check">
            <input
              type="checkbox"
              checked={accepted}
              onChange={(event) => {
                onAccept(code, event.target.checked);
              }}
            />
            <span>{t.composer.accept}</span>
          </label>
        ) : null}
      </div>
    </li>
  );
}

/** The remarks on the draft; errors can be left on purpose, by ticking them. */
export function FindingList({ findings, acceptedCodes, ...rest }: FindingListProps) {
  const { t } = useLanguage();
  if (rest.draft.trim() === '') return <p className="composer__quiet muted">{t.composer.checkEmpty}</p>;
  if (findings.length === 0) {
    return (
      <p className="composer__quiet composer__clean">
        <Icon name="check" /> {t.composer.checkClean}
      </p>
    );
  }
  return (
    <ul className="findings" aria-label={t.composer.check}>
      {findings.map((finding) => (
        <FindingLine
          key={`${finding.code} ${String(finding.start)}`}
          finding={finding}
          accepted={acceptedCodes.includes(finding.code)}
          {...rest}
        />
      ))}
    </ul>
  );
}
