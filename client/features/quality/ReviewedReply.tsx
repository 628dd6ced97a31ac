import { Link } from 'react-router';
import type { ReviewCaseQuery } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { formatDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { channelIcon, Icon } from '#client/ui/Icon.tsx';

type Case = NonNullable<ReviewCaseQuery['reviewCase']>;
type CaseProps = { readonly found: Case };

function Verdict({ late, children }: { readonly late: boolean; readonly children: string }) {
  return (
    <span className={late ? 'is-bad' : 'is-good'}>
      <Icon name={late ? 'cross' : 'check'} size={14} /> {children}
    </span>
  );
}

function TimeFacts({ found }: CaseProps) {
  const { t, language } = useLanguage();
  const { tookMs, normMs, normLateMs, promise, promiseLateMs } = found;
  const text = (ms: number): string => formatDuration(ms, language);
  if (tookMs === null && promise === null) return <p className="muted">{t.quality.nobodyWaited}</p>;
  const late = normLateMs ?? 0;
  return (
    <dl className="quality-facts">
      {tookMs === null ? null : (
        <div>
          <dt>{t.quality.took}</dt>
          <dd>
            {text(tookMs)},{' '}
            <Verdict late={late > 0}>
              {late > 0 ? t.quality.normMissed(text(late), text(normMs)) : t.quality.normMet(text(normMs))}
            </Verdict>
          </dd>
        </div>
      )}
      {promise === null || promiseLateMs === null ? null : (
        <div>
          <dt>{t.quality.promise}</dt>
          <dd>
            <q className="words">{promise.wording.text}</q>,{' '}
            <Verdict late={promiseLateMs > 0}>
              {promiseLateMs > 0 ? t.quality.promiseMissed(text(promiseLateMs)) : t.quality.promiseMet}
            </Verdict>
          </dd>
        </div>
      )}
    </dl>
  );
}

const icons = { error: 'alert', warn: 'flag', hint: 'spark' } as const;

function Findings({ found }: CaseProps) {
  const { t, pick } = useLanguage();
  const { findings, reply } = found;
  return (
    <section>
      <h4>{t.quality.check}</h4>
      {findings.length === 0 ? (
        <p className="composer__clean">
          <Icon name="check" /> {t.quality.clean}
        </p>
      ) : (
        <ul className="findings">
          {findings.map(({ code, level, message, start, end }) => (
            <li key={code} className={`finding finding--${level}`}>
              <Icon name={icons[level]} />
              <p>
                <strong className="finding__level">{t.composer.levels[level]}</strong> {pick(message)}{' '}
                {start !== null && end !== null && end > start ? (
                  <q className="words">{reply.text.slice(start, end)}</q>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="muted">{t.quality.checkHint}</p>
    </section>
  );
}

/** A reply with what the customer wrote, how long it took and what the check says. */
export function ReviewedReply({ found }: CaseProps) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const { reply, writer, contact, customerMessages } = found;
  return (
    <div className="quality-case">
      <section>
        <h4>{t.quality.customer}</h4>
        {customerMessages.length === 0 ? <p className="muted">{t.quality.noCustomer}</p> : null}
        {customerMessages.map(({ id, sentAt, text }) => (
          <blockquote key={id} className="quality-text">
            <p className="muted">
              {contact ? `${contact.displayName} · ` : ''}
              {dates.moment(sentAt, now)}
            </p>
            <p className="words">{text}</p>
          </blockquote>
        ))}
      </section>
      <section>
        <h4>{t.quality.answer}</h4>
        <blockquote className="quality-text quality-text--own">
          <p className="muted">
            <Icon name={channelIcon(reply.channel.name)} label={reply.channel.label} size={14} />{' '}
            {t.quality.by(writer?.name ?? t.quality.unknownWriter)} · {dates.moment(reply.sentAt, now)}
          </p>
          <p className="words">{reply.text}</p>
        </blockquote>
        <TimeFacts found={found} />
        <Link to={`/inbox/${reply.conversationId}`}>{t.quality.open}</Link>
      </section>
      <Findings found={found} />
    </div>
  );
}
