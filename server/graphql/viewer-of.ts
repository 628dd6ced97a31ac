import type { GraphQLContext, SessionViewer } from './context.ts';
import { clientError } from './error-codes.ts';

/** The signed-in viewer. The access table lets nobody else come here; throws UNAUTHENTICATED should it ever. */
export function viewerOf(context: Pick<GraphQLContext, 'viewer'>): SessionViewer {
  if (context.viewer === null) throw clientError('UNAUTHENTICATED');
  return context.viewer;
}

/** What a null of something that must exist means: the data is inconsistent. */
export function existing<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`${what} is missing`);
  return value;
}
