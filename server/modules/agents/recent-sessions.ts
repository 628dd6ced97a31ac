import type { Clock } from '#server/clock.ts';
import type { SessionViewer } from '#server/graphql/context.ts';

/** Looks a session up; null when it has ended. */
type Lookup = (sessionHash: string) => Promise<SessionViewer | null>;

/** Answers of the last moment. */
export type RecentSessions = {
  /** The viewer of a session, looked up anew when the last answer is older than a second. */
  viewerOf(sessionHash: string): Promise<SessionViewer | null>;
  /** Forgets a session that ended: the next question is looked up. */
  forget(sessionHash: string): void;
};

/** A screen asks several things at once; a session ended by another process is refused after this long at most, in ms. */
const keptMs = 1_000;
const mostKept = 10_000;

/**
 * Keeps the viewers of live sessions for a second, so that the questions of one screen cost one lookup. Ended, unknown
 * and failed ones are never kept. `clock` is the one sessions end by.
 */
export function createRecentSessions(lookup: Lookup, clock: Clock): RecentSessions {
  const kept = new Map<string, { askedAt: number; viewer: Promise<SessionViewer | null> }>();
  return {
    viewerOf: (sessionHash) => {
      const found = kept.get(sessionHash);
      const now = clock.now().getTime();
      if (found && Math.abs(now - found.askedAt) < keptMs) return found.viewer;
      if (kept.size >= mostKept) kept.clear();
      const entry = { askedAt: now, viewer: lookup(sessionHash) };
      kept.set(sessionHash, entry);
      const drop = (): void => {
        if (kept.get(sessionHash) === entry) kept.delete(sessionHash);
      };
      entry.viewer.then((viewer) => {
        if (viewer === null) drop();
      }, drop);
      return entry.viewer;
    },
    forget: (sessionHash) => {
      kept.delete(sessionHash);
    },
  };
}
