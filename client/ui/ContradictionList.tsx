import type { PromiseSimulation } from '#client/lib/promise-simulation.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { CopyWording } from './CopyWording.tsx';
import { Notice } from './StateViews.tsx';

type Contradictions = PromiseSimulation['contradictions'];
type Remedy = Contradictions[number]['remedy'];

function RemedyLine({ remedy }: { readonly remedy: NonNullable<Remedy> }) {
  const { t, pick } = useLanguage();
  const { kind, wording, channel } = remedy;
  if (kind === 'callback' || !wording) return <p>{t.advice.callback}</p>;
  const words = pick(wording);
  return (
    <div className="advice-remedy">
      <p>{kind === 'otherChannel' ? t.advice.otherChannel(channel?.label ?? '', words) : t.advice.adjust(words)}</p>
      {kind === 'adjust' ? <CopyWording text={words} /> : null}
    </div>
  );
}

/** What speaks against sending a text now, with what to do instead; says so when nothing does. */
export function ContradictionList({ contradictions }: { readonly contradictions: Contradictions }) {
  const { t, pick } = useLanguage();
  const [first] = contradictions;
  if (!first) return <Notice tone="good">{t.advice.fits}</Notice>;
  return (
    <Notice tone="warn">
      <p>
        <strong>{t.advice.contradicts}</strong>
      </p>
      <ul className="advice-reasons">
        {contradictions.map(({ code, words }) => (
          <li key={code}>{pick(words)}</li>
        ))}
      </ul>
      {first.remedy ? <RemedyLine remedy={first.remedy} /> : null}
    </Notice>
  );
}
