import { useMutation, useSubscription } from '@apollo/client/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { graphql } from '#client/gql/index.ts';
import { Announcer } from '#client/lib/Announcer.tsx';
import type { Connection } from '#client/lib/connection.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { setServerPresent } from '#client/lib/present.ts';
import { ShortcutProvider, useShortcut } from '#client/lib/ShortcutProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { LanguageSwitch } from '#client/ui/LanguageSwitch.tsx';
import { Wordmark } from '#client/ui/Wordmark.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { SectionNav } from './SectionNav.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { useCatchUp } from './use-catch-up.ts';

const ServerTimeDocument = graphql(`
  subscription AppShell_serverTime {
    serverTime
  }
`);

const SignOutDocument = graphql(`
  mutation AppShell_signOut {
    signOut
  }
`);

type AppShellProps = { readonly connection: Connection; readonly tools: ReactNode; readonly bell: ReactNode };

function useSignOut(): () => void {
  const [signOut] = useMutation(SignOutDocument);
  return () => {
    signOut()
      .catch((error: unknown) => {
        console.error(error);
      })
      .finally(() => {
        // A new page and an empty session storage leave nothing of the customers behind on a shared computer.
        sessionStorage.clear();
        globalThis.location.assign('/');
      });
  };
}

function TopBar({
  tools,
  bell,
  onHelp,
}: {
  readonly tools: ReactNode;
  readonly bell: ReactNode;
  readonly onHelp: () => void;
}) {
  const { t } = useLanguage();
  const viewer = useViewer();
  const signOut = useSignOut();
  return (
    <header className="topbar">
      <Wordmark />
      <span className="topbar__brand">{viewer.brandName}</span>
      <SectionNav />
      <div className="topbar__tools">
        {tools}
        {bell}
        <button
          type="button"
          className="button button--quiet button--icon hide-narrow"
          onClick={onHelp}
          aria-label={t.keyboard.title}
        >
          <Icon name="question" size={18} />
        </button>
        <LanguageSwitch />
        <span className="topbar__user hide-narrow" title={t.common.signedInAs(viewer.name)}>
          {viewer.name}
        </span>
        <button
          type="button"
          className="button button--quiet button--icon"
          onClick={signOut}
          aria-label={t.common.signOut}
          title={t.common.signOut}
        >
          <Icon name="exit" size={18} />
        </button>
      </div>
    </header>
  );
}

function ShellFrame({ connection, tools, bell }: AppShellProps) {
  const { t } = useLanguage();
  const [help, setHelp] = useState(false);
  const navigate = useNavigate();
  useCatchUp(connection);
  useShortcut('help', () => {
    setHelp(true);
  });
  useShortcut('goInbox', () => {
    void navigate('/inbox');
  });
  useSubscription(ServerTimeDocument, {
    ignoreResults: true,
    onData: ({ data }) => {
      if (data.data) setServerPresent(data.data.serverTime);
    },
  });
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t.common.skipToContent}
      </a>
      <TopBar
        tools={tools}
        bell={bell}
        onHelp={() => {
          setHelp(true);
        }}
      />
      <ConnectionBanner connection={connection} />
      <main id="content" className="shell__content" tabIndex={-1}>
        <ErrorBoundary>
          <Outlet />
        </ErrorBoundary>
      </main>
      {help ? (
        <ShortcutHelp
          onClose={() => {
            setHelp(false);
          }}
        />
      ) : null}
    </div>
  );
}

/** The frame around every signed-in screen: top bar, offline banner, announcements and keyboard shortcuts. */
export function AppShell(props: AppShellProps) {
  return (
    <Announcer>
      <ShortcutProvider>
        <ShellFrame {...props} />
      </ShortcutProvider>
    </Announcer>
  );
}
