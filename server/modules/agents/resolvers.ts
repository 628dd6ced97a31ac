import { clientError } from '#server/graphql/error-codes.ts';
import type { GraphQLContext } from '#server/graphql/context.ts';
import type { Resolvers, ResolversTypes } from '#server/graphql/generated/resolver-types.ts';
import { sessionLongestMs } from './sessions.store.ts';
import type { User } from './users.store.ts';

const refused = {
  nl: 'Het e-mailadres of het wachtwoord klopt niet.',
  en: 'The e-mail address or the password is wrong.',
};

/** Resolvers of schema.graphql. */
export const agentsResolvers: Resolvers = {
  Query: {
    viewer: async (_source, _args, context) => {
      if (context.viewer === null) return null;
      const { brandId, userId } = context.viewer;
      const user = await context.modules.agents.user(brandId, userId);
      return user === null ? null : viewerOf(user, context);
    },
    users: (_source, _args, { viewer, modules }) => {
      if (viewer === null) throw clientError('UNAUTHENTICATED');
      return modules.agents.users(viewer.brandId);
    },
  },
  Mutation: {
    signIn: async (_source, { email, password }, context): Promise<ResolversTypes['SignInResult']> => {
      const { agents } = context.modules;
      const result = await agents.signIn({ email, password, address: context.remoteAddress });
      if (result.outcome === 'throttled') return throttled(result.retryAfterMs);
      if (result.outcome === 'refused') return { __typename: 'SignInRefused', message: refused };
      // A new session every time: one that was planted before signing in must be worth nothing after it.
      if (context.viewer !== null) await agents.signOut(context.viewer.sessionHash);
      context.cookie?.set(result.token, sessionLongestMs);
      const viewer = await viewerOf(result.user, context);
      return { __typename: 'SignInSuccess', viewer };
    },
    signOut: async (_source, _args, { viewer, modules, cookie }) => {
      if (viewer !== null) await modules.agents.signOut(viewer.sessionHash);
      cookie?.clear();
      return true;
    },
  },
  User: {
    email: (user, _args, { viewer }) => {
      const shown = 'own' in user || viewer?.role === 'admin' || viewer?.userId === user.id;
      return shown ? (user.email ?? null) : null;
    },
  },
};

async function viewerOf(user: User, { modules, demo, now }: GraphQLContext): Promise<ResolversTypes['Viewer']> {
  const brand = await modules.agents.brand(user.brandId);
  if (brand === null) throw new Error(`user ${user.id} belongs to no brand`);
  // Marked as the viewer's own: while signing in, the context has no viewer yet.
  const own = { ...user, own: true };
  return { user: own, brand, demo, now };
}

function throttled(retryAfterMs: number): ResolversTypes['SignInResult'] {
  const seconds = String(Math.ceil(retryAfterMs / 1_000));
  return {
    __typename: 'SignInThrottled',
    retryAfterMs,
    message: {
      nl: `Te veel pogingen. Probeer het over ${seconds} seconden opnieuw.`,
      en: `Too many attempts. Try again in ${seconds} seconds.`,
    },
  };
}
