import type { ApolloServer } from '@apollo/server';
import type { PlatformSimulator } from '#server/channels/simulator/index.ts';
import type { MovableClock } from '#server/clock.ts';
import type { GraphQLContext, SessionViewer } from '#server/graphql/context.ts';
import type { RequestFacts } from '#server/http/request-facts.ts';
import type { ChannelAccountDoc } from '#server/modules/channel-accounts/index.ts';
import type { Modules } from '#server/modules/modules.ts';
import type { StoryChannel } from './story.ts';

/** What of the running server the demo is played on. */
export type PlayedApp = {
  readonly modules: Modules;
  readonly apollo: ApolloServer<GraphQLContext>;
  contextOf(facts: RequestFacts): GraphQLContext;
  /** Resolves when everything received is taken in and everything queued is sent. */
  settled(): Promise<void>;
};

/** Runs one GraphQL operation as a user, through the same schema and access rules as a browser; throws on errors. */
export type ExecuteAs = (
  viewer: SessionViewer,
  source: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Record<string, unknown>>;

/** What replaying stories needs: the running server with its played platforms and a clock that can be moved. */
export type DemoWorld = {
  readonly modules: Modules;
  readonly simulator: PlatformSimulator;
  readonly clock: MovableClock;
  readonly brandId: string;
  readonly accounts: Readonly<Record<StoryChannel, ChannelAccountDoc>>;
  /** Users of the demo brand by e-mail address. */
  readonly users: ReadonlyMap<string, SessionViewer>;
  readonly execute: ExecuteAs;
  /** Resolves when everything received is taken in and everything queued is sent. */
  settled(): Promise<void>;
};
