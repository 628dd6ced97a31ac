import { getOperationAST, GraphQLError, OperationTypeNode, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { clientError } from './error-codes.ts';
import { mostTokens, queryLimits } from './query-limits.ts';

/** A subscription that may run, or why not. */
type CheckedDocument = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** Parses and validates subscriptions sent over sockets, under the same limits as queries by POST. */
export type LiveDocuments = { check(source: string, operationName: string | null): CheckedDocument };

const mostKept = 500;

/** Makes the check; documents that passed are kept, since all clients of one build send the same ones. */
export function createLiveDocuments(schema: GraphQLSchema): LiveDocuments {
  const rules = [...specifiedRules, ...queryLimits().validationRules];
  const kept = new Map<string, DocumentNode>();

  const read = (source: string): CheckedDocument => {
    const known = kept.get(source);
    if (known !== undefined) return { document: known };
    try {
      const document = parse(source, { maxTokens: mostTokens });
      const errors = validate(schema, document, rules);
      if (errors.length > 0) return { errors: errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')) };
      if (kept.size >= mostKept) kept.clear();
      kept.set(source, document);
      return { document };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [withCode(error, 'GRAPHQL_PARSE_FAILED')] };
      throw error;
    }
  };

  return {
    check: (source, operationName) => {
      const checked = read(source);
      if ('errors' in checked) return checked;
      const operation = getOperationAST(checked.document, operationName);
      // Queries and changes go by POST, where the CSRF guard and the cookie are.
      return operation?.operation === OperationTypeNode.SUBSCRIPTION
        ? checked
        : { errors: [clientError('OPERATION_RESOLUTION_FAILURE')] };
    },
  };
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  if (error.extensions['code'] === undefined) error.extensions['code'] = code;
  return error;
}
