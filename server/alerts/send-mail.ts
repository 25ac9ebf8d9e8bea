import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailServer } from './alert-settings.ts';
import { MaybeToldError } from './tell-alerts.ts';

/** For a connection and for its greeting. */
const CONNECT_MS = 15_000;
/**
 * For each answer. A mail server may take long to check what it was given, for which RFC 5321 (4.5.3.2.6) wants ten minutes; but a server
 * that is to stop waits for it, and has a minute for that.
 */
const PATIENCE_MS = 45_000;
/** A subject is one line that a list of mails shows. */
const LONGEST_SUBJECT = 150;

/** A mail without its sender. */
export type Mail = Pick<SendMailOptions, 'to' | 'replyTo' | 'messageId'> & {
  readonly subject: string;
  readonly text: string;
};

/** Addresses that the mail server does not take a mail for, and why; without any it is for all that it went to. */
export type Refusal = { readonly addresses: readonly string[]; readonly why: string };

/**
 * Sends a mail as plain text, and says for which of several addresses the mail server did not take it. Throws the error of the mail server or the network when it did not go out; MaybeToldError when the mail
 * server had all of it and no answer came: it may have arrived all the same.
 */
export async function sendMail(server: MailServer, mail: Mail, patience = PATIENCE_MS): Promise<Refusal> {
  const { host, port, tls, user, password, ca } = server;
  const transport = createTransport({
    ...{ host, port, secure: tls === 'direct', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    ...(user === undefined ? {} : { auth: { user, pass: password } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
    ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: patience },
    // A text is a text, whatever stands in it.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  let isSent = false;
  transport.use('stream', ({ message }, done) => {
    // It is read only when the server said that it takes it (DATA, 354): at its end all of it is on its way, with the dot behind it.
    message.processFunc((bytes) =>
      bytes.once('end', () => {
        isSent = true;
      }),
    );
    done();
  });
  try {
    const { rejected, rejectedErrors } = await transport.sendMail({
      ...mail,
      subject: mail.subject.slice(0, LONGEST_SUBJECT),
      from: { name: 'Balie', address: server.from },
      headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834: no absence notes come back
    });
    return {
      addresses: rejected,
      why: [...new Set((rejectedErrors ?? []).map(({ response, message }) => response ?? message))].join(' '),
    };
  } catch (error) {
    const { responseCode, message } = error as { readonly responseCode?: number; readonly message: string };
    if (!isSent || responseCode !== undefined) throw error;
    throw new MaybeToldError(`${host} had all of it and did not answer, and may have sent it (${message}).`);
  }
}
