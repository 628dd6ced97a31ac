import { GraphQLError } from 'graphql';

/** A text in both languages of the product. */
export type BothLanguages = { readonly nl: string; readonly en: string };

/** Every code a client can get in `errors[].extensions.code`, with what to tell the user (docs/errors.md explains each). */
export const errorTexts = {
  UNAUTHENTICATED: { nl: 'Log eerst in.', en: 'Please sign in first.' },
  FORBIDDEN: { nl: 'Je rol staat dit niet toe.', en: 'Your role does not allow this.' },
  WRONG_ORIGIN: {
    nl: 'Dit verzoek kwam van een andere website en is geweigerd.',
    en: 'This request came from another website and was refused.',
  },
  INVALID_CURSOR: {
    nl: 'Deze plek in de lijst bestaat niet. Laad de lijst opnieuw.',
    en: 'That place in the list does not exist. Load the list again.',
  },
  BAD_USER_INPUT: { nl: 'De invoer klopt niet.', en: 'The input does not fit.' },
  BAD_REQUEST: { nl: 'Het verzoek klopt niet.', en: 'The request does not fit.' },
  PAYLOAD_TOO_LARGE: { nl: 'Het verzoek is te groot.', en: 'The request is too large.' },
  QUERY_TOO_LARGE: { nl: 'De vraag is te groot of te diep.', en: 'The query is too large or too deep.' },
  GRAPHQL_PARSE_FAILED: { nl: 'De vraag is niet te lezen.', en: 'The query cannot be read.' },
  GRAPHQL_VALIDATION_FAILED: { nl: 'De vraag past niet bij het schema.', en: 'The query does not fit the schema.' },
  OPERATION_RESOLUTION_FAILURE: {
    nl: 'Het is niet duidelijk welke bewerking bedoeld is.',
    en: 'It is not clear which operation is meant.',
  },
  INTERNAL: {
    nl: 'Er ging iets mis bij ons. Probeer het opnieuw; noem bij een melding het verzoeknummer.',
    en: 'Something went wrong on our side. Try again; name the request number when you report it.',
  },
} as const satisfies Record<string, BothLanguages>;

/** A code of `errorTexts`. */
export type ErrorCode = keyof typeof errorTexts;

/** True for a code that clients may see. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorTexts, code);
}

/** An error that is meant for the client; anything else that is thrown is shown as INTERNAL. */
export function clientError(code: ErrorCode): GraphQLError {
  return new GraphQLError(errorTexts[code].en, { extensions: { code, message: errorTexts[code] } });
}
