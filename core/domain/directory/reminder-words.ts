import type { AlertLanguage } from '../alerts/alert-words.ts';
import { type CalendarDate, dayNumber } from '../calendar-date.ts';
import { dayText } from '../day-text.ts';

/** An answer is asked for before the review only when that leaves so many days. */
const DAYS_TO_ANSWER = 7;

/** What a reminder is about. */
export type ReminderAbout = {
  readonly service: string;
  readonly library: string;
  /** When the library wants to have looked at it. */
  readonly reviewBy: CalendarDate;
  /** The day on which the mail goes out. */
  readonly today: CalendarDate;
};

/** Asks the own contact of a service whether what the library shows of it is still right. Plain, and without a link to press. */
export function reminderText(
  language: AlertLanguage,
  { service, library, reviewBy, today }: ReminderAbout,
): { readonly subject: string; readonly text: string } {
  const isDayNamed = dayNumber(reviewBy) - dayNumber(today) >= DAYS_TO_ANSWER;
  const day = dayText(reviewBy, language);
  return language === 'nl'
    ? {
        subject: `Klopt dit nog? ${service} bij ${library}`,
        text: `Beste collega,

${service} staat op het scherm van ${library}. Bezoekers zoeken daar hulp.
Klopt alles nog? Denk aan openingstijden, adres, telefoon en kosten.

Beantwoord deze mail ${isDayNamed ? `voor ${day}` : 'binnen twee weken'}. Ook als alles nog klopt: dan weten wij dat.

Met vriendelijke groet,
${library}
`,
      }
    : {
        subject: `Is this still right? ${service} at ${library}`,
        text: `Dear colleague,

${service} is on the screen of ${library}, where visitors look for help.
Is all of it still right? Think of opening hours, address, telephone and costs.

Please answer this mail ${isDayNamed ? `before ${day}` : 'within two weeks'}, also when all is right: then we know.

Kind regards,
${library}
`,
      };
}
