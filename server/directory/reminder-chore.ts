import type { AlertSettings } from '../alerts/alert-settings.ts';
import { sendMail } from '../alerts/send-mail.ts';
import { MaybeToldError } from '../alerts/tell-alerts.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Chore } from '../upkeep/start-upkeep.ts';
import { remindContacts } from './remind-contacts.ts';

const MINUTE_MS = 60_000;

/** Reminds the contacts of services by mail, for the libraries whose settings say so; nothing where there is no mail server. `patience`: how long that may take for an answer. */
export function reminderChores(
  store: ServerStore,
  { mail, libraries }: AlertSettings,
  patience?: number,
): Chore[] {
  if (mail === undefined) return [];
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
          async ({ to, replyTo, ...said }) => {
            const toWhom = { to: { name: '', address: to }, replyTo: { name: '', address: replyTo } };
            try {
              await sendMail(mail, { ...toWhom, ...said }, patience);
              return 'sent';
            } catch (error) {
              if (error instanceof MaybeToldError) return 'maybe-sent';
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
