import { addDays, type CalendarDate } from '../calendar-date.ts';
import { dayText, siteText } from '../day-text.ts';
import type { Language } from '../language.ts';
import type { Slip } from '../slip.ts';
import { itemOf, sectionOf } from '../slip-parts.ts';
import { directionOf } from '../words.ts';
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
  const { inOrder, byItself } = isolatesIn(language);
  const name = byItself(partner.name);
  const lastDay = dayText(addDays(givenOn, MOST_DAYS_OPEN - 1), language);
  return {
    language,
    about: text(name),
    title: text(inOrder(writeHandoverCode(code))),
    lead: fill(words.lead, { partner: name }),
    sections: [
      ...sectionOf('contacts', text(words.partner), [
        itemOf({
          title: text(name),
          text: partner.contact === undefined ? undefined : text(byItself(partner.contact)),
          phone: partner.phone,
          site: partner.website === undefined ? undefined : siteText(partner.website),
        }),
      ]),
      ...sectionOf('text', text(words.forThem), [
        itemOf({ text: fill(words.forThemText, { page: inOrder(page.replace(/^https?:\/\//, '')) }) }),
      ]),
      ...sectionOf('text', undefined, [
        itemOf({ text: fill(words.keep, { day: lastDay }) }),
        ...(isSealed
          ? [
              itemOf({
                text: fill(words.sealed, {
                  partner: name,
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

/**
 * Signs of Unicode (UAX 9) that keep something apart from words that go from right to left: 735-734-VTG would stand there as VTG-735-734,
 * and a partner would type another code. `inOrder`: it goes from left to right; `byItself`: as it does by its own letters.
 */
function isolatesIn(language: Language): Record<'inOrder' | 'byItself', (said: string) => string> {
  const as = (sign: string) => (said: string) =>
    directionOf(language) === 'rtl' ? `${sign}${said}\u2069` : said;
  return { inOrder: as('\u2066'), byItself: as('\u2068') };
}
