import nodemailer from 'nodemailer';

/** One e-mail in plain text. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Part of the Message-ID, the same for every try: a repeat is recognised as one. */
  readonly id: string;
};

/** Hands mails to the operator's mail server. */
export type MailChannel = { send(mail: Mail): Promise<void>; close(): void };

const timeoutMs = 20_000;

/** Makes the channel; `smtpUrl` such as smtp://user:secret@mail.example.nl:587, `from` an address with an optional name. */
export function createMailChannel({ smtpUrl, from }: { readonly smtpUrl: string; readonly from: string }): MailChannel {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'woordhouder.invalid';
  return {
    send: async ({ to, subject, text, id }) => {
      await transport.sendMail({
        from,
        to,
        subject: oneLine(subject),
        text,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => {
      transport.close();
    },
  };
}

/** A brand's or customer's name must not add headers. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 200);
}
