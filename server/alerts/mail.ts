import { createTransport, type Transporter } from 'nodemailer';
import { alertText } from '../../core/domain/alerts/alert-words.ts';
import { aboutOf } from './alert-about.ts';
import type { LibraryAlerts, MailServer } from './alert-settings.ts';
import type { Message } from './tell-alerts.ts';

const PATIENCE_MS = 15_000;
/** A subject is one line that a list of mails shows. */
const LONGEST_SUBJECT = 150;

/** Who sends mail. Nothing is opened before there is something to send. */
export function mailTransport({ host, port, tls, user, password, ca }: MailServer): Transporter {
  return createTransport({
    ...{ host, port, secure: tls === 'direct', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    ...(user === undefined ? {} : { auth: { user, pass: password } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
    ...{ connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
    // A text is a text, whatever stands in it.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
}

/** Sends an alert to the addresses of a library, as plain text. Throws the error of the mail server or the network. */
export async function mailAlert(
  transport: Transporter,
  from: string,
  { mail, language }: LibraryAlerts,
  message: Message,
): Promise<void> {
  const { alert, about, finding, libraryName } = message;
  const { subject, advice } = alertText(language, finding, aboutOf(message), about === 'closed');
  await transport.sendMail({
    from: { name: 'Balie', address: from },
    to: mail.map((address) => ({ name: '', address })),
    subject: subject.slice(0, LONGEST_SUBJECT),
    text: `${libraryName}\n${subject}.\n\n${advice}\n`,
    // The same at every try: a mail program shows it once.
    messageId: `<${alert.id}.${about}@${from.slice(from.indexOf('@') + 1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834: no absence notes come back
  });
}
