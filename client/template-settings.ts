import { lazy } from 'react';
import type { SettingsSection } from './features/settings/settings-sections.ts';

const TemplatesSection = lazy(async () => ({
  default: (await import('./features/templates/TemplatesSection.tsx')).TemplatesSection,
}));

/** The settings' page of templates: agents come here too, because anybody may propose one. */
export const templatesSettings: SettingsSection = {
  path: 'templates',
  icon: 'file',
  title: (t) => t.templates.title,
  roles: ['agent', 'lead', 'admin'],
  View: TemplatesSection,
};
