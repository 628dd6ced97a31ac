import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { Dictionary } from '#client/lib/i18n/nl.ts';
import type { ViewerInfo } from '#client/lib/viewer.ts';
import type { IconName } from '#client/ui/Icon.tsx';

const ChannelsSection = lazy(async () => ({ default: (await import('./ChannelsSection.tsx')).ChannelsSection }));
const HoursSection = lazy(async () => ({ default: (await import('./HoursSection.tsx')).HoursSection }));
const LabelsSection = lazy(async () => ({ default: (await import('./LabelsSection.tsx')).LabelsSection }));
const StatusSection = lazy(async () => ({ default: (await import('./StatusSection.tsx')).StatusSection }));
const NormsSection = lazy(async () => ({ default: (await import('./NormsSection.tsx')).NormsSection }));

/** One page of the settings, at /settings/<path>. A section of another feature is added where the routes are composed. */
export type SettingsSection = {
  readonly path: string;
  readonly icon: IconName;
  readonly title: (t: Dictionary) => string;
  /** Who sees it; the server checks rights by itself. */
  readonly roles: readonly ViewerInfo['role'][];
  /** A file of its own (`lazy`), fetched when first opened. */
  readonly View: ComponentType;
};

/** Those who set things. */
export const settingRoles = ['lead', 'admin'] as const;

/** The sections in the order of the navigation; the first is shown at /settings. */
export const settingsSections: readonly SettingsSection[] = [
  { path: 'channels', icon: 'inbox', title: (t) => t.settings.accounts, roles: settingRoles, View: ChannelsSection },
  { path: 'hours', icon: 'door', title: (t) => t.hours.title, roles: settingRoles, View: HoursSection },
  { path: 'norms', icon: 'clock', title: (t) => t.settings.norms, roles: settingRoles, View: NormsSection },
  { path: 'status', icon: 'globe', title: (t) => t.statusPage.title, roles: settingRoles, View: StatusSection },
  { path: 'corrections', icon: 'pen', title: (t) => t.labels.title, roles: settingRoles, View: LabelsSection },
];
