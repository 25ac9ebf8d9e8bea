import { addDays, type CalendarDate, daysBetween } from '../calendar-date.ts';
import { isDutchPhone, isFreePhone } from '../contact.ts';
import type { Pack } from '../pack.ts';
import type { Field } from '../pack-source.ts';
import type { Parameter, Source } from '../parameter.ts';
import { valueOn } from '../parameter-value.ts';
import { type CheckContext, REVIEW_NOTICE_DAYS, type Remark } from './finding.ts';

/** Content that is out of date or soon will be, checks that lie in the future, and telephone numbers that are none, or not free as they say. */
export function checkDates(pack: Pack, { today }: CheckContext): Remark[] {
  return [
    ...pack.flows.flatMap(({ flow }) => page(`flows/${flow.id}/flow.yaml`, flow, today)),
    ...pack.articles.flatMap(({ article }) => page(`articles/${article.id}/article.yaml`, article, today)),
    ...Object.entries(pack.contacts).flatMap(([id, { review_by, checked_on, phone, free }]) => [
      ...review('contacts.yaml', [id, 'review_by'], review_by, today),
      ...checked('contacts.yaml', [id, 'checked_on'], checked_on, today),
      ...(phone === undefined || isDutchPhone(phone) ? [] : [noPhone([id, 'phone'], phone)]),
      ...(free && phone !== undefined && isDutchPhone(phone) && !isFreePhone(phone)
        ? [notFree([id, 'free'], phone)]
        : []),
    ]),
    ...Object.entries(pack.parameters).flatMap(([id, parameter]) => parameterDates(id, parameter, today)),
  ];
}

function page(
  file: string,
  thing: { review_by: CalendarDate; sources: Source[] },
  today: CalendarDate,
): Remark[] {
  return [
    ...review(file, ['review_by'], thing.review_by, today),
    ...thing.sources.flatMap((source, index) =>
      checked(file, ['sources', index, 'checked_on'], source.checked_on, today),
    ),
  ];
}

/** Facts about rules and amounts change sooner; a year farther off is more often two figures in the wrong order. */
const FARTHEST_DAYS = 5 * 366;

function review(file: string, field: Field, reviewBy: CalendarDate, today: CalendarDate): Remark[] {
  const days = daysBetween(today, reviewBy);
  if (days > FARTHEST_DAYS)
    return [
      {
        severity: 'warning',
        rule: 'review',
        file,
        field,
        message: `The review day ${reviewBy} lies more than five years ahead. Write the day on which somebody will look again.`,
      },
    ];
  if (days > REVIEW_NOTICE_DAYS) return [];
  const [severity, what] =
    days < 0
      ? (['error', 'has passed; visitors are sent to the desk'] as const)
      : (['warning', `comes within ${REVIEW_NOTICE_DAYS} days`] as const);
  const message = `The review day ${reviewBy} ${what}. Check the facts, then set a new day.`;
  return [{ severity, rule: 'review', file, field, message }];
}

function checked(file: string, field: Field, on: CalendarDate, today: CalendarDate): Remark[] {
  return on <= today
    ? []
    : [error('review', file, field, `${on} lies in the future. Write the day on which somebody looked.`)];
}

function noPhone(field: Field, phone: string): Remark {
  const message = `"${phone}" is no Dutch telephone number. Write it as 0800-1234, 088 123 45 67, 030 123 45 67 or 14 030.`;
  return error('phone', 'contacts.yaml', field, message);
}

function notFree(field: Field, phone: string): Remark {
  const message = `Calling "${phone}" is not free from every telephone: only 0800, 112 and 116 are. Take "free: true" away.`;
  return error('free', 'contacts.yaml', field, message);
}

function parameterDates(id: string, parameter: Parameter, today: CalendarDate): Remark[] {
  const wrong = parameter.values.flatMap((dated, index) => {
    const at = (name: string): Field => [id, 'values', index, name];
    const fault = (name: string, message: string) => error('parameter', 'parameters.yaml', at(name), message);
    const twin = parameter.values.findIndex(
      ({ valid_from, valid_until }) => valid_from <= dated.valid_until && dated.valid_from <= valid_until,
    );
    return [
      ...(dated.valid_until < dated.valid_from
        ? [fault('valid_until', 'This day lies before valid_from. Correct one of them.')]
        : []),
      ...(twin >= 0 && twin < index
        ? [
            fault(
              'valid_from',
              `This value holds on days on which value ${twin + 1} of the list holds too. Let one end before the other begins.`,
            ),
          ]
        : []),
      ...checked('parameters.yaml', at('checked_on'), dated.checked_on, today),
    ];
  });
  return wrong.length > 0 ? wrong : [...gaps(id, parameter, today), ...endless(id, parameter, today)];
}

/** A value that seems to hold for decades would be shown for decades. */
function endless(id: string, { values }: Parameter, today: CalendarDate): Remark[] {
  return values.flatMap(({ valid_until }, index) =>
    daysBetween(today, valid_until) <= FARTHEST_DAYS
      ? []
      : [
          {
            severity: 'warning',
            rule: 'parameter',
            file: 'parameters.yaml',
            field: [id, 'values', index, 'valid_until'],
            message: `${valid_until} lies more than five years ahead. Write the last day on which this value is known to hold.`,
          },
        ],
  );
}

/** The first day, within the notice, on which a parameter has no value; else the first that lies between two of its values. */
function gaps(id: string, parameter: Parameter, today: CalendarDate): Remark[] {
  const days = Array.from({ length: REVIEW_NOTICE_DAYS + 1 }, (_, ahead) => addDays(today, ahead));
  const day =
    days.find((ahead) => valueOn({ [id]: parameter }, id, ahead) === undefined) ??
    dayBetween(parameter, today);
  if (day === undefined) return [];
  const message = `"${id}" has no value ${day === today ? 'today' : `on ${day}`}; screens show no figure then. Add the value that holds.`;
  return [{ severity: 'warning', rule: 'parameter', file: 'parameters.yaml', field: [id], message }];
}

/** The day after a value ends, when a later one does not begin on it. */
function dayBetween({ values }: Parameter, today: CalendarDate): CalendarDate | undefined {
  const later = (day: CalendarDate) => values.some(({ valid_from }) => valid_from > day);
  return values
    .map(({ valid_until }) => addDays(valid_until, 1))
    .filter((day) => day > today && later(day) && !values.some(({ valid_from }) => valid_from === day))
    .sort()[0];
}

function error(rule: string, file: string, field: Field, message: string): Remark {
  return { severity: 'error', rule, file, field, message };
}
