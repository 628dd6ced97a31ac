import type { ApolloCache } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ViewerContext } from '#client/lib/viewer.ts';
import type { ViewerInfo } from '#client/lib/viewer.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { SessionGateDocument } from './session-documents.ts';
import { SignInPage } from './SignInPage.tsx';

/** Makes the gate ask to sign in again, where the user is, after the session ended. */
export function forgetViewer(cache: ApolloCache): void {
  cache.writeQuery({ query: SessionGateDocument, data: { viewer: null } });
}

/** Shows its children to signed-in users and the sign-in page to everyone else; the address stays the same. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery(SessionGateDocument);
  const viewer = data?.viewer ?? null;
  const info = useMemo<ViewerInfo | null>(
    () =>
      viewer && {
        id: viewer.user.id,
        name: viewer.user.name,
        role: viewer.user.role,
        brandName: viewer.brand.name,
        timeZone: viewer.brand.timeZone,
        demo: viewer.demo,
      },
    [viewer],
  );
  if (!data && error) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={3} />;
  if (!info) return <SignInPage />;
  return <ViewerContext value={info}>{children}</ViewerContext>;
}
