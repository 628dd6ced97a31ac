import { Suspense, useEffect, useRef } from 'react';
import { NavLink, Navigate, Outlet, useLocation } from 'react-router';
import type { RouteObject } from 'react-router';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { EmptyState, Skeleton } from '#client/ui/StateViews.tsx';
import type { SettingsSection } from './settings-sections.ts';

type SettingsPageProps = { readonly sections: readonly SettingsSection[] };

function useOwnSections(sections: readonly SettingsSection[]): readonly SettingsSection[] {
  const { role } = useViewer();
  return sections.filter((section) => section.roles.includes(role));
}

function SettingsNav({ sections }: SettingsPageProps) {
  const { t } = useLanguage();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const strip = nav.current;
    const current = strip?.querySelector<HTMLElement>('[aria-current="page"]');
    // On a phone the sections are one line: the one that is open must be in sight.
    if (strip && current) strip.scrollLeft = current.offsetLeft - strip.offsetLeft - 24;
  }, [pathname]);
  return (
    <nav ref={nav} className="settings-nav" aria-label={t.settings.title}>
      {sections.map(({ path, icon, title }) => (
        <NavLink key={path} to={`/settings/${path}`} className="settings-nav__link">
          <Icon name={icon} size={16} /> {title(t)}
        </NavLink>
      ))}
    </nav>
  );
}

function SettingsPage({ sections }: SettingsPageProps) {
  const { t } = useLanguage();
  const own = useOwnSections(sections);
  if (own.length === 0) {
    return (
      <div className="page">
        <h1>{t.settings.title}</h1>
        <EmptyState icon="lock" title={t.settings.noAccess} />
      </div>
    );
  }
  return (
    <div className="page page--settings">
      <h1>{t.settings.title}</h1>
      <SettingsNav sections={own} />
      <div className="settings-body">
        <Outlet />
      </div>
    </div>
  );
}

function FirstSection({ sections }: SettingsPageProps) {
  const [first] = useOwnSections(sections);
  return first ? <Navigate to={`/settings/${first.path}`} replace /> : null;
}

function SectionView({ section }: { readonly section: SettingsSection }) {
  const { role } = useViewer();
  const { t } = useLanguage();
  const { View, path, roles } = section;
  if (!roles.includes(role)) return <EmptyState icon="lock" title={t.settings.noAccess} />;
  return (
    <ErrorBoundary resetKey={path}>
      <Suspense fallback={<Skeleton blocks={2} />}>
        <View />
      </Suspense>
    </ErrorBoundary>
  );
}

/** The route of the settings with one child for each section; for the roles that each names. */
export function settingsRoute(sections: readonly SettingsSection[]): RouteObject {
  return {
    path: 'settings',
    element: <SettingsPage sections={sections} />,
    children: [
      { index: true, element: <FirstSection sections={sections} /> },
      ...sections.map((section) => ({ path: section.path, element: <SectionView section={section} /> })),
    ],
  };
}
