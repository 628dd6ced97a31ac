import type { MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { cueStyleOf } from '#client/ui/cue-style.ts';
import { Popover } from '#client/ui/Popover.tsx';

/** The signs of a message as chips in the style of their marks; each tells why it is there. */
export function CueChips({ cues }: { readonly cues: MessageItem_MessageFragment['cues'] }) {
  const { t, pick } = useLanguage();
  return (
    <ul className="cue-chips" aria-label={t.conversation.signs}>
      {cues.map((cue) => (
        <li key={cue.code}>
          <Popover
            label={pick(cue.label)}
            trigger={({ ref, open, panelId, toggle }) => (
              <button
                ref={(node) => {
                  ref.current = node;
                }}
                type="button"
                className={`cue cue--button cue--${cueStyleOf(cue.code)}`}
                aria-haspopup="dialog"
                aria-expanded={open}
                aria-controls={open ? panelId : undefined}
                onClick={toggle}
              >
                {pick(cue.label)}
              </button>
            )}
          >
            {() => (
              <div className="meaning">
                <p className="meaning__title">{pick(cue.label)}</p>
                {cue.spans.map((span) => (
                  <p key={span.start}>
                    <q className="words">{span.text}</q>
                  </p>
                ))}
                <p className="muted">{pick(cue.why)}</p>
              </div>
            )}
          </Popover>
        </li>
      ))}
    </ul>
  );
}
