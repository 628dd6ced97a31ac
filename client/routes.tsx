import { lazy } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import type { RouteObject } from 'react-router';
import { AlertBell } from './features/alerts/AlertBell.tsx';
import { SessionGate } from './features/session/SessionGate.tsx';
import { settingsRoute } from './features/settings/SettingsPage.tsx';
import { settingRoles, settingsSections } from './features/settings/settings-sections.ts';
import type { SettingsSection } from './features/settings/settings-sections.ts';
import { qualitySettings } from './quality-settings.ts';
import { signsSettings } from './signs-settings.ts';
import { templatesSettings } from './template-settings.ts';
import { AppShell } from './features/shell/AppShell.tsx';
import { MissingPage } from './features/shell/MissingPage.tsx';
import { SimulationButton } from './features/simulation/SimulationButton.tsx';
import type { Connection } from './lib/connection.ts';
import { Skeleton } from './ui/StateViews.tsx';

const notificationsSection: SettingsSection = {
  path: 'alerts',
  icon: 'bell',
  title: (t) => t.notifications.title,
  roles: settingRoles,
  View: lazy(async () => ({
    default: (await import('./features/notifications/NotificationsSection.tsx')).NotificationsSection,
  })),
};

/** Screens come as files of their own, fetched when first opened; a file that cannot be fetched leaves the frame standing. */
const screens: RouteObject[] = [
  {
    path: 'inbox',
    lazy: async () => ({ Component: (await import('./features/inbox/InboxPage.tsx')).InboxPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./inbox-routes.tsx')).NothingChosenRoute }) },
      {
        path: ':conversationId',
        lazy: async () => ({ Component: (await import('./inbox-routes.tsx')).ConversationRoute }),
      },
    ],
  },
  {
    path: 'promises',
    lazy: async () => ({
      Component: (await import('./features/promise-board/PromiseBoardPage.tsx')).PromiseBoardPage,
    }),
  },
  {
    path: 'alerts',
    lazy: async () => ({
      Component: (await import('./features/alerts/AlertHistoryPage.tsx')).AlertHistoryPage,
    }),
  },
  { path: 'report', lazy: async () => ({ Component: (await import('./features/report/ReportPage.tsx')).ReportPage }) },
  { path: 'advice', lazy: async () => ({ Component: (await import('./features/advice/AdvicePage.tsx')).AdvicePage }) },
  { path: 'signs', lazy: async () => ({ Component: (await import('./features/cues/CueTrendPage.tsx')).CueTrendPage }) },
  settingsRoute([...settingsSections, ...signsSettings, qualitySettings, templatesSettings, notificationsSection]),
];

/** The screens and what they are made of; with `inbox-routes.tsx` the only place where features meet. */
export function createRoutes(connection: Connection): RouteObject[] {
  return [
    {
      element: (
        <SessionGate>
          <AppShell connection={connection} tools={<SimulationButton />} bell={<AlertBell />} />
        </SessionGate>
      ),
      errorElement: <MissingPage crashed />,
      // Shown while the first screen comes.
      HydrateFallback: () => <Skeleton blocks={3} />,
      children: [
        { index: true, element: <Navigate to="/inbox" replace /> },
        { errorElement: <MissingPage crashed />, children: screens },
        { path: '*', element: <MissingPage /> },
      ],
    },
  ];
}

/** The router of the browser. */
export function createRouter(connection: Connection): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(createRoutes(connection));
}
