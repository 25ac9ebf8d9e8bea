import { createHash } from 'node:crypto';
import { alertText } from '../../core/domain/alerts/alert-words.ts';
import { aboutOf } from './alert-about.ts';
import type { LibraryAlerts, MailServer } from './alert-settings.ts';
import { sendMail } from './send-mail.ts';
import { type Message, PartlyToldError } from './tell-alerts.ts';

/**
 * Sends an alert to the addresses of a library; one that went to some of them only goes to the others. Throws as `sendMail` does, and
 * PartlyToldError when the mail server took it for some of them.
 */
export async function mailAlert(
  server: MailServer,
  { mail, language }: LibraryAlerts,
  message: Message,
): Promise<void> {
  const { alert, about, finding, libraryName, refused } = message;
  const numberOf = (address: string) =>
    createHash('sha256')
      .update(`${alert.id} ${asMailed(address)}`)
      .digest('hex')
      .slice(0, 16);
  const to = mail.filter((address) => refused === null || refused.includes(numberOf(address)));
  if (to.length === 0) return; // who was refused stands in the settings no more
  const { subject, advice } = alertText(language, finding, aboutOf(message), about === 'closed');
  const { addresses, why } = await sendMail(server, {
    to: to.map((address) => ({ name: '', address })),
    ...{ subject, text: `${libraryName}\n${subject}.\n\n${advice}\n` },
    // The same at every try: a mail program shows it once.
    messageId: `<${alert.id}.${about}@${server.from.slice(server.from.indexOf('@') + 1)}>`,
  });
  if (addresses.length > 0)
    throw new PartlyToldError(
      addresses.map(numberOf),
      `${addresses.length} of ${to.length} addresses were refused: ${why}`,
    );
}

/** An address as nodemailer names it when it was refused: with its domain in small letters. */
function asMailed(address: string): string {
  const domain = address.lastIndexOf('@');
  return address.slice(0, domain) + address.slice(domain).toLowerCase();
}
