import { alertText } from '../../core/domain/alerts/alert-words.ts';
import { aboutOf } from './alert-about.ts';
import type { LibraryAlerts, MailServer } from './alert-settings.ts';
import { sendMail } from './send-mail.ts';
import type { Message } from './tell-alerts.ts';

/** Sends an alert to the addresses of a library. Throws as `sendMail` does. */
export async function mailAlert(
  server: MailServer,
  { mail, language }: LibraryAlerts,
  message: Message,
): Promise<void> {
  const { alert, about, finding, libraryName } = message;
  const { subject, advice } = alertText(language, finding, aboutOf(message), about === 'closed');
  await sendMail(server, {
    to: mail.map((address) => ({ name: '', address })),
    ...{ subject, text: `${libraryName}\n${subject}.\n\n${advice}\n` },
    // The same at every try: a mail program shows it once.
    messageId: `<${alert.id}.${about}@${server.from.slice(server.from.indexOf('@') + 1)}>`,
  });
}
