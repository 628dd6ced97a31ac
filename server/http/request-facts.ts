import type { SessionCookie, SessionViewer } from '#server/graphql/context.ts';

/** What the HTTP and socket wiring knows of a request; the context of an execution is made from it. */
export type RequestFacts = {
  readonly viewer: SessionViewer | null;
  /** Shown to the user with an unexpected error and written to the log. */
  readonly requestId: string;
  /** The caller's network address, through trusted proxies only. */
  readonly remoteAddress: string;
  /** Null on sockets. */
  readonly cookie: SessionCookie | null;
};
