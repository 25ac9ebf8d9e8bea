import type { CalendarDate } from './calendar-date.ts';
import type { DatedValue, ParameterId, Parameters } from './parameter.ts';

/** The value that holds on `today`; undefined when none does, or when the name is unknown: then it is stale. */
export function valueOn(
  parameters: Parameters,
  id: ParameterId,
  today: CalendarDate,
): DatedValue | undefined {
  const parameter = Object.hasOwn(parameters, id) ? parameters[id] : undefined;
  return parameter?.values.find((dated) => dated.valid_from <= today && today <= dated.valid_until);
}
