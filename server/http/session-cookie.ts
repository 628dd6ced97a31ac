import type { SessionCookie } from '#server/graphql/context.ts';

/** Name of the session cookie. */
const sessionCookieName = 'wh_session';

/** The session token in a `Cookie` header; null when there is none. */
export function tokenOf(header: string | undefined): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === sessionCookieName && value !== undefined && value !== '') return value;
  }
  return null;
}

/** Writes the session cookie of one response; `secure` when browsers reach the server by https. */
export function createSessionCookie(
  response: { append(name: string, value: string): unknown },
  secure: boolean,
): SessionCookie {
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    set: (token, maxAgeMs) => {
      const maxAge = String(Math.floor(maxAgeMs / 1_000));
      response.append('Set-Cookie', `${sessionCookieName}=${token}; Max-Age=${maxAge}; ${attributes}`);
    },
    clear: () => {
      response.append('Set-Cookie', `${sessionCookieName}=; Max-Age=0; ${attributes}`);
    },
  };
}
