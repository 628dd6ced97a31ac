import { lazy } from 'react';
import type { SettingsSection } from './features/settings/settings-sections.ts';

const QualitySection = lazy(async () => ({
  default: (await import('./features/quality/QualitySection.tsx')).QualitySection,
}));

/** The page where leads score replies and agents read what was said of theirs. */
export const qualitySettings: SettingsSection = {
  path: 'quality',
  icon: 'check',
  title: (t) => t.quality.title,
  roles: ['agent', 'lead', 'admin'],
  View: QualitySection,
};
