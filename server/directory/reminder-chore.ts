import type { AlertSettings } from '../alerts/alert-settings.ts';
import { mailTransport } from '../alerts/mail.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Chore } from '../upkeep/start-upkeep.ts';
import { remindContacts } from './remind-contacts.ts';

const MINUTE_MS = 60_000;
/** A subject is one line that a list of mails shows. */
const LONGEST_SUBJECT = 150;

/** Reminds the contacts of services by mail, for the libraries whose settings say so; nothing where there is no mail server. */
export function reminderChores(store: ServerStore, { mail, libraries }: AlertSettings): Chore[] {
  if (mail === undefined) return [];
  const transport = mailTransport(mail);
  return [
    {
      name: 'reminded',
      first: 3 * MINUTE_MS,
      every: 10 * MINUTE_MS,
      run: async (now, goesOn) => {
        const done = await remindContacts(
          store,
          (library) => {
            const to = libraries.get(library);
            return to?.reminders && { language: to.language, replyTo: to.reminders.replyTo };
          },
          async ({ to, replyTo, subject, text }) => {
            try {
              await transport.sendMail({
                from: { name: 'Balie', address: mail.from },
                to: { name: '', address: to },
                replyTo: { name: '', address: replyTo },
                ...{ subject: subject.slice(0, LONGEST_SUBJECT), text },
                headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834: no absence notes come back
              });
              return 'sent';
            } catch (error) {
              return isOfThisMail(error) ? 'refused' : 'no-server';
            }
          },
          now,
          goesOn,
        );
        return done.reminded + done.failed > 0 ? done : undefined;
      },
    },
  ];
}

/** Was it this mail that the server did not want, for whom it is or what is in it? What else goes wrong goes wrong with every mail. */
function isOfThisMail(error: unknown): boolean {
  const { code, command } = error as { readonly code?: string; readonly command?: string };
  return code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
}
