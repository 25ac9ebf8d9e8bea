import { addDays, type CalendarDate } from '../calendar-date.ts';
import { dayText, siteText } from '../day-text.ts';
import type { Language } from '../language.ts';
import type { Slip } from '../slip.ts';
import { itemOf, sectionOf } from '../slip-parts.ts';
import { MOST_DAYS_OPEN, sealedUntil } from './handover.ts';
import { type HandoverCode, writeHandoverCode } from './handover-code.ts';

/** What the slip of a handover says besides the partner and the code, in one language. `{{…}}` are holes. */
export type HandoverSlipWords = {
  readonly language: Language;
  readonly lead: string;
  readonly partner: string;
  readonly sealed: string;
  readonly forThem: string;
  readonly forThemText: string;
  readonly keep: string;
  readonly desk: string;
};

/** What the slip of a handover is made of. `page`: the address at which the partner gives the code. */
export type HandoverToTake = {
  readonly code: HandoverCode;
  readonly partner: {
    readonly name: string;
    readonly contact?: string | undefined;
    readonly phone?: string | undefined;
    readonly website?: string | undefined;
  };
  readonly givenOn: CalendarDate;
  readonly isSealed: boolean;
  readonly page: string;
};

/** The slip that a visitor takes to a partner: the code, where to go, and what happens with what was typed. No name of anybody. */
export function handoverSlip(
  { code, partner, givenOn, isSealed, page }: HandoverToTake,
  words: HandoverSlipWords,
): Slip {
  const { language } = words;
  const text = (said: string) => ({ text: said, language });
  const fill = (said: string, values: Readonly<Record<string, string>>) =>
    text(said.replaceAll(/\{\{(\w+)\}\}/g, (hole, name) => values[name] ?? hole));
  const lastDay = dayText(addDays(givenOn, MOST_DAYS_OPEN - 1), language);
  return {
    language,
    about: text(partner.name),
    title: text(writeHandoverCode(code)),
    lead: fill(words.lead, { partner: partner.name }),
    sections: [
      ...sectionOf('contacts', text(words.partner), [
        itemOf({
          title: text(partner.name),
          text: partner.contact === undefined ? undefined : text(partner.contact),
          phone: partner.phone,
          site: partner.website === undefined ? undefined : siteText(partner.website),
        }),
      ]),
      ...sectionOf('text', text(words.forThem), [
        itemOf({ text: fill(words.forThemText, { page: page.replace(/^https?:\/\//, '') }) }),
      ]),
      ...sectionOf('text', undefined, [
        itemOf({ text: fill(words.keep, { day: lastDay }) }),
        ...(isSealed
          ? [
              itemOf({
                text: fill(words.sealed, {
                  partner: partner.name,
                  day: dayText(sealedUntil(givenOn), language),
                }),
              }),
            ]
          : []),
      ]),
    ],
    desk: text(words.desk),
  };
}
