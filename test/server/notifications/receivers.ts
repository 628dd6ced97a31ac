import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { atEndOfFile } from '#test/support/at-end-of-file.ts';

/** A mail as it crossed the wire. */
export type ReceivedMail = { readonly to: readonly string[]; readonly source: string };

/** A mail server on a port of its own that keeps what it gets; `refuse` makes it say no to the next one for an address. */
export async function openMailServer(): Promise<{ url: string; mails: ReceivedMail[]; refuse(address: string): void }> {
  const mails: ReceivedMail[] = [];
  let refused: string | null = null;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, callback) => {
      void text(stream).then((source) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        if (refused !== null && to.includes(refused)) {
          refused = null;
          callback(Object.assign(new Error('mailbox is full'), { responseCode: 452 }));
          return;
        }
        mails.push({ to, source });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEndOfFile(
    () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  );
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    mails,
    refuse: (address) => {
      refused = address;
    },
  };
}

/** What a receiver of outbound webhooks got. */
export type ReceivedHook = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** A receiver that answers as told, 204 otherwise. */
export async function openHookReceiver(): Promise<{ url: string; hooks: ReceivedHook[]; answers: number[] }> {
  const hooks: ReceivedHook[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      hooks.push({ headers: request.headers, body });
      response.statusCode = answers.shift() ?? 204;
      response.setHeader('location', 'http://127.0.0.1:9/elsewhere');
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEndOfFile(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/hook`, hooks, answers };
}
