import { execute, GraphQLError } from 'graphql';
import type { DocumentNode, ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { GraphQLContext } from './context.ts';

/** One execution of a validated document. */
export type Execution = {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GraphQLContext;
  /** What a subscription's event carries; nothing for queries and mutations. */
  readonly rootValue?: unknown;
};

/** Executes documents; those that come back again are compiled. */
export type Executor = (execution: Execution) => Promise<ExecutionResult>;

type Operation = {
  runs: number;
  run: ((execution: Execution) => ExecutionResult | Promise<ExecutionResult>) | null;
};

/** Compiling costs some ten executions, and whoever sends ever new queries must not fill the memory with code. */
const runsBeforeCompiling = 3;

/**
 * Makes an executor. Whoever calls it must pass the same DocumentNode for the same query (Apollo's document store does,
 * and so does a group of subscriptions): compiled code lives as long as its document.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const known = new WeakMap<DocumentNode, Map<string, Operation>>();
  const operationOf = ({ document, operationName }: Execution): Operation => {
    let ofDocument = known.get(document);
    if (ofDocument === undefined) known.set(document, (ofDocument = new Map<string, Operation>()));
    const name = operationName ?? '';
    let operation = ofDocument.get(name);
    if (operation === undefined) ofDocument.set(name, (operation = { runs: 0, run: null }));
    return operation;
  };
  return async (execution) => {
    const operation = operationOf(execution);
    operation.runs += 1;
    if (operation.run === null && operation.runs > runsBeforeCompiling) operation.run = compiled(schema, execution);
    return operation.run ? operation.run(execution) : interpreted(schema, execution);
  };
}

/** What the compiler refuses is interpreted for good. */
function compiled(schema: GraphQLSchema, { document, operationName }: Execution): NonNullable<Operation['run']> {
  const query = compileQuery(schema, document, operationName ?? undefined);
  if (!isCompiledQuery(query)) return (execution) => interpreted(schema, execution);
  return async (execution) => {
    const result = await query.query(execution.rootValue, execution.context, execution.variables);
    // Variables that do not fit: nothing has run, and Apollo knows such a fault by graphql's own words.
    return 'data' in result ? withOwnErrors(result) : interpreted(schema, execution);
  };
}

function interpreted(schema: GraphQLSchema, execution: Execution): ExecutionResult | Promise<ExecutionResult> {
  const { document, operationName, variables, context, rootValue } = execution;
  const args: ExecutionArgs = { schema, document, operationName, rootValue, contextValue: context };
  return execute({ ...args, variableValues: variables });
}

/** The compiler's errors have frozen extensions or none, where graphql's own can be added to. */
function withOwnErrors(result: ExecutionResult): ExecutionResult {
  if (result.errors === undefined) return result;
  const errors = result.errors.map(({ message, path, originalError, extensions }) => {
    const ownExtensions = (extensions as Record<string, unknown> | undefined) ?? {};
    return new GraphQLError(message, { path, originalError, extensions: { ...ownExtensions } });
  });
  return { ...result, errors };
}
