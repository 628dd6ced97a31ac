import type { CueEffect_SetFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { percentText } from './cue-text.ts';

type Accuracy = CueEffect_SetFragment['figures'][number]['before'];

type CueEffectTableProps = {
  readonly set: CueEffect_SetFragment;
  readonly title: string;
  readonly note: string;
};

const same = (a: Accuracy, b: Accuracy): boolean => a.right === b.right && a.wrong === b.wrong && a.missed === b.missed;

function AccuracyCells({ accuracy }: { readonly accuracy: Accuracy }) {
  const { t, language } = useLanguage();
  const { right, wrong, missed, precision, recall } = accuracy;
  return (
    <>
      <td>
        {percentText(precision ?? null, language)}
        <span className="muted cell__note">{t.cueEffect.counts(right, wrong, missed)}</span>
      </td>
      <td>{percentText(recall ?? null, language)}</td>
    </>
  );
}

/** How signs are found on a set of judged texts before and after a change; those that stay as they are, on request. */
export function CueEffectTable({ set, title, note }: CueEffectTableProps) {
  const { t, pick } = useLanguage();
  const changed = set.figures.filter(({ before, after }) => !same(before, after));
  return (
    <div className="cue-effect__set">
      <h4>{title}</h4>
      <p className="muted">{note}</p>
      {changed.length === 0 ? (
        <p>{t.cueEffect.sameAll}</p>
      ) : (
        <div className="table-box" role="region" aria-label={title} tabIndex={0}>
          <table className="table table--figures">
            <thead>
              <tr>
                <th scope="col">{t.cueEffect.sign}</th>
                {(['before', 'after'] as const).flatMap((moment) =>
                  (['precision', 'recall'] as const).map((figure) => (
                    <th key={`${moment} ${figure}`} scope="col">
                      {t.cueEffect[figure]}, {t.cueEffect[moment]}
                    </th>
                  )),
                )}
              </tr>
            </thead>
            <tbody>
              {changed.map(({ code, label, before, after }) => (
                <tr key={code}>
                  <th scope="row">{pick(label)}</th>
                  <AccuracyCells accuracy={before} />
                  <AccuracyCells accuracy={after} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {changed.length > 0 ? <p className="muted">{t.cueEffect.same}</p> : null}
    </div>
  );
}
