import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Popover } from '#client/ui/Popover.tsx';
import { PromiseBadge } from '#client/ui/PromiseBadge.tsx';
import { PromiseFacts } from '#client/ui/PromiseFacts.tsx';
import type { PromiseWithFacts } from '#client/ui/PromiseFacts.tsx';

type ChainPromise = PromiseWithFacts & { readonly id: string };

/** All promises to the customer in the order they were made, so that a newer one never hides the first miss. */
export function PromiseChain({ promises }: { readonly promises: readonly ChainPromise[] }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="chain-title">
      <h2 id="chain-title" className="aside__title">
        {t.contact.promises}
      </h2>
      {promises.length === 0 ? <p className="muted">{t.contact.promisesEmpty}</p> : null}
      <ol className="chain">
        {promises.map((promise) => (
          <li key={promise.id} className={promise.onTopOfMissed ? 'chain__link chain__link--on-missed' : 'chain__link'}>
            <Popover
              label={t.promise.title}
              trigger={({ ref, open, panelId, toggle }) => (
                <button
                  ref={(node) => {
                    ref.current = node;
                  }}
                  type="button"
                  className="chain__button"
                  aria-haspopup="dialog"
                  aria-expanded={open}
                  aria-controls={open ? panelId : undefined}
                  onClick={toggle}
                >
                  <PromiseBadge promise={promise} />
                </button>
              )}
            >
              {() => <PromiseFacts promise={promise} />}
            </Popover>
            {promise.onTopOfMissed ? <span className="chain__note">{t.promise.onTopOfMissed}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
