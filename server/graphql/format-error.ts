import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { errorTexts, isErrorCode } from './error-codes.ts';
import type { ErrorCode } from './error-codes.ts';

/** The code under which an error is shown: its own when clients may see it, else INTERNAL. */
export function shownCode(error: { readonly extensions?: { readonly code?: unknown } | undefined }): ErrorCode {
  const code = error.extensions?.code;
  return isErrorCode(code) ? code : 'INTERNAL';
}

/**
 * What the client gets of an error: for INTERNAL nothing of its own words; always both languages.
 * `error` is what was thrown, where the caller still has it.
 */
export function formatError(formatted: GraphQLFormattedError, error?: unknown): GraphQLFormattedError {
  // Apollo puts its own code over that of a validation rule, which lives on in the original.
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  const tooLarge = original instanceof GraphQLError && original.extensions['code'] === 'QUERY_TOO_LARGE';
  const code = tooLarge ? 'QUERY_TOO_LARGE' : shownCode(formatted);
  const requestId = formatted.extensions?.['requestId'];
  return {
    message: code === 'INTERNAL' ? errorTexts.INTERNAL.en : formatted.message,
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions: { code, message: errorTexts[code], ...(typeof requestId === 'string' ? { requestId } : {}) },
  };
}
