import { demoPassword } from '#server/demo/demo-accounts.ts';
import { replyMutation } from '#test/support/reply-mutation.ts';

const patienceMs = 15_000;

const signInMutation = /* GraphQL */ `
  mutation SignIn($password: String!) {
    signIn(email: "sanne@demo.nl", password: $password) {
      __typename
    }
  }
`;

/** A reply as a browser hands it in: the client id stays the same however often it tries. */
export type HandedIn = { readonly clientId: string; readonly conversationId: string; readonly text: string };

/** The API of whichever server lives, by HTTP, with the patience of a browser. */
export type ReplyLine = {
  /** Says where the server is; null: it is gone, and who wants something waits for the next one. */
  connect(origin: string | null): void;
  signIn(): Promise<void>;
  /** Hands a reply in until it is taken; comes back with the message's id. */
  handIn(reply: HandedIn, acceptedFindings: readonly string[]): Promise<string>;
};

/** Makes a line that is not connected yet. */
export function createReplyLine(): ReplyLine {
  let origin: string | null = null;
  let cookie = '';
  const waiting: (() => void)[] = [];
  const connected = async (): Promise<string> => {
    while (origin === null) await new Promise<void>((resolve) => waiting.push(resolve));
    return origin;
  };
  return {
    connect: (address) => {
      origin = address;
      if (address !== null) for (const resolve of waiting.splice(0)) resolve();
    },
    signIn: async () => {
      const response = await ask(await connected(), cookie, signInMutation, { password: demoPassword });
      cookie = response?.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      if (cookie === '') throw new Error('sign-in was refused');
    },
    handIn: async ({ clientId, conversationId, text }, acceptedFindings) => {
      const overrideReason = 'Zo afgesproken met de teamleider.';
      const input = { clientId, conversationId, text, acceptedFindings, overrideReason, lastSeenMessageId: null };
      for (;;) {
        const response = await ask(await connected(), cookie, replyMutation, { input });
        const answer = response === null ? null : await jsonOf(response);
        if (answer === null) continue;
        const id = idIn(answer);
        if (id === null) throw new Error(`the reply was not taken: ${JSON.stringify(answer)}`);
        return id;
      }
    },
  };
}

type ReplyAnswer = { data?: { sendReply: { __typename: string; message?: { id: string } } } | null };

function idIn(answer: unknown): string | null {
  return (answer as ReplyAnswer).data?.sendReply.message?.id ?? null;
}

/** The answer; null when the connection broke. */
async function ask(
  origin: string,
  cookie: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Response | null> {
  try {
    return await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    // Whether the reply was taken is unknown then; the same client id makes asking again harmless.
    return null;
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
