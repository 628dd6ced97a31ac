import { useState } from 'react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { SimulationPanel } from './SimulationPanel.tsx';

/** Opens the demo's simulation; absent on a server that does not run the demo. */
export function SimulationButton() {
  const { t } = useLanguage();
  const { demo } = useViewer();
  const [open, setOpen] = useState(false);
  if (!demo) return null;
  return (
    <>
      <button
        type="button"
        className="button button--dashed"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <Icon name="play" size={14} />
        <span className="collapse-narrow">{t.simulation.button}</span>
      </button>
      {open ? (
        <SimulationPanel
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
