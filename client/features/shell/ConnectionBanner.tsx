import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useConnection, useNetwork } from '#client/lib/connection.ts';
import type { Connection } from '#client/lib/connection.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';

/** Says that the network or the live connection is gone, and reads everything anew once it is back. */
export function ConnectionBanner({ connection }: { readonly connection: Connection }) {
  const { t } = useLanguage();
  const client = useApolloClient();
  const online = useNetwork();
  const state = useConnection(connection);
  const wasLost = useRef(false);
  useEffect(() => {
    if (state === 'lost') wasLost.current = true;
    if (state !== 'live' || !wasLost.current) return;
    wasLost.current = false;
    // Changes of the time without a connection were not pushed to us.
    client.refetchQueries({ include: 'active' }).catch((error: unknown) => {
      console.error(error);
    });
  }, [client, state]);
  const lost = state === 'lost';
  return (
    <div role="status" className={!online || lost ? 'banner' : undefined}>
      {online && !lost ? null : (
        <>
          <Icon name="alert" />
          <span>{online ? t.common.liveLost : t.common.offline}</span>
        </>
      )}
    </div>
  );
}
