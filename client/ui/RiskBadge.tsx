import { useLanguage } from '../lib/i18n/LanguageProvider.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

/** What is most at risk in a conversation, as the server says it. */
export type RiskLevel = 'missed' | 'dueSoon' | 'waiting' | 'calm';

/** The drawing of each risk: never the colour alone. */
export const riskIcons: Record<RiskLevel, IconName> = {
  missed: 'alert',
  dueSoon: 'hourglass',
  waiting: 'clock',
  calm: 'calm',
};

/** The risk in a word with its drawing; `detail` adds the time. */
export function RiskBadge({ risk, detail }: { readonly risk: RiskLevel; readonly detail?: string }) {
  const { t } = useLanguage();
  return (
    <span className={`risk risk--${risk}`}>
      <Icon name={riskIcons[risk]} size={14} />
      <span>{t.risk[risk]}</span>
      {detail === undefined ? null : <span className="risk__detail">{detail}</span>}
    </span>
  );
}
