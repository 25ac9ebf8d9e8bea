import type { AlertLanguage } from '../alerts/alert-words.ts';
import type { CalendarDate } from '../calendar-date.ts';

/** What a reminder is about. */
export type ReminderAbout = {
  readonly service: string;
  readonly library: string;
  /** When the library wants to have looked at it. */
  readonly reviewBy: CalendarDate;
};

/** Asks the own contact of a service whether what the library shows of it is still right. Plain, and without a link to press. */
export function reminderText(
  language: AlertLanguage,
  { service, library, reviewBy }: ReminderAbout,
): { readonly subject: string; readonly text: string } {
  return language === 'nl'
    ? {
        subject: `Klopt dit nog? ${service} bij ${library}`,
        text: `Beste collega,

${service} staat op het scherm van ${library}. Bezoekers zoeken daar hulp.
Klopt alles nog? Denk aan openingstijden, adres, telefoon en kosten.

Beantwoord deze mail voor ${reviewBy}. Ook als alles nog klopt: dan weten wij dat.

Met vriendelijke groet,
${library}
`,
      }
    : {
        subject: `Is this still right? ${service} at ${library}`,
        text: `Dear colleague,

${service} is on the screen of ${library}, where visitors look for help.
Is all of it still right? Think of opening hours, address, telephone and costs.

Please answer this mail before ${reviewBy}, also when all is right: then we know.

Kind regards,
${library}
`,
      };
}
