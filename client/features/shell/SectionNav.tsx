import { NavLink } from 'react-router';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { sections } from './sections.ts';

/** The main navigation: what the viewer's role may open. */
export function SectionNav() {
  const { t } = useLanguage();
  const { role } = useViewer();
  return (
    <nav className="topbar__nav" aria-label={t.common.mainNavigation}>
      {sections
        .filter(({ roles }) => roles === undefined || roles.includes(role))
        .map(({ path, icon, title }) => (
          <NavLink key={path} to={path} className="topbar__link">
            <Icon name={icon} />
            <span className="topbar__text">{title(t)}</span>
          </NavLink>
        ))}
    </nav>
  );
}
