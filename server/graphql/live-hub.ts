import { createSourceEventStream } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { Log } from '#server/log.ts';
import { createExecutor } from './compiled-execution.ts';
import type { GraphQLContext, SessionViewer } from './context.ts';
import { formatError, shownCode } from './format-error.ts';
import { createQueue } from './live-bus.ts';
import type { LiveStream } from './live-bus.ts';
import { pumpFrames, type FramesOf } from './live-pump.ts';

/** One subscription of one socket. */
type LiveRequest = {
  /** The query's text: equal texts may share an execution. */
  readonly source: string;
  /** The same, parsed and validated; one subscription operation is meant by `operationName`. */
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: SessionViewer;
  /** Takes a frame: an execution result as JSON text. */
  send(frame: string): void;
};

/** Runs subscriptions once for all who may see the same. */
export type LiveHub = {
  /**
   * Joins the group of viewers with the same brand, role, query and variables. The stream carries nothing (frames go
   * through `send`): it lasts as long as the group, throws when the group failed, and leaves the group when returned.
   * A refused subscription is answered with the result that says why.
   */
  join(request: LiveRequest): Promise<LiveStream<never> | ExecutionResult>;
  /** How many groups run now, and how many subscriptions they serve. */
  size(): { groups: number; members: number };
};

/** What the hub needs. */
export type LiveHubDependencies = {
  readonly schema: GraphQLSchema;
  /** A fresh context of one execution. The viewer is a group: `userId` and `sessionHash` are empty. */
  readonly contextOf: (viewer: SessionViewer) => GraphQLContext;
  readonly log: Log;
};

type Member = { send(frame: string): void; leave(): void; fail(error: Error): void };
type Group = {
  readonly members: Set<Member>;
  /** True once events are listened to. */
  running: boolean;
  readonly started: Promise<AsyncIterable<unknown> | ExecutionResult>;
};

/** Makes a hub. */
export function createLiveHub({ schema, contextOf, log }: LiveHubDependencies): LiveHub {
  const groups = new Map<string, Group>();
  const execute = createExecutor(schema);

  const start = (key: string, request: LiveRequest): Group => {
    const viewer = groupViewer(request.viewer);
    const { document, operationName, variables } = request;
    const members = new Set<Member>();
    // One context for events of the same moment, so that its loaders read for all of them at once.
    const framesOf = async (payloads: readonly unknown[]): Promise<string[]> => {
      // The last one left while events waited: a frame would be for nobody.
      if (members.size === 0) return [];
      const context = contextOf(viewer);
      const frameOf = async (payload: unknown): Promise<string> => {
        const result = await execute({ document, operationName, variables, rootValue: payload, context });
        return JSON.stringify(shownResult(result, context.requestId, log));
      };
      return Promise.all(payloads.map(frameOf));
    };
    const started = createSourceEventStream({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: contextOf(viewer),
    });
    const group: Group = { members, started, running: false };
    groups.set(key, group);
    void pump(group, framesOf).finally(() => {
      if (groups.get(key) === group) groups.delete(key);
    });
    return group;
  };

  return {
    size: () => {
      const running = [...groups.values()].filter((group) => group.running);
      return { groups: running.length, members: running.reduce((sum, group) => sum + group.members.size, 0) };
    },
    join: async (request) => {
      const key = keyOf(request);
      const group = groups.get(key) ?? start(key, request);
      const stream = addMember(group, request, () => {
        // A group that is left empty must be gone at once: who joins next starts a new one.
        if (group.members.size === 0 && groups.get(key) === group) groups.delete(key);
      });
      const source = await group.started;
      return Symbol.asyncIterator in source ? stream : shownResult(source, contextOf(request.viewer).requestId, log);
    },
  };
}

function addMember(group: Group, request: LiveRequest, onLeave: () => void): LiveStream<never> {
  let failure: Error | null = null;
  const { stream } = createQueue<never>(0, 'member', () => {
    group.members.delete(member);
    onLeave();
    if (group.members.size === 0) void stopSource(group);
  });
  const member: Member = {
    send: (frame) => {
      request.send(frame);
    },
    leave: () => void stream.return(),
    fail: (error) => {
      failure = error;
      void stream.return();
    },
  };
  group.members.add(member);
  const next = stream.next.bind(stream);
  stream.next = async () => {
    const result = await next();
    if (failure !== null) throw failure;
    return result;
  };
  return stream;
}

async function stopSource(group: Group): Promise<void> {
  const source = await group.started;
  if (Symbol.asyncIterator in source) await source[Symbol.asyncIterator]().return?.();
}

/** Hands each frame to all; ends the members when the source ends. */
async function pump(group: Group, framesOf: FramesOf): Promise<void> {
  try {
    const source = await group.started;
    if (!(Symbol.asyncIterator in source)) {
      for (const member of [...group.members]) member.leave();
      return;
    }
    group.running = true;
    await pumpFrames(source, framesOf, (frame) => {
      for (const member of [...group.members]) member.send(frame);
    });
    for (const member of [...group.members]) member.leave();
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    for (const member of [...group.members]) member.fail(failure);
  }
}

/** No frame may depend on the one who joined first, so a group has a role and a brand but no user. */
function groupViewer(viewer: SessionViewer): SessionViewer {
  return { userId: '', sessionHash: '', brandId: viewer.brandId, role: viewer.role };
}

function keyOf({ viewer, source, operationName, variables }: LiveRequest): string {
  return JSON.stringify([viewer.brandId, viewer.role, source, operationName, sorted(variables)]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(pairs.map(([key, part]) => [key, sorted(part)]));
}

function shownResult(result: ExecutionResult, requestId: string, log: Log): ExecutionResult {
  if (result.errors === undefined) return result;
  const errors = result.errors.map((error) => {
    if (shownCode(error) === 'INTERNAL') {
      log.error({ requestId, path: error.path, err: error.originalError ?? error }, 'live resolver failed');
      error.extensions['requestId'] = requestId;
    }
    return formatError(error.toJSON());
  });
  return { ...result, errors: errors as unknown as ExecutionResult['errors'] };
}
