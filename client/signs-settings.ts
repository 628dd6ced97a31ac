import { lazy } from 'react';
import { settingRoles } from './features/settings/settings-sections.ts';
import type { SettingsSection } from './features/settings/settings-sections.ts';

const CueWordsSection = lazy(async () => ({
  default: (await import('./features/cues/CueWordsSection.tsx')).CueWordsSection,
}));
const CueLabelsSection = lazy(async () => ({
  default: (await import('./features/cues/CueLabelsSection.tsx')).CueLabelsSection,
}));
const DeviationsSection = lazy(async () => ({
  default: (await import('./features/deviations/DeviationsSection.tsx')).DeviationsSection,
}));

/** The settings' pages of signs in customers' texts and of replies that left the rules. */
export const signsSettings: readonly SettingsSection[] = [
  { path: 'sign-words', icon: 'spark', title: (t) => t.cueWords.title, roles: settingRoles, View: CueWordsSection },
  { path: 'sign-labels', icon: 'check', title: (t) => t.cueLabels.title, roles: settingRoles, View: CueLabelsSection },
  { path: 'deviations', icon: 'flag', title: (t) => t.deviations.title, roles: settingRoles, View: DeviationsSection },
];
